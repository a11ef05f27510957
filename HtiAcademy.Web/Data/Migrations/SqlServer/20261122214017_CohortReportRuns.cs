using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HtiAcademy.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CohortReportRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CohortReports_CohortId_For_Week",
                table: "CohortReports");

            migrationBuilder.AddColumn<Guid>(
                name: "RunId",
                table: "CohortReports",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "ReportRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CohortId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CohortName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AskedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportRuns_Cohorts_CohortId",
                        column: x => x.CohortId,
                        principalTable: "Cohorts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportRuns_People_AskedById",
                        column: x => x.AskedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CohortReports_CohortId_For_Week_RunId",
                table: "CohortReports",
                columns: new[] { "CohortId", "For", "Week", "RunId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CohortReports_MadeAt",
                table: "CohortReports",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_CohortReports_RunId",
                table: "CohortReports",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportRuns_AskedById",
                table: "ReportRuns",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_ReportRuns_CohortId",
                table: "ReportRuns",
                column: "CohortId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportRuns_State_AskedAt",
                table: "ReportRuns",
                columns: new[] { "State", "AskedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReportRuns");

            migrationBuilder.DropIndex(
                name: "IX_CohortReports_CohortId_For_Week_RunId",
                table: "CohortReports");

            migrationBuilder.DropIndex(
                name: "IX_CohortReports_MadeAt",
                table: "CohortReports");

            migrationBuilder.DropIndex(
                name: "IX_CohortReports_RunId",
                table: "CohortReports");

            migrationBuilder.DropColumn(
                name: "RunId",
                table: "CohortReports");

            migrationBuilder.CreateIndex(
                name: "IX_CohortReports_CohortId_For_Week",
                table: "CohortReports",
                columns: new[] { "CohortId", "For", "Week" },
                unique: true);
        }
    }
}
