using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddHistoricResult : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "HistoricResult",
                table: "Certificates",
                type: "TEXT",
                maxLength: 60,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "HistoricResult",
                table: "Certificates");
        }
    }
}
