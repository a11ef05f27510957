using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HtiAcademy.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ImportedVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ImportedAt",
                table: "CourseVersions",
                type: "datetime2",
                nullable: true);

            // Until now every version came from the folder.
            migrationBuilder.Sql("UPDATE CourseVersions SET ImportedAt = PublishedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ImportedAt",
                table: "CourseVersions");
        }
    }
}
