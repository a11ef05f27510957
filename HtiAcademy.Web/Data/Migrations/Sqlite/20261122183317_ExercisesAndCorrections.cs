using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HtiAcademy.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ExercisesAndCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "Correction_At",
                table: "DrawnQuestions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction_By",
                table: "DrawnQuestions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction_NewHash",
                table: "DrawnQuestions",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction_OldHash",
                table: "DrawnQuestions",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Correction_Raised",
                table: "DrawnQuestions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Correction_VersionId",
                table: "DrawnQuestions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Observations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Exercise = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Form = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrainerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrainerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Levels = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SignedOff = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Observations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Observations_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Observations_People_TrainerId",
                        column: x => x.TrainerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DrawnQuestions_Correction_VersionId",
                table: "DrawnQuestions",
                column: "Correction_VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Observations_EnrolmentId_Exercise_Form",
                table: "Observations",
                columns: new[] { "EnrolmentId", "Exercise", "Form" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Observations_TrainerId",
                table: "Observations",
                column: "TrainerId");

            migrationBuilder.AddForeignKey(
                name: "FK_DrawnQuestions_CourseVersions_Correction_VersionId",
                table: "DrawnQuestions",
                column: "Correction_VersionId",
                principalTable: "CourseVersions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_DrawnQuestions_CourseVersions_Correction_VersionId",
                table: "DrawnQuestions");

            migrationBuilder.DropTable(
                name: "Observations");

            migrationBuilder.DropIndex(
                name: "IX_DrawnQuestions_Correction_VersionId",
                table: "DrawnQuestions");

            migrationBuilder.DropColumn(
                name: "Correction_At",
                table: "DrawnQuestions");

            migrationBuilder.DropColumn(
                name: "Correction_By",
                table: "DrawnQuestions");

            migrationBuilder.DropColumn(
                name: "Correction_NewHash",
                table: "DrawnQuestions");

            migrationBuilder.DropColumn(
                name: "Correction_OldHash",
                table: "DrawnQuestions");

            migrationBuilder.DropColumn(
                name: "Correction_Raised",
                table: "DrawnQuestions");

            migrationBuilder.DropColumn(
                name: "Correction_VersionId",
                table: "DrawnQuestions");
        }
    }
}
