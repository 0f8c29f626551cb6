using Lms.Assessment.Analysis;
using Lms.Assessment.Papers;
using Lms.Web.Features.Analysis;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Paper;

/// <summary>How a paper and its questions have done in all exams held with it.</summary>
[Requires(Permission.Author), Route("authoring/papers/{paper:guid}/analysis")]
public sealed class PaperAnalysisController(Papers papers, ExamAnalysis analysis, IStringLocalizer<AuthoringText> text, IStringLocalizer<AnalysisText> words) : AuthoringController(text)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid paper, CancellationToken ct) => await papers.DraftAsync(Scope, paper, ct) is { } draft
        ? View("Analysis", new PaperAnalysisPage(new PaperHead(draft, PaperTab.Analysis, MayReview(draft.OwnerKey)), await analysis.OfPaperAsync(paper, ct))) : NotFound();

    [HttpGet("file.{extension}")]
    public async Task<IActionResult> Download(Guid paper, string extension, CancellationToken ct) =>
        await papers.DraftAsync(Scope, paper, ct) is not null && AnalysisFile.Of(extension, await analysis.OfPaperAsync(paper, ct), words) is { } file ? file : NotFound();
}

public sealed record PaperAnalysisPage(PaperHead Head, AnalysedPaper Figures);
