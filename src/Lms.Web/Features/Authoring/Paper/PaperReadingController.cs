using Lms.Assessment.Papers;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Paper;

/// <summary>A paper as a trainee would get it, and its past.</summary>
[Requires(Permission.Author), Route("authoring/papers/{paper:guid}")]
public sealed class PaperReadingController(Papers papers, Blueprints blueprints, Chronicle chronicle, TimeProvider clock, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    /// <param name="seed">Another seed is another trainee.</param>
    /// <param name="section">Of timed sections the one that is shown.</param>
    [HttpGet("preview")]
    public async Task<IActionResult> Preview(Guid paper, long seed = 1, int page = 1, int section = 1, CancellationToken ct = default) =>
        await papers.DraftAsync(Scope, paper, ct) is { } draft && await papers.PreviewAsync(paper, seed, ct) is { } preview
            ? View(PaperPreviewPage.Of(new PaperHead(draft, PaperTab.Preview, MayReview(draft.OwnerKey)), preview, page, section, clock.GetUtcNow().UtcDateTime)) : NotFound();

    /// <summary>As it is saved now, whether finished or not.</summary>
    [HttpGet("blueprint")]
    public async Task<IActionResult> Blueprint(Guid paper, BlueprintSide by = BlueprintSide.Difficulty, CancellationToken ct = default) =>
        await papers.DraftAsync(Scope, paper, ct) is { } draft && Enum.IsDefined(by)
            ? View(new PaperBlueprintPage(new PaperHead(draft, PaperTab.Blueprint, MayReview(draft.OwnerKey)), by, await blueprints.TableAsync(draft.Content, by, ct))) : NotFound();

    [HttpGet("history")]
    public async Task<IActionResult> History(Guid paper, CancellationToken ct) =>
        await papers.DraftAsync(Scope, paper, ct) is { } draft
            ? View(new PaperHistoryPage(new PaperHead(draft, PaperTab.History, MayReview(draft.OwnerKey)), await chronicle.OfAsync(paper, ct))) : NotFound();
}
