using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddCaseStudiesAndSharing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "CaseKey",
                table: "QuestionEntries",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Described",
                table: "QuestionEntries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "SharedWithAll",
                table: "QuestionBanks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "BankShares",
                columns: table => new
                {
                    BankKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OrganisationKey = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankShares", x => new { x.BankKey, x.OrganisationKey });
                    table.ForeignKey(
                        name: "FK_BankShares_QuestionBanks_BankKey",
                        column: x => x.BankKey,
                        principalTable: "QuestionBanks",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseStudies",
                columns: table => new
                {
                    ItemKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BankKey = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseStudies", x => x.ItemKey);
                    table.ForeignKey(
                        name: "FK_CaseStudies_PublishableItems_ItemKey",
                        column: x => x.ItemKey,
                        principalTable: "PublishableItems",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseStudies_QuestionBanks_BankKey",
                        column: x => x.BankKey,
                        principalTable: "QuestionBanks",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionEntries_CaseKey",
                table: "QuestionEntries",
                column: "CaseKey");

            migrationBuilder.CreateIndex(
                name: "IX_BankShares_OrganisationKey",
                table: "BankShares",
                column: "OrganisationKey");

            migrationBuilder.CreateIndex(
                name: "IX_CaseStudies_BankKey",
                table: "CaseStudies",
                column: "BankKey");

            migrationBuilder.AddForeignKey(
                name: "FK_QuestionEntries_CaseStudies_CaseKey",
                table: "QuestionEntries",
                column: "CaseKey",
                principalTable: "CaseStudies",
                principalColumn: "ItemKey",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_QuestionEntries_CaseStudies_CaseKey",
                table: "QuestionEntries");

            migrationBuilder.DropTable(
                name: "BankShares");

            migrationBuilder.DropTable(
                name: "CaseStudies");

            migrationBuilder.DropIndex(
                name: "IX_QuestionEntries_CaseKey",
                table: "QuestionEntries");

            migrationBuilder.DropColumn(
                name: "CaseKey",
                table: "QuestionEntries");

            migrationBuilder.DropColumn(
                name: "Described",
                table: "QuestionEntries");

            migrationBuilder.DropColumn(
                name: "SharedWithAll",
                table: "QuestionBanks");
        }
    }
}
