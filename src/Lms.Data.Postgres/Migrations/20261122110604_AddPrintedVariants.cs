using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AddPrintedVariants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PrintedVariants",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    PaperVersionKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Letter = table.Column<string>(type: "character varying(1)", unicode: false, maxLength: 1, nullable: false),
                    Seed = table.Column<long>(type: "bigint", nullable: false),
                    Form = table.Column<string>(type: "text", unicode: false, maxLength: -1, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintedVariants", x => x.Key);
                    table.ForeignKey(
                        name: "FK_PrintedVariants_ItemVersions_PaperVersionKey",
                        column: x => x.PaperVersionKey,
                        principalTable: "ItemVersions",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PrintedVariants_PaperVersionKey_Letter",
                table: "PrintedVariants",
                columns: new[] { "PaperVersionKey", "Letter" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PrintedVariants");
        }
    }
}
