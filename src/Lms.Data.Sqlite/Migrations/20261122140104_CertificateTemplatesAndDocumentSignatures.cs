using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CertificateTemplatesAndDocumentSignatures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "TemplateKey",
                table: "CredentialTypes",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "TemplateVersionKey",
                table: "Certificates",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CertificateTemplatePictures",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Channels = table.Column<int>(type: "INTEGER", nullable: false),
                    IsJpeg = table.Column<bool>(type: "INTEGER", nullable: false),
                    Data = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateTemplatePictures", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "CertificateTemplates",
                columns: table => new
                {
                    Key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Draft = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    VersionKey = table.Column<byte[]>(type: "BLOB", nullable: true),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateTemplates", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "DocumentCertificates",
                columns: table => new
                {
                    Thumbprint = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Der = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FirstUsedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentCertificates", x => x.Thumbprint);
                });

            migrationBuilder.CreateTable(
                name: "DocumentSignatures",
                columns: table => new
                {
                    Key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CertificateKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Digest = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Cms = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TemplateKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Design = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
