using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lms.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddCertificateLifecycle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Certificates_IssuerKey_CertificateNumber",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_IssuerKey_RegisterYear_RegisterNumber",
                table: "Certificates");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DecidedOn",
                table: "Certificates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "DecisionKey",
                table: "Certificates",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecisionNumber",
                table: "Certificates",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HandedOverOn",
                table: "Certificates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HandedOverTo",
                table: "Certificates",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HistoricRegisterNumber",
                table: "Certificates",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsTranscribed",
                table: "Certificates",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "SuccessorKey",
                table: "Certificates",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SupersededAt",
                table: "Certificates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SupersededBecause",
                table: "Certificates",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SupersededOn",
                table: "Certificates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SuspendedAt",
                table: "Certificates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SuspendedOn",
                table: "Certificates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SuspensionReason",
                table: "Certificates",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Turn",
                table: "Certificates",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_DecisionKey",
                table: "Certificates",
                column: "DecisionKey");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_ExpiresOn",
                table: "Certificates",
                column: "ExpiresOn");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_IssuerKey_CertificateNumber_IsTranscribed",
                table: "Certificates",
                columns: new[] { "IssuerKey", "CertificateNumber", "IsTranscribed" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_IssuerKey_RegisterYear_RegisterNumber_IsTranscribed",
                table: "Certificates",
                columns: new[] { "IssuerKey", "RegisterYear", "RegisterNumber", "IsTranscribed" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Certificates_DecisionKey",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_ExpiresOn",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_IssuerKey_CertificateNumber_IsTranscribed",
                table: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Certificates_IssuerKey_RegisterYear_RegisterNumber_IsTranscribed",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "DecidedOn",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "DecisionKey",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "DecisionNumber",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "HandedOverOn",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "HandedOverTo",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "HistoricRegisterNumber",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "IsTranscribed",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "SuccessorKey",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "SupersededAt",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "SupersededBecause",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "SupersededOn",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "SuspendedAt",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "SuspendedOn",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "SuspensionReason",
                table: "Certificates");

            migrationBuilder.DropColumn(
                name: "Turn",
                table: "Certificates");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_IssuerKey_CertificateNumber",
                table: "Certificates",
                columns: new[] { "IssuerKey", "CertificateNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_IssuerKey_RegisterYear_RegisterNumber",
                table: "Certificates",
                columns: new[] { "IssuerKey", "RegisterYear", "RegisterNumber" },
                unique: true);
        }
    }
}
