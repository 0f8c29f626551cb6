using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CertificateTemplatesAndDocumentSignatures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "TemplateKey",
                table: "CredentialTypes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TemplateVersionKey",
                table: "Certificates",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CertificateTemplatePictures",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    Channels = table.Column<int>(type: "integer", nullable: false),
                    IsJpeg = table.Column<bool>(type: "boolean", nullable: false),
                    Data = table.Column<byte[]>(type: "bytea", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateTemplatePictures", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "CertificateTemplates",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Draft = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    VersionKey = table.Column<Guid>(type: "uuid", nullable: true),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateTemplates", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "DocumentCertificates",
                columns: table => new
                {
                    Thumbprint = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Der = table.Column<byte[]>(type: "bytea", nullable: false),
                    FirstUsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentCertificates", x => x.Thumbprint);
                });

            migrationBuilder.CreateTable(
                name: "DocumentSignatures",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    CertificateKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Digest = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Cms = table.Column<byte[]>(type: "bytea", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentSignatures", x => x.Key);
                    table.ForeignKey(
                        name: "FK_DocumentSignatures_Certificates_CertificateKey",
                        column: x => x.CertificateKey,
                        principalTable: "Certificates",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CertificateTemplateVersions",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    TemplateKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Design = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateTemplateVersions", x => x.Key);
                    table.ForeignKey(
                        name: "FK_CertificateTemplateVersions_CertificateTemplates_TemplateKey",
                        column: x => x.TemplateKey,
                        principalTable: "CertificateTemplates",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CertificateTemplateVersions_TemplateKey_Number",
                table: "CertificateTemplateVersions",
                columns: new[] { "TemplateKey", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentSignatures_CertificateKey_Digest",
                table: "DocumentSignatures",
                columns: new[] { "CertificateKey", "Digest" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CertificateTemplatePictures");

            migrationBuilder.DropTable(
                name: "CertificateTemplateVersions");

            migrationBuilder.DropTable(
                name: "DocumentCertificates");

            migrationBuilder.DropTable(
                name: "DocumentSignatures");

            migrationBuilder.DropTable(
                name: "CertificateTemplates");

            migrationBuilder.DropColumn(
                name: "TemplateKey",
                table: "CredentialTypes");

            migrationBuilder.DropColumn(
                name: "TemplateVersionKey",
                table: "Certificates");
        }
    }
}
