using System.Globalization;
using Lms.Certificates.Credentials;
using Lms.Certificates.Transcription;
using Lms.Spreadsheets;
using Lms.Training.Organisations;
using Lms.Web.Features.Department;
using Lms.Web.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Register.Transcription;

/// <summary>Transcribing an older register (chép sổ gốc): a spreadsheet is looked at first, then entered, and what is entered stays.</summary>
[Requires(Permission.KeepRegister), Route("register/transcription")]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueLengthLimit = LargestRequest)]
public sealed class TranscriptionController(
    Transcriptions transcriptions, CredentialTypes credentials, Organisations organisations, People people, IDataProtectionProvider protection, IStringLocalizer<TranscriptionText> text) : Controller
{
    /// <summary>The largest file, sealed and written as text, and the rest of the form.</summary>
    private const int LargestRequest = 2 * OldRegisterSheet.LargestFile;

    [HttpGet("")]
    public IActionResult New() => View("Transcription");

    [HttpGet("template.xlsx")]
    public async Task<IActionResult> Template(CancellationToken ct) =>
        File(SheetTemplate.Write(await credentials.ListAsync(ct), await organisations.NamesAsync(ct), text), XlsxFile.ContentType, "mau-chep-so-goc.xlsx");

    /// <summary>Of a file just chosen, or of the one that the page brings back with other lines chosen.</summary>
    [HttpPost("preview")]
    public async Task<IActionResult> Preview(IFormFile? file, [FromForm] ChosenLines lines, CancellationToken ct)
    {
        var packed = file is { Length: > 0 } ? await PackAsync(file, ct) : PackedSheet.Open(protection, User.PersonKey, lines.Packed);
        if (packed is null) return Refuse(text[file is { Length: > 0 } ? "Fault.TooLarge" : lines.Packed is null ? "NoFile" : "Stale", OldRegisterSheet.LargestFile / 1024 / 1024]);
        var sheet = Read(packed);
        if (sheet.Flaw is { } flaw) return Refuse(Words(flaw));
        var without = lines.Without();
        return View("Preview", Page(packed, sheet, await transcriptions.PreviewAsync(await RegisterAsync(sheet, ct), without, ct), without, lines));
    }

    [HttpPost("certificates")]
    public async Task<IActionResult> Create([FromForm] ChosenLines lines, CancellationToken ct)
    {
        if (PackedSheet.Open(protection, User.PersonKey, lines.Packed) is not { } packed) return Refuse(text[lines.Packed is null ? "NoFile" : "Stale"]);
        var sheet = Read(packed);
        if (sheet.Flaw is { } flaw) return Refuse(Words(flaw));
        var register = await RegisterAsync(sheet, ct);
        var without = lines.Without();
        if (lines.WithoutWrong) without.UnionWith((await transcriptions.PreviewAsync(register, without, ct)).Where(l => l.State is LineState.Wrong).Select(l => l.Row));

        var result = await transcriptions.ImportAsync(register, without, User.PersonKey, ct);
        switch (result.Outcome)
        {
            case TranscriptionOutcome.Done:
                return RedirectToAction(nameof(Done), new { added = result.Added, there = result.AlreadyThere, left = sheet.Lines.Count - result.Added - result.AlreadyThere });
            case TranscriptionOutcome.NothingChosen:
                ModelState.Refuse("", text["NothingChosen"]);
                break;
            case TranscriptionOutcome.LinesWrong:
                ModelState.Refuse("lines", text["LinesWrong", result.Lines.Count(l => l.State is LineState.Wrong && !without.Contains(l.Row))]);
                break;
            case TranscriptionOutcome.ChangedMeanwhile:
                ModelState.Refuse("", text["ChangedMeanwhile", result.Added]);
                // What was entered before somebody came between is in the register now.
                result = result with { Lines = await transcriptions.PreviewAsync(register, without, ct) };
                break;
        }

        return this.Again("Preview", Page(packed, sheet, result.Lines, without, lines));
    }

    [HttpGet("done")]
    public IActionResult Done(int added, int there, int left) => View("Done", new DonePage(added, there, left));

    private static async Task<PackedSheet?> PackAsync(IFormFile file, CancellationToken ct)
    {
        if (file.Length > OldRegisterSheet.LargestFile) return null;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        return new PackedSheet(Path.GetFileName(file.FileName), bytes.ToArray());
    }

    private static OldRegisterSheet Read(PackedSheet packed) => OldRegisterSheet.Read(new MemoryStream(packed.Bytes, writable: false));

    private async Task<OldRegister> RegisterAsync(OldRegisterSheet sheet, CancellationToken ct) => new(
        sheet.Lines, [.. (await organisations.NamesAsync(ct)).Select(o => new OldIssuer(o.Key, o.Code, o.Name, o.NameEn))],
        async (codes, births, asked) => [.. (await people.AmongAsync(codes, births, asked)).Select(p => new PossibleHolder(p.Key, p.StaffCode, p.FullName, p.BirthDate))]);

    private PreviewPage Page(PackedSheet packed, OldRegisterSheet sheet, IReadOnlyList<CheckedLine> lines, HashSet<int> without, ChosenLines asked) =>
        new(packed.Name, packed.Seal(protection, User.PersonKey), lines, without, sheet.Ignored, asked.Place.View, asked.Place.Page);

    private ViewResult Refuse(string problem)
    {
        ModelState.Refuse("file", problem);
        return this.Again("Transcription", new object());
    }

    private string Words(SheetFlaw flaw) => flaw.Fault switch
    {
        SheetFault.TooLarge => text["Fault.TooLarge", OldRegisterSheet.LargestFile / 1024 / 1024],
        SheetFault.TooManyRows => text["Fault.TooManyRows", OldRegisterSheet.MostRows.ToString("N0", CultureInfo.CurrentCulture)],
        SheetFault.ColumnsMissing or SheetFault.ColumnTwice or SheetFault.Unreadable or SheetFault.NotUtf8 or SheetFault.Empty =>
            text[$"Fault.{flaw.Fault}", string.Join(", ", flaw.Fields.Select(f => $"“{text[$"Field.{f}"].Value}”"))],
    };
}
