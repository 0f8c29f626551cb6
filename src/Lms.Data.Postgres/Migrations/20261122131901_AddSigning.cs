using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AddSigning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CertificateSeals",
                columns: table => new
                {
                    CertificateKey = table.Column<Guid>(type: "uuid", nullable: false),
                    StatusList = table.Column<int>(type: "integer", nullable: false),
                    StatusIndex = table.Column<int>(type: "integer", nullable: false),
                    KeyId = table.Column<string>(type: "character varying(43)", unicode: false, maxLength: 43, nullable: false),
                    Cose = table.Column<byte[]>(type: "bytea", maxLength: 2000, nullable: false),
                    Jwt = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    SealedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateSeals", x => x.CertificateKey);
                    table.ForeignKey(
                        name: "FK_CertificateSeals_Certificates_CertificateKey",
                        column: x => x.CertificateKey,
                        principalTable: "Certificates",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SigningKeys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(43)", unicode: false, maxLength: 43, nullable: false),
                    X = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Y = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    SealedPrivateKey = table.Column<byte[]>(type: "bytea", maxLength: 1000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActivatesAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RetiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawalReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SigningKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StatusLists",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Secret = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatusLists", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CertificateSeals_KeyId",
                table: "CertificateSeals",
                column: "KeyId");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateSeals_StatusList_StatusIndex",
                table: "CertificateSeals",
                columns: new[] { "StatusList", "StatusIndex" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CertificateSeals");

            migrationBuilder.DropTable(
                name: "SigningKeys");

            migrationBuilder.DropTable(
                name: "StatusLists");
        }
    }
}
