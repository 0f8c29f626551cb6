using Lms.Assessment.Papers;
using Lms.Assessment.Papers.Printing;
using Lms.Content.Media;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Paper;

/// <summary>A published paper on paper: four variants, each with its answer key.</summary>
[Requires(Permission.Author), Route("authoring/papers/{paper:guid}/print")]
public sealed class PrintController(Papers papers, PrintedPapers printed, MediaLibrary media, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid paper, CancellationToken ct) => await papers.DraftAsync(Scope, paper, ct) is { } draft
        ? View("Print", new PrintPage(new PaperHead(draft, PaperTab.Print, MayReview(draft.OwnerKey)), draft.PublishedVersionKey is { } version ? await printed.PreparedAtAsync(version, ct) : null)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Prepare(Guid paper, CancellationToken ct)
    {
        if (await papers.DraftAsync(Scope, paper, ct) is not { PublishedVersionKey: { } version }) return NotFound();
        await printed.PrepareAsync(version, User.PersonKey, ct);
        this.Tell(NoticeKind.Success, Text["PrintPrepared"]);
        return RedirectToAction(nameof(Show), new { paper });
    }

    [HttpGet("{letter}/sheet.pdf")]
    public Task<IActionResult> Sheet(Guid paper, string letter, CancellationToken ct) => FileAsync(paper, letter, key: false, ct);

    [HttpGet("{letter}/key.pdf")]
    public Task<IActionResult> Key(Guid paper, string letter, CancellationToken ct) => FileAsync(paper, letter, key: true, ct);

    private async Task<IActionResult> FileAsync(Guid paper, string letter, bool key, CancellationToken ct)
    {
        if (await papers.DraftAsync(Scope, paper, ct) is not { PublishedVersionKey: { } version } || await printed.ReadAsync(version, letter, ct) is not { } found) return NotFound();
        var bytes = key ? PrintedKey.Render(found, Text) : PrintedSheet.Render(found, await PicturesAsync(found, ct), Text);
        return File(bytes, "application/pdf", $"{(key ? "dap-an" : "de-thi")}-{letter}.pdf");
    }

    private async Task<Dictionary<string, byte[]>> PicturesAsync(PrintedPaper found, CancellationToken ct)
    {
        var pictures = new Dictionary<string, byte[]>();
        foreach (var address in PrintedSheet.Pictures(found).Distinct())
            if (PrintedProse.MediaCode(address) is { } code && await media.BytesAsync(code, ct) is { } bytes) pictures[address] = bytes;
        return pictures;
    }
}

/// <param name="PreparedAt">Null where the variants of the published version are not drawn yet.</param>
public sealed record PrintPage(PaperHead Head, DateTime? PreparedAt);
