using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.Postgres.Migrations
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
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "Attempts",
                type: "character varying(45)",
                unicode: false,
                maxLength: 45,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ExtraMinutes",
                table: "Attempts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "News",
                table: "Attempts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "PausedAt",
                table: "Attempts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Seat",
                table: "Attempts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "SeenAt",
                table: "Attempts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AttemptSignals",
                columns: table => new
                {
                    AttemptKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Times = table.Column<int>(type: "integer", nullable: false),
                    Seconds = table.Column<int>(type: "integer", nullable: false),
                    Detail = table.Column<string>(type: "character varying(45)", unicode: false, maxLength: 45, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    ExamKey = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptKey = table.Column<Guid>(type: "uuid", nullable: true),
                    LearnerKey = table.Column<Guid>(type: "uuid", nullable: true),
                    PartOf = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    Percent = table.Column<int>(type: "integer", nullable: true),
                    Reached = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    InterventionKey = table.Column<Guid>(type: "uuid", nullable: false),
                    AttemptKey = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
