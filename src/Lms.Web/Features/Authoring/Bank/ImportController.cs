using Lms.Assessment.Exchange;
using Lms.Assessment.Questions;
using Lms.Content.Media;
using Lms.Data;
using Lms.Web.Features.Media;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Bank;

/// <summary>Questions from a file: looked at first, taken whole or in part, and taken back where that was a mistake.</summary>
[Requires(Permission.Author), Route("authoring/banks/{bank:guid}/import")]
[RequestSizeLimit(Uploads.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = Uploads.LargestRequest, ValueLengthLimit = (int)Uploads.LargestRequest, ValueCountLimit = MostValues)]
public sealed class ImportController(QuestionBanks banks, BankContents contents, MediaLibrary media, IDataProtectionProvider protection, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    private const int UsualDifficulty = 2, LongestLabel = 400, MostValues = 20_000;

    [HttpGet("")]
    public async Task<IActionResult> New(Guid bank, CancellationToken ct) =>
        await banks.FindAsync(Scope, bank, ct) is { } found ? View("Import", new ImportUploadPage(found)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Preview(Guid bank, IFormFile? file, QuestionFormat? format, string? category, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        if (file is null or { Length: 0 } || file.Length > QuestionFiles.LargestFile)
        {
            ModelState.AddModelError("file", file is null or { Length: 0 } ? Text["ImportNoFile"] : Text["StoreTooLarge", file.FileName]);
            return Again("Import", new ImportUploadPage(found));
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        return View("ImportPreview", await PageAsync(found, new PackedFile(file.FileName, format, bytes.ToArray()), category, ct));
    }

    /// <param name="all">Every question that may be taken, whatever is ticked.</param>
    [HttpPost("questions")]
    public async Task<IActionResult> Take(Guid bank, string? packed, string? category, List<int> chosen, bool all, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        if (PackedFile.Open(protection, bank, packed) is not { } file)
        {
            ModelState.AddModelError("file", Text["ImportStale"]);
            return Again("Import", new ImportUploadPage(found));
        }

        var imported = file.Read(ct);
        var questions = imported.Questions.Index().Where(q => ImportPreviewPage.MayBeTaken(q.Item) && (all || chosen.Contains(q.Index))).Select(q => q.Item).ToList();
        if (questions.Count == 0)
        {
            ModelState.AddModelError("", Text["ImportNothing"]);
            return Again("ImportPreview", await PageAsync(found, file, category, ct));
        }

        // Files are stored once it is sure that their questions will be: addresses are all that is wanting in them.
        var foreseen = imported.Media.Select(m => m.Name).Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => $"/media/{PublicCode.New()}/{Uri.EscapeDataString(name)}", StringComparer.Ordinal);
        if (QuestionBanks.Problems([.. questions.Select(q => Draft(q, category, foreseen))]) is { Count: > 0 } wrong) return await RefusedAsync(found, file, category, wrong, ct);
        var addresses = await StoreAsync(imported.Media, found.OwnerKey, ct);
        var (outcome, keys, problems) = await contents.TakeInAsync(bank, [.. questions.Select(q => (Draft(q, category, addresses), q.Case is { } study ? MediaReferences.Placed(study, addresses) : null))], User.PersonKey, ct);
        if (outcome == QuestionOutcome.Done) return RedirectToAction(nameof(Done), new { bank, one = keys[0], count = keys.Count });
        return await RefusedAsync(found, file, category, problems, ct);
    }

    private async Task<IActionResult> RefusedAsync(BankSummary bank, PackedFile file, string? category, IReadOnlyList<QuestionProblem> problems, CancellationToken ct)
    {
        foreach (var problem in problems) ModelState.AddModelError("", $"{problem.Field}: {Text[$"QuestionProblem{problem.Kind}"]}");
        return Again("ImportPreview", await PageAsync(bank, file, category, ct));
    }

    [HttpGet("done")]
    public async Task<IActionResult> Done(Guid bank, Guid one, int count, CancellationToken ct) =>
        await banks.FindAsync(Scope, bank, ct) is { } found ? View("ImportDone", new ImportDonePage(found, count, one)) : NotFound();

    [HttpPost("withdrawals")]
    public async Task<IActionResult> TakeBack(Guid bank, Guid one, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is null) return NotFound();
        this.Tell(NoticeKind.Success, Text["ImportTakenBack", await contents.TakeBackAsync(bank, one, ct)]);
        return LocalRedirect($"~/authoring/banks/{bank}");
    }

    /// <returns>Addresses by name; a file of a type the library does not take has none.</returns>
    private async Task<Dictionary<string, string>> StoreAsync(IReadOnlyList<ImportedMedia> files, Guid? owner, CancellationToken ct)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var content = new MemoryStream(file.Bytes, writable: false);
            var (_, stored) = await media.StoreAsync(file.Name, content, owner, User.PersonKey, ct);
            if (stored is not null) addresses[file.Name] = stored.Address;
        }

        return addresses;
    }

    private static QuestionDraft Draft(ImportedQuestion question, string? category, IReadOnlyDictionary<string, string> addresses)
    {
        var place = question.Category.Length > 0 ? question.Category : category?.Trim() ?? "";
        return new QuestionDraft(Cut(place), question.Difficulty ?? UsualDifficulty, Cut(question.Outcome), MediaReferences.Placed(question.Definition!, addresses))
            { Tags = QuestionTags.Fitting(question.Tags), Level = question.Level, Source = Cut(question.Source) };
    }

    private static string Cut(string label) => label.Length > LongestLabel ? label[..LongestLabel] : label;

    private async Task<ImportPreviewPage> PageAsync(BankSummary bank, PackedFile packed, string? category, CancellationToken ct)
    {
        var file = packed.Read(ct);
        var duplicates = await contents.DuplicatesAsync(bank.Key, [.. file.Questions.Select(q => ImportPreviewPage.MayBeTaken(q) ? q.Definition : null)], ct);
        return new ImportPreviewPage(bank, file, packed.Name, packed.Seal(protection, bank.Key), duplicates, string.IsNullOrWhiteSpace(category) ? Text["ImportCategoryDefault"] : category.Trim());
    }
}
