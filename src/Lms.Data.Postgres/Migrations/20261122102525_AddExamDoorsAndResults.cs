using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AddExamDoorsAndResults : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Gradings",
                table: "Enrolments");

            migrationBuilder.RenameColumn(
                name: "BestBasisPoints",
                table: "Enrolments",
                newName: "ResultBasisPoints");

            migrationBuilder.AddColumn<string>(
                name: "AccessCode",
                table: "Exams",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Networks",
                table: "Exams",
                type: "character varying(1000)",
                unicode: false,
                maxLength: 1000,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AccessCode",
                table: "Exams");

            migrationBuilder.DropColumn(
                name: "Networks",
                table: "Exams");

            migrationBuilder.RenameColumn(
                name: "ResultBasisPoints",
                table: "Enrolments",
                newName: "BestBasisPoints");

            migrationBuilder.AddColumn<int>(
                name: "Gradings",
                table: "Enrolments",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }
    }
}
