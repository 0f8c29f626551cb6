using Lms.Certificates.Credentials;
using Lms.Certificates.Transcription;
using Lms.Spreadsheets;
using Lms.Training.Organisations;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Register.Transcription;

/// <summary>The workbook to fill in: the columns with an example, what goes into each, and the codes that may be used.</summary>
internal static class SheetTemplate
{
    public static byte[] Write(IReadOnlyList<CredentialType> credentials, IReadOnlyList<OrganisationName> organisations, IStringLocalizer<TranscriptionText> text)
    {
        var fields = Enum.GetValues<OldField>();
        var issuers = organisations.Where(o => o.Kind is OrganisationKind.Institution or OrganisationKind.Department).ToList();
        return XlsxFile.Write(
            new Table(text["Sheet.Register"], [.. fields.Select(f => text[$"Field.{f}"].Value)], [[.. fields.Select(f => Example(f, credentials, issuers))]]),
            new Table(text["Sheet.Notes"], [text["Sheet.Column"], text["Sheet.Needed"], text["Sheet.What"]],
                [.. fields.Select(IReadOnlyList<object?> (f) => [text[$"Field.{f}"].Value, text[f.IsNeeded() ? "Sheet.Yes" : "Sheet.No"].Value, text[$"Note.{f}"].Value]), [null, null, text["Note.Example", OldRegisterSheet.ExampleNumber].Value]]),
            new Table(text["Sheet.Credentials"], [text["Sheet.Code"], text["Sheet.Name"]], [.. credentials.Select(IReadOnlyList<object?> (c) => [c.Code, c.Name])]),
            new Table(text["Sheet.Issuers"], [text["Sheet.Code"], text["Sheet.Name"]], [.. issuers.Select(IReadOnlyList<object?> (o) => [o.Code, o.Name])]));
    }

    private static object? Example(OldField field, IReadOnlyList<CredentialType> credentials, List<OrganisationName> issuers) => field switch
    {
        OldField.RegisterNumber => "0045/SG-2019",
        OldField.CertificateNumber => OldRegisterSheet.ExampleNumber,
        OldField.HolderName => "Mạch Thị Thu Ngân",
        OldField.BirthDate => new DateOnly(1985, 9, 5),
        OldField.BirthPlace => "An Giang",
        OldField.Organisation => "Trung tâm Bảo trợ xã hội Tân Hiệp",
        OldField.Credential => credentials.Count > 0 ? credentials[0].Code : "CTXH-III",
        OldField.Class => "K12-2019",
        OldField.Course => "Quản lý ca trong công tác xã hội",
        OldField.Hours => 120,
        OldField.StudiedFrom => new DateOnly(2019, 9, 9),
        OldField.StudiedTo => new DateOnly(2019, 11, 29),
        OldField.Result => "Giỏi",
        OldField.DecisionNumber => "88/QĐ-ĐHLĐXH",
        OldField.DecidedOn => new DateOnly(2019, 12, 16),
        OldField.IssuedOn => new DateOnly(2019, 12, 20),
        OldField.ExpiresOn => null,
        OldField.Signatory => "TS. Trần Minh Hòa",
        OldField.SignatoryTitle => "Giám đốc",
        OldField.Issuer => issuers.Count > 0 ? issuers[0].Code : "DHLDXH",
        OldField.StaffCode => null,
    };
}
