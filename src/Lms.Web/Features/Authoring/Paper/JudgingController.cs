using System.Globalization;
using Lms.Assessment.Standards;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Paper;

/// <summary>A judge's sheet. Whoever is invited may see the questions, of whichever institution the paper is.</summary>
[Requires(Permission.Author), Route("authoring/standards/{study:guid}")]
public sealed class JudgingController(StandardSettings standards, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid study, CancellationToken ct) =>
        await standards.SheetAsync(study, User.PersonKey, ct) is { } sheet ? View("Judging", new JudgingPage(sheet, [.. sheet.Estimates.Select(e => e?.ToString(CultureInfo.InvariantCulture))])) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Save(Guid study, List<string?> estimates, CancellationToken ct)
    {
        if (await standards.SheetAsync(study, User.PersonKey, ct) is not { } sheet) return NotFound();
        ModelState.Clear();
        var typed = Enumerable.Range(0, sheet.Study.Questions.Count).Select(i => i < estimates.Count ? estimates[i] : null).ToList();
        var read = typed.ConvertAll(t => string.IsNullOrWhiteSpace(t) ? (int?)null : int.TryParse(t.Trim().TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100 ? percent : -1);
        foreach (var (i, percent) in read.Index())
            if (percent < 0) ModelState.AddModelError($"estimates[{i}]", Text["EstimateOutOfRange", i + 1]);
        if (!ModelState.IsValid) return Again("Judging", new JudgingPage(sheet, typed));

        var outcome = await standards.EstimateAsync(study, User.PersonKey, read, ct);
        if (outcome == StudyOutcome.NotFound) return NotFound();
        var open = read.Count(r => r is null);
        this.Tell(outcome == StudyOutcome.Done ? NoticeKind.Success : NoticeKind.Warning, outcome != StudyOutcome.Done ? Text[$"Study{outcome}"] : open == 0 ? Text["EstimatesComplete"] : Text["EstimatesSaved", open]);
        return RedirectToAction(nameof(Show), new { study });
    }
}

/// <param name="Typed">As it stands in the fields.</param>
public sealed record JudgingPage(JudgeSheet Sheet, IReadOnlyList<string?> Typed);
