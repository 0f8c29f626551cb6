using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddDecisionsAndAuditLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CertificateEvents");

            migrationBuilder.AddColumn<DateTime>(
                name: "CertificateProposedAt",
                table: "Enrolments",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "IssuerKey",
                table: "CredentialTypes",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "IssuerName",
                table: "CredentialTypes",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "IssuerNameEn",
                table: "CredentialTypes",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "IssuesBy",
                table: "CredentialTypes",
                type: "varchar(32)",
                unicode: false,
                maxLength: 32,
                nullable: false,
                defaultValue: "Rule");

            migrationBuilder.AddColumn<string>(
                name: "Prerequisites",
                table: "CredentialTypes",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "RenewalCourseKey",
                table: "CredentialTypes",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RenewalHours",
                table: "CredentialTypes",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RequiredHours",
                table: "CredentialTypes",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Action = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    CertificateKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecisionKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Detail = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    PreviousHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "CertificateDecisions",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SignatoryKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SignatoryName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SignatoryTitle = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    DrawnUpAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DrawnUpBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReturnReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Turn = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateDecisions", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "CertificateProposals",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AchievementKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CredentialCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    HolderKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HolderName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    BirthPlace = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    OrganisationName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    IssuerKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IssuerName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    IssuerNameEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ClassKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClassCode = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CourseTitle = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CourseTitleEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CourseVersion = table.Column<int>(type: "int", nullable: false),
                    Hours = table.Column<int>(type: "int", nullable: false),
                    StudiedFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    StudiedTo = table.Column<DateOnly>(type: "date", nullable: false),
                    ResultPercentHundredths = table.Column<int>(type: "int", nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    State = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    DecisionKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CertificateKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Turn = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateProposals", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "RenewalReminders",
                columns: table => new
                {
                    CertificateKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DaysAhead = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RenewalReminders", x => new { x.CertificateKey, x.DaysAhead });
                });

            migrationBuilder.CreateTable(
                name: "VerificationCounts",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CertificateKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VerificationCounts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "CertificateDecisionFiles",
                columns: table => new
                {
                    DecisionKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateDecisionFiles", x => x.DecisionKey);
                    table.ForeignKey(
                        name: "FK_CertificateDecisionFiles_CertificateDecisions_DecisionKey",
                        column: x => x.DecisionKey,
                        principalTable: "CertificateDecisions",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_CertificateKey",
                table: "AuditEntries",
                column: "CertificateKey");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_DecisionKey",
                table: "AuditEntries",
                column: "DecisionKey");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateDecisions_Number_DecidedOn",
                table: "CertificateDecisions",
                columns: new[] { "Number", "DecidedOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CertificateDecisions_State",
                table: "CertificateDecisions",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateProposals_AchievementKey",
                table: "CertificateProposals",
                column: "AchievementKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CertificateProposals_DecisionKey_State",
                table: "CertificateProposals",
                columns: new[] { "DecisionKey", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_CertificateProposals_HolderKey",
                table: "CertificateProposals",
                column: "HolderKey");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateProposals_State_CredentialCode",
                table: "CertificateProposals",
                columns: new[] { "State", "CredentialCode" });

            migrationBuilder.CreateIndex(
                name: "IX_VerificationCounts_CertificateKey_Day",
                table: "VerificationCounts",
                columns: new[] { "CertificateKey", "Day" });

            AppendedOnly.Protect(migrationBuilder, "AuditEntries");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AppendedOnly.Release(migrationBuilder, "AuditEntries");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "CertificateDecisionFiles");

            migrationBuilder.DropTable(
                name: "CertificateProposals");

            migrationBuilder.DropTable(
                name: "RenewalReminders");

            migrationBuilder.DropTable(
                name: "VerificationCounts");

            migrationBuilder.DropTable(
                name: "CertificateDecisions");

            migrationBuilder.DropColumn(
                name: "CertificateProposedAt",
                table: "Enrolments");

            migrationBuilder.DropColumn(
                name: "IssuerKey",
                table: "CredentialTypes");

            migrationBuilder.DropColumn(
                name: "IssuerName",
                table: "CredentialTypes");

            migrationBuilder.DropColumn(
                name: "IssuerNameEn",
                table: "CredentialTypes");

            migrationBuilder.DropColumn(
                name: "IssuesBy",
                table: "CredentialTypes");

            migrationBuilder.DropColumn(
                name: "Prerequisites",
                table: "CredentialTypes");

            migrationBuilder.DropColumn(
                name: "RenewalCourseKey",
                table: "CredentialTypes");

            migrationBuilder.DropColumn(
                name: "RenewalHours",
                table: "CredentialTypes");

            migrationBuilder.DropColumn(
                name: "RequiredHours",
                table: "CredentialTypes");

            migrationBuilder.CreateTable(
                name: "CertificateEvents",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Action = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CertificateKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateEvents", x => x.Key);
                    table.ForeignKey(
                        name: "FK_CertificateEvents_Certificates_CertificateKey",
                        column: x => x.CertificateKey,
                        principalTable: "Certificates",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CertificateEvents_CertificateKey",
                table: "CertificateEvents",
                column: "CertificateKey");
        }
    }
}
