using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HtiAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EssayMarking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "WaitsSince",
                table: "EnrolmentSteps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EssayMarkings",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SecondAsked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Points = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    MarkedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EssayMarkings", x => new { x.AttemptId, x.Position });
                    table.ForeignKey(
                        name: "FK_EssayMarkings_Attempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "Attempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EssayMarks",
                columns: table => new
                {
                    MarkerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Points = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EssayMarks", x => new { x.AttemptId, x.Position, x.MarkerId });
                    table.ForeignKey(
                        name: "FK_EssayMarks_EssayMarkings_AttemptId_Position",
                        columns: x => new { x.AttemptId, x.Position },
                        principalTable: "EssayMarkings",
                        principalColumns: new[] { "AttemptId", "Position" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EssayMarks_People_MarkerId",
                        column: x => x.MarkerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EssayMarks_MarkerId",
                table: "EssayMarks",
                column: "MarkerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EssayMarks");

            migrationBuilder.DropTable(
                name: "EssayMarkings");

            migrationBuilder.DropColumn(
                name: "WaitsSince",
                table: "EnrolmentSteps");
        }
    }
}
