using Lms.Certificates.Credentials;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Register.Certificates;

/// <summary>The register of certificates (sổ gốc): search it, open a line, take it along as a spreadsheet.</summary>
[Requires(Permission.KeepRegister), Route("register/certificates")]
public sealed class RegisterController(
    CertificateRegister register, Lms.Certificates.Issuing.Certificates certificates, CredentialTypes credentials, People people, IStringLocalizer<RegisterText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] RegisterQuery query, CancellationToken ct) =>
        View("Register", new RegisterListPage(query, await register.PageAsync(query.Filter, Math.Max(1, query.Page), ct: ct), await credentials.ListAsync(ct)));

    [HttpGet("{code}")]
    public async Task<IActionResult> Show(string code, CancellationToken ct)
    {
        if (!CertificateCode.TryParse(code, out var parsed) || await register.FindAsync(parsed, ct) is not { } entry) return NotFound();
        var events = await register.EventsAsync(parsed, ct);
        var names = await people.NamesAsync([.. events.Select(e => e.By).OfType<Guid>().Distinct()], ct);
        return View("Certificate", new CertificatePage(entry, events, names));
    }

    [HttpGet("{code}/pdf")]
    public async Task<IActionResult> Pdf(string code, CancellationToken ct) =>
        CertificateCode.TryParse(code, out var parsed) && await certificates.DocumentAsync(parsed, ct: ct) is { } document
            ? File(document.Pdf, "application/pdf", document.FileName) : NotFound();

    [HttpGet("file.csv")]
    public async Task<IActionResult> Csv([FromQuery] RegisterQuery query, CancellationToken ct) =>
        File(CsvFile.Write(await TableAsync(query, ct)), CsvFile.ContentType, "so-goc-chung-chi.csv");

    [HttpGet("file.xlsx")]
    public async Task<IActionResult> Xlsx([FromQuery] RegisterQuery query, CancellationToken ct) =>
        File(XlsxFile.Write(await TableAsync(query, ct)), XlsxFile.ContentType, "so-goc-chung-chi.xlsx");

    private async Task<Table> TableAsync(RegisterQuery query, CancellationToken ct)
    {
        var rows = new List<IReadOnlyList<object?>>();
        await foreach (var e in register.AllAsync(query.Filter, ct))
            rows.Add([e.RegisterYear, e.IsTranscribed ? e.HistoricRegisterNumber : e.RegisterNumber, e.CertificateNumber, e.HolderName, e.BirthDate, e.BirthPlace, e.OrganisationName, e.CredentialName, e.IssuerName,
                e.ClassCode, e.CourseTitle, e.IsTranscribed ? null : e.CourseVersion, e.ResultPercent ?? (object?)e.HistoricResult, e.DecisionWording, e.SignatoryName, e.IssuedOn, e.ExpiresOn, text[$"Standing.{e.Standing}"].Value, e.RevokedOn, e.RevocationReason, e.DecisionNumber, e.DecidedOn, e.HandedOverOn, e.HandedOverTo, e.Code.Value, e.IsTranscribed ? text["Origin.Transcribed"].Value : null]);
        return new Table(text["Title"], [.. Columns.Select(c => text[$"Column.{c}"].Value)], rows);
    }

    private static readonly string[] Columns =
        ["Year", "RegisterNumber", "CertificateNumber", "Holder", "BirthDate", "BirthPlace", "Organisation", "Credential", "Issuer",
         "Class", "Course", "CourseVersion", "Result", "Decision", "Signatory", "IssuedOn", "ExpiresOn", "Standing", "RevokedOn", "Reason", "DecisionNumber", "DecidedOn", "HandedOverOn", "HandedOverTo", "Code", "Origin"];
}

/// <summary>Issued here, or copied from an older register.</summary>
public enum RegisterOrigin { Issued, Transcribed }

public sealed record RegisterQuery(string? Search = null, string? Credential = null, int? Year = null, Standing? Standing = null, int? Expires = null, int Page = 1, RegisterOrigin? Origin = null)
{
    public RegisterFilter Filter => new(string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), string.IsNullOrEmpty(Credential) ? null : Credential, Year, Standing, ExpiresWithin: Expires is > 0 and <= 366 ? Expires : null,
        Transcribed: Origin is { } origin ? origin is RegisterOrigin.Transcribed : null);
}

public sealed record RegisterListPage(RegisterQuery Query, RegisterPage Found, IReadOnlyList<CredentialType> Credentials);
public sealed record CertificatePage(RegisterEntry Entry, IReadOnlyList<RegisterEvent> Events, IReadOnlyDictionary<Guid, string> Names);
