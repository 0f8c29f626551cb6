using Lms.Assessment.Appeals;
using Lms.Assessment.Attempts;
using Lms.Assessment.Questions;
using Lms.Training.Classes;
using Lms.Training.Organisations;
using Lms.Web.Features.Exams;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using AppealFace = Lms.Assessment.Appeals.Appeals;

namespace Lms.Web.Features.Appeals.Deciding;

/// <summary>Appeals in the classes one plans, and their decisions. Another institution's do not exist here.</summary>
[Requires(Permission.PlanClasses), Route("appeals")]
public sealed class AppealsController(AppealFace appeals, Responsibilities responsibilities, ExamResults results, People people, IStringLocalizer<AppealsText> text) : Controller
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> List(int page = 1, CancellationToken ct = default)
    {
        var all = await appeals.OfContextsAsync(await ClassesAsync(ct), ct);
        var rows = Paging.Cut(all, page, PageSize, out var pager);
        return View("List", new AppealListPage(rows, await people.NamesAsync([.. rows.Select(r => r.LearnerKey).Distinct()], ct), pager));
    }

    [HttpGet("{appeal:guid}")]
    public async Task<IActionResult> Show(Guid appeal, CancellationToken ct) =>
        await PageAsync(appeal, new DecisionForm(), ct) is { } page ? View("Decision", page) : NotFound();

    [HttpPost("{appeal:guid}")]
    public async Task<IActionResult> Decide(Guid appeal, DecisionForm form, CancellationToken ct)
    {
        if (await PageAsync(appeal, form, ct) is not { } page) return NotFound();
        if (form.Upheld is not { } upheld) return Again(page, nameof(DecisionForm.Upheld), "DecisionMissing");
        if (form.Remarks() is not { } remarks) return Again(page, nameof(DecisionForm.Points), "PointsWrong");
        return await appeals.DecideAsync(appeal, upheld, form.Reasons?.ReplaceLineEndings("\n").Trim() ?? "", remarks, User.PersonKey, ct) switch
        {
            DecisionOutcome.Decided => Told(NoticeKind.Success, "Decided"),
            DecisionOutcome.AlreadyDecided => Told(NoticeKind.Info, "AlreadyDecided"),
            DecisionOutcome.OwnAppeal => Told(NoticeKind.Warning, "OwnAppeal"),
            DecisionOutcome.ReasonsMissing => Again(page, nameof(DecisionForm.Reasons), "ReasonsMissing"),
            DecisionOutcome.ReasonsTooLong => Again(page, nameof(DecisionForm.Reasons), "ReasonsTooLong"),
            DecisionOutcome.PointsOutOfRange => Again(page, nameof(DecisionForm.Points), "PointsWrong"),
            DecisionOutcome.DismissedButRemarked => Again(page, nameof(DecisionForm.Points), "DismissedButRemarked"),
            DecisionOutcome.NotFound => NotFound(),
        };

        LocalRedirectResult Told(NoticeKind kind, string key)
        {
            this.Tell(kind, text[key]);
            return LocalRedirect($"/appeals/{appeal}");
        }
    }

    private ViewResult Again(DecisionPage page, string field, string key)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError(field, text[key]);
        return View("Decision", page);
    }

    private async Task<DecisionPage?> PageAsync(Guid key, DecisionForm form, CancellationToken ct)
    {
        if (await appeals.FindAsync(key, ct) is not { } appeal || !(await ClassesAsync(ct)).Contains(appeal.ContextKey)) return null;
        var marked = (await results.DetailAsync(appeal.Attempt, ct))?.Slots.Where(s => s.Question.Type is QuestionType.Essay or QuestionType.FileUpload && s.Response is { IsEmpty: false });
        return new DecisionPage(appeal, (await people.NamesAsync([appeal.LearnerKey], ct)).GetValueOrDefault(appeal.LearnerKey, "–"), [.. marked ?? []], form);
    }

    private Task<List<Guid>> ClassesAsync(CancellationToken ct)
    {
        var scope = User.ScopeOf(Permission.PlanClasses);
        return responsibilities.ClassesOfAsync(scope.All ? null : [.. scope.Organisations], ct);
    }
}

/// <summary>A decision as it is sent.</summary>
public sealed class DecisionForm
{
    private const decimal MostPoints = 100_000m;

    public bool? Upheld { get; set; }
    public string? Reasons { get; set; }
    /// <summary>Slot → new points as typed; empty leaves the mark.</summary>
    public Dictionary<int, string?> Points { get; set; } = [];

    /// <summary>Null where something typed is no number.</summary>
    public List<Remark>? Remarks()
    {
        var remarks = new List<Remark>();
        foreach (var (slot, typed) in Points.Where(p => !string.IsNullOrWhiteSpace(p.Value)))
        {
            if (TypedPoints.Read(typed, MostPoints) is not { } points) return null;
            remarks.Add(new Remark(slot, points));
        }

        return remarks;
    }
}

public sealed record AppealListPage(IReadOnlyList<AppealDetail> Appeals, IReadOnlyDictionary<Guid, string> Names, Pager Pager);

/// <param name="Marked">The answers that were marked by hand: only their points a decision can change.</param>
public sealed record DecisionPage(AppealDetail Appeal, string Learner, IReadOnlyList<SlotReview> Marked, DecisionForm Form);
