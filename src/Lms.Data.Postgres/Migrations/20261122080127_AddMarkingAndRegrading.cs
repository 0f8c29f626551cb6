using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AddMarkingAndRegrading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeyCorrections",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionVersionKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ReplacementVersionKey = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyCorrections", x => x.Key);
                    table.ForeignKey(
                        name: "FK_KeyCorrections_ItemVersions_QuestionVersionKey",
                        column: x => x.QuestionVersionKey,
                        principalTable: "ItemVersions",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KeyCorrections_ItemVersions_ReplacementVersionKey",
                        column: x => x.ReplacementVersionKey,
                        principalTable: "ItemVersions",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SlotMarks",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Slot = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    MarkerKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Points = table.Column<int>(type: "integer", nullable: false),
                    Levels = table.Column<string>(type: "character varying(400)", unicode: false, maxLength: 400, nullable: false),
                    Comment = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SlotMarks", x => x.Key);
                    table.ForeignKey(
                        name: "FK_SlotMarks_Attempts_AttemptKey",
                        column: x => x.AttemptKey,
                        principalTable: "Attempts",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeyCorrections_QuestionVersionKey_Number",
                table: "KeyCorrections",
                columns: new[] { "QuestionVersionKey", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeyCorrections_ReplacementVersionKey",
                table: "KeyCorrections",
                column: "ReplacementVersionKey");

            migrationBuilder.CreateIndex(
                name: "IX_SlotMarks_AttemptKey_Slot_Number",
                table: "SlotMarks",
                columns: new[] { "AttemptKey", "Slot", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeyCorrections");

            migrationBuilder.DropTable(
                name: "SlotMarks");
        }
    }
}
