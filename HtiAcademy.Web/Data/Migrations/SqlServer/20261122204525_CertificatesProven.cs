using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HtiAcademy.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CertificatesProven : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Certificates_EnrolmentId",
                table: "Certificates");

            migrationBuilder.AddColumn<string>(
                name: "Revocation",
                table: "Enrolments",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Credential",
                table: "Certificates",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Edition",
                table: "Certificates",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "Printed_EmblemId",
                table: "Certificates",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Printed_Modules",
                table: "Certificates",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Printed_Practised",
                table: "Certificates",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Printed_Renews",
                table: "Certificates",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Printed_Replaces",
                table: "Certificates",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Statement",
                table: "Certificates",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StatusIndex",
                table: "Certificates",
                type: "int",
                nullable: false,
                defaultValue: 0);

            // Those that were issued before have no place yet; any that no other has will do.
            migrationBuilder.Sql("UPDATE [Certificates] SET [StatusIndex] = (SELECT COUNT(*) FROM [Certificates] AS [earlier] WHERE [earlier].[Year] = [Certificates].[Year] AND [earlier].[Id] < [Certificates].[Id])");

            migrationBuilder.AddColumn<Guid>(
                name: "SuccessorId",
                table: "Certificates",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SupersededAt",
                table: "Certificates",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmblemId",
                table: "Agencies",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CertificateChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CertificateId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OfficerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    HolderName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    AskedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DecidedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Approved = table.Column<bool>(type: "bit", nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CertificateChanges_Certificates_CertificateId",
                        column: x => x.CertificateId,
                        principalTable: "Certificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CertificateChanges_People_AskedById",
                        column: x => x.AskedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CertificateChanges_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Emblems",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Png = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Emblems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Printings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CertificateId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OfficerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Printings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Printings_Certificates_CertificateId",
                        column: x => x.CertificateId,
                        principalTable: "Certificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Printings_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PrintRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Certificates = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Total = table.Column<int>(type: "int", nullable: false),
                    Drawn = table.Column<int>(type: "int", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Paper = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ReturnTo = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AskedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Size = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrintRuns_People_AskedById",
                        column: x => x.AskedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SigningKeys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Use = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    PublicKey = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    PrivateKey = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Since = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SigningKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrintedFiles",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintedFiles", x => x.RunId);
                    table.ForeignKey(
                        name: "FK_PrintedFiles_PrintRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "PrintRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_EnrolmentId_Edition",
                table: "Certificates",
                columns: new[] { "EnrolmentId", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_SuccessorId",
                table: "Certificates",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Year_StatusIndex",
                table: "Certificates",
                columns: new[] { "Year", "StatusIndex" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_EmblemId",
                table: "Agencies",
                column: "EmblemId");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateChanges_AskedById",
                table: "CertificateChanges",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateChanges_CertificateId_Kind",
                table: "CertificateChanges",
                columns: new[] { "CertificateId", "Kind" },
                unique: true,
                filter: "[DecidedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateChanges_DecidedById",
                table: "CertificateChanges",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateChanges_OfficerId",
                table: "CertificateChanges",
                column: "OfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_Printings_ById",
                table: "Printings",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Printings_CertificateId_At",
                table: "Printings",
                columns: new[] { "CertificateId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Printings_RunId_CertificateId",
                table: "Printings",
                columns: new[] { "RunId", "CertificateId" },
                unique: true,
                filter: "[RunId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PrintRuns_AskedById",
                table: "PrintRuns",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_PrintRuns_State_AskedAt",
                table: "PrintRuns",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SigningKeys_Use_Number",
                table: "SigningKeys",
                columns: new[] { "Use", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Agencies_Emblems_EmblemId",
                table: "Agencies",
                column: "EmblemId",
                principalTable: "Emblems",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Certificates_Certificates_SuccessorId",
                table: "Certificates",
                column: "SuccessorId",
                principalTable: "Certificates",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Agencies_Emblems_EmblemId",
                table: "Agencies");

            migrationBuilder.DropForeignKey(
                name: "FK_Certificates_Certificates_SuccessorId",
                table: "Certificates");

            migrationBuilder.DropTable(
                name: "CertificateChanges");

            migrationBuilder.DropTable(
                name: "Emblems");

            migrationBuilder.DropTable(
                name: "PrintedFiles");

            migrationBuilder.DropTable(
                name: "Printings");

            migrationBuilder.DropTable(
                name: "SigningKeys");

            migrationBuilder.DropTable(
                name: "PrintRuns");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_EnrolmentId_Edition",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_SuccessorId",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_Year_StatusIndex",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Agencies_EmblemId",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "Revocation",
                table: "Enrolments");

            migrationBuilder.DropColumn(
                name: "Credential",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "Edition",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "Printed_EmblemId",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "Printed_Modules",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "Printed_Practised",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "Printed_Renews",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "Printed_Replaces",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "Statement",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "StatusIndex",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "SupersededAt",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "EmblemId",
                table: "Agencies");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_EnrolmentId",
                table: "Certificates",
                column: "EnrolmentId",
                unique: true);
        }
    }
}
