using System.Globalization;
using Lms.Assessment.Papers;
using Lms.Assessment.Standards;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Paper;

/// <summary>How a paper's pass mark is found: the judges invited, what they say, the cut score.</summary>
[Requires(Permission.Author), Route("authoring/papers/{paper:guid}/standard")]
public sealed class StandardController(Papers papers, StandardSettings standards, People people, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid paper, CancellationToken ct) => await PageAsync(paper, ct) is { } page ? View("Standard", page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Open(Guid paper, CancellationToken ct) =>
        await papers.DraftAsync(Scope, paper, ct) is { } draft ? Told(paper, await standards.OpenAsync(paper, draft.Content, User.PersonKey, ct), "StudyOpened") : NotFound();

    [HttpPost("judges")]
    public async Task<IActionResult> Invite(Guid paper, string? staffCode, CancellationToken ct)
    {
        if (await PageAsync(paper, ct) is not { Study: { } study } page) return NotFound();
        if (string.IsNullOrWhiteSpace(staffCode) || await people.FindByStaffCodeAsync(staffCode.Trim(), ct) is not { } person)
        {
            ModelState.AddModelError("staffCode", Text["NobodyHasStaffCode"]);
            return Again("Standard", page with { TypedCode = staffCode });
        }

        return Told(paper, await standards.InviteAsync(study.Key, person.Key, ct), "JudgeInvited", person.FullName);
    }

    [HttpPost("rounds")]
    public async Task<IActionResult> Advance(Guid paper, CancellationToken ct) =>
        await PageAsync(paper, ct) is { Study: { } study } ? Told(paper, await standards.AdvanceAsync(study.Key, ct), "RoundEnded") : NotFound();

    [HttpPost("pass-mark")]
    public async Task<IActionResult> Take(Guid paper, CancellationToken ct)
    {
        if (await PageAsync(paper, ct) is not { Study.PassMark: { } passMark } page) return NotFound();
        if (!page.PaperUnchanged) return Told(paper, StudyOutcome.PaperNotReady, "");
        var (outcome, _) = await papers.SaveAsync(paper, page.Head.Draft.Revision, page.Head.Draft.Content with { PassMarkPoints = passMark }, User.PersonKey, ct);
        switch (outcome)
        {
            case PaperOutcome.Done:
                this.Tell(NoticeKind.Success, Text["PassMarkTaken", passMark.Value.ToString("0.##", CultureInfo.CurrentCulture)]);
                return RedirectToAction(nameof(PaperController.Edit), "Paper", new { paper });
            case PaperOutcome.ChangedMeanwhile or PaperOutcome.Invalid or PaperOutcome.WrongStage or PaperOutcome.NotFound:
            default:
                this.Tell(NoticeKind.Warning, Text["ChangedBeforeStep"]);
                return RedirectToAction(nameof(Show), new { paper });
        }
    }

    private RedirectToActionResult Told(Guid paper, StudyOutcome outcome, string done, string name = "")
    {
        this.Tell(outcome == StudyOutcome.Done ? NoticeKind.Success : NoticeKind.Warning, Text[outcome == StudyOutcome.Done ? done : $"Study{outcome}", name]);
        return RedirectToAction(nameof(Show), new { paper });
    }

    private async Task<StandardPage?> PageAsync(Guid paper, CancellationToken ct)
    {
        if (await papers.DraftAsync(Scope, paper, ct) is not { } draft) return null;
        var study = await standards.OfPaperAsync(paper, ct);
        return new StandardPage(new PaperHead(draft, PaperTab.Standard, MayReview(draft.OwnerKey)), study, study is null ? new Dictionary<Guid, string>() : await people.NamesAsync(study.Judges, ct));
    }
}

public sealed record StandardPage(PaperHead Head, Study? Study, IReadOnlyDictionary<Guid, string> Names)
{
    public string? TypedCode { get; init; }
    /// <summary>The paper still has the points that were judged; with others the cut score would mean something else.</summary>
    public bool PaperUnchanged => Study is not null && Study.Maximum.Hundredths ==
        Head.Draft.Content.Sections.Sum(s => s.Draws.Sum(d => d.Count * d.PointsEach.Hundredths) + s.Questions.Sum(q => q.Points.Hundredths));
}
