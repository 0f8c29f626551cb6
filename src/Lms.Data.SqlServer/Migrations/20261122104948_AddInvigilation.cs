using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddInvigilation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "News",
                table: "Exams",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "Attempts",
                type: "varchar(45)",
                unicode: false,
                maxLength: 45,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ExtraMinutes",
                table: "Attempts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "News",
                table: "Attempts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "PausedAt",
                table: "Attempts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Seat",
                table: "Attempts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "SeenAt",
                table: "Attempts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AttemptSignals",
                columns: table => new
                {
                    AttemptKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    Times = table.Column<int>(type: "int", nullable: false),
                    Seconds = table.Column<int>(type: "int", nullable: false),
                    Detail = table.Column<string>(type: "varchar(45)", unicode: false, maxLength: 45, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttemptSignals", x => new { x.AttemptKey, x.Number });
                    table.ForeignKey(
                        name: "FK_AttemptSignals_Attempts_AttemptKey",
                        column: x => x.AttemptKey,
                        principalTable: "Attempts",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Interventions",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExamKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AttemptKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LearnerKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PartOf = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    Percent = table.Column<int>(type: "int", nullable: true),
                    Reached = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interventions", x => x.Key);
                    table.ForeignKey(
                        name: "FK_Interventions_Attempts_AttemptKey",
                        column: x => x.AttemptKey,
                        principalTable: "Attempts",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Interventions_Exams_ExamKey",
                        column: x => x.ExamKey,
                        principalTable: "Exams",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MessagesSeen",
                columns: table => new
                {
                    InterventionKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AttemptKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessagesSeen", x => new { x.InterventionKey, x.AttemptKey });
                    table.ForeignKey(
                        name: "FK_MessagesSeen_Attempts_AttemptKey",
                        column: x => x.AttemptKey,
                        principalTable: "Attempts",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MessagesSeen_Interventions_InterventionKey",
                        column: x => x.InterventionKey,
                        principalTable: "Interventions",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_AttemptKey",
                table: "Interventions",
                column: "AttemptKey");

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_ExamKey_LearnerKey",
                table: "Interventions",
                columns: new[] { "ExamKey", "LearnerKey" });

            migrationBuilder.CreateIndex(
                name: "IX_MessagesSeen_AttemptKey",
                table: "MessagesSeen",
                column: "AttemptKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AttemptSignals");

            migrationBuilder.DropTable(
                name: "MessagesSeen");

            migrationBuilder.DropTable(
                name: "Interventions");

            migrationBuilder.DropColumn(
                name: "News",
                table: "Exams");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "ExtraMinutes",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "News",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "PausedAt",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "Seat",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "SeenAt",
                table: "Attempts");
        }
    }
}
