using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HtiAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EvaluationTallies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CaseCounts_Country_Unit_Year_QuarterOfYear",
                table: "CaseCounts");

            migrationBuilder.AddColumn<string>(
                name: "UnitKey",
                table: "CaseCounts",
                type: "TEXT",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "EvaluationTallies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CohortId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Counts = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationTallies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvaluationTallies_Cohorts_CohortId",
                        column: x => x.CohortId,
                        principalTable: "Cohorts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // A unit whose name another writes in capitals stays a unit of its own until a trainer removes one of the two.
            migrationBuilder.Sql("""
                UPDATE CaseCounts SET UnitKey = UPPER(Unit);
                UPDATE CaseCounts SET UnitKey = Unit || ' ' || Id WHERE EXISTS (
                    SELECT 1 FROM CaseCounts AS other WHERE other.Country = CaseCounts.Country AND other.UnitKey = CaseCounts.UnitKey
                    AND other.Year = CaseCounts.Year AND other.QuarterOfYear = CaseCounts.QuarterOfYear AND other.Id < CaseCounts.Id);
                """);

            migrationBuilder.CreateIndex(
                name: "IX_CaseCounts_Country_UnitKey_Year_QuarterOfYear",
                table: "CaseCounts",
                columns: new[] { "Country", "UnitKey", "Year", "QuarterOfYear" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationTallies_CohortId",
                table: "EvaluationTallies",
                column: "CohortId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EvaluationTallies");

            migrationBuilder.DropIndex(
                name: "IX_CaseCounts_Country_UnitKey_Year_QuarterOfYear",
                table: "CaseCounts");

            migrationBuilder.DropColumn(
                name: "UnitKey",
                table: "CaseCounts");

            migrationBuilder.CreateIndex(
                name: "IX_CaseCounts_Country_Unit_Year_QuarterOfYear",
                table: "CaseCounts",
                columns: new[] { "Country", "Unit", "Year", "QuarterOfYear" },
                unique: true);
        }
    }
}
