using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HtiAcademy.Web.Data.Migrations.SqlServer
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
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "EvaluationTallies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CohortId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Counts = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
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

            migrationBuilder.Sql("EXEC(N'UPDATE [CaseCounts] SET [UnitKey] = UPPER([Unit])')");

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
