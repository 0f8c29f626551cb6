using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddAngoff : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AngoffStudies",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PaperKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Stage = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AngoffStudies", x => x.Key);
                    table.ForeignKey(
                        name: "FK_AngoffStudies_PublishableItems_PaperKey",
                        column: x => x.PaperKey,
                        principalTable: "PublishableItems",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AngoffJudges",
                columns: table => new
                {
                    StudyKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AngoffJudges", x => new { x.StudyKey, x.PersonKey });
                    table.ForeignKey(
                        name: "FK_AngoffJudges_AngoffStudies_StudyKey",
                        column: x => x.StudyKey,
                        principalTable: "AngoffStudies",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AngoffSheets",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StudyKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Round = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    JudgeKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Estimates = table.Column<string>(type: "varchar(max)", unicode: false, maxLength: -1, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AngoffSheets", x => x.Key);
                    table.ForeignKey(
                        name: "FK_AngoffSheets_AngoffStudies_StudyKey",
                        column: x => x.StudyKey,
                        principalTable: "AngoffStudies",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AngoffJudges_PersonKey",
                table: "AngoffJudges",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_AngoffSheets_StudyKey_Round_JudgeKey_Number",
                table: "AngoffSheets",
                columns: new[] { "StudyKey", "Round", "JudgeKey", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AngoffStudies_PaperKey_OpenedAt",
                table: "AngoffStudies",
                columns: new[] { "PaperKey", "OpenedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AngoffJudges");

            migrationBuilder.DropTable(
                name: "AngoffSheets");

            migrationBuilder.DropTable(
                name: "AngoffStudies");
        }
    }
}
