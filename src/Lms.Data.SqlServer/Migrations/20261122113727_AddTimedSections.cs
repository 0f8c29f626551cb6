using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddTimedSections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Section",
                table: "Attempts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "SectionDueAt",
                table: "Attempts",
                type: "datetime2",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Section",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "SectionDueAt",
                table: "Attempts");
        }
    }
}
