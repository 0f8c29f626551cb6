using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AddTagsLevelAndSource : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Level",
                table: "QuestionEntries",
                type: "character varying(32)",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tags",
                table: "QuestionEntries",
                type: "character varying(1221)",
                maxLength: 1221,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Level",
                table: "QuestionEntries");

            migrationBuilder.DropColumn(
                name: "Tags",
                table: "QuestionEntries");
        }
    }
}
