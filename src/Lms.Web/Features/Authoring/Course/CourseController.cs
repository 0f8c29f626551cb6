using Lms.Content.Courses;
using Lms.Publishing;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Course;

/// <summary>The courses of one's institution, what is said of each, and its way to the public.</summary>
[Requires(Permission.Author), Route("authoring/courses")]
public sealed class CourseController(Courses courses, Owners owners, Chronicle chronicle, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    private const int PageSize = 25;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? search, Stage? stage, int page = 1, CancellationToken ct = default)
    {
        var found = (await courses.ListAsync(Scope, ct))
            .Where(c => (stage is null || c.Stage == stage) && SearchText.Matches($"{c.Code} {c.Title}", search))
            .OrderByDescending(c => c.ChangedAt).ToList();
        var shown = Paging.Cut(found, page, PageSize, out var pager);
        return View(new CourseListPage(shown, await owners.WithinAsync(Scope, ct), search, stage, pager));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken ct) => View(new NewCoursePage(new CourseForm(), await owners.WithinAsync(Scope, ct)));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = FormName)] CourseForm form, CancellationToken ct)
    {
        var owner = OwnerOfNew(form.OwnerKey);
        if (!Scope.Covers(owner)) return NotFound();
        RefuseUnreadable();
        if (ModelState.IsValid)
        {
            var (outcome, key, problems) = await courses.CreateAsync(owner, form.ApplyTo(new CourseContent { Code = "", Title = "" }), User.PersonKey, ct);
            if (outcome == DraftOutcome.Done)
            {
                this.Tell(NoticeKind.Success, Text["CourseCreated"]);
                return RedirectToAction("Show", "Outline", new { course = key });
            }

            Refuse(problems);
        }

        return Again("New", new NewCoursePage(form, await owners.WithinAsync(Scope, ct)));
    }

    [HttpGet("{course:guid}/details")]
    public async Task<IActionResult> Details(Guid course, CancellationToken ct) =>
        await courses.DraftAsync(Scope, course, ct) is { } draft ? View(await DetailsPageAsync(draft, CourseForm.Of(draft), ct)) : NotFound();

    [HttpPost("{course:guid}/details")]
    public async Task<IActionResult> Change(Guid course, [Bind(Prefix = FormName)] CourseForm form, CancellationToken ct)
    {
        if (await courses.DraftAsync(Scope, course, ct) is not { } draft) return NotFound();
        RefuseUnreadable();
        if (!ModelState.IsValid) return Again("Details", await DetailsPageAsync(draft, form, ct));

        var (outcome, problems) = await courses.SaveAsync(course, form.Revision, form.ApplyTo(draft.Content), User.PersonKey, ct);
        switch (outcome)
        {
            case DraftOutcome.Done:
                this.Tell(NoticeKind.Success, Text["Saved"]);
                return RedirectToAction(nameof(Details), new { course });
            case DraftOutcome.ChangedMeanwhile:
                if (await courses.DraftAsync(Scope, course, ct) is not { } present) return NotFound();
                form.Revision = present.Revision;
                return AgainAfterConflict("Details", await DetailsPageAsync(present, form, ct));
            case DraftOutcome.Invalid or DraftOutcome.WrongStage:
                Refuse(problems);
                return Again("Details", await DetailsPageAsync(draft, form, ct));
            case DraftOutcome.NotFound:
            default: return NotFound();
        }
    }

    [HttpGet("{course:guid}/history")]
    public async Task<IActionResult> History(Guid course, CancellationToken ct) =>
        await courses.DraftAsync(Scope, course, ct) is { } draft
            ? View(new CourseHistoryPage(new CourseHead(draft, CourseTab.History, MayReview(draft.OwnerKey)), await chronicle.OfAsync(course, ct)))
            : NotFound();

    private async Task<CourseDetailsPage> DetailsPageAsync(CourseDraft draft, CourseForm form, CancellationToken ct) =>
        new(new CourseHead(draft, CourseTab.Details, MayReview(draft.OwnerKey)), form, (await owners.WithinAsync(Scope, ct)).NameOf(draft.OwnerKey));

    private void Refuse(IReadOnlyList<CourseProblem> problems)
    {
        foreach (var problem in problems)
            Refuse(problem.Field.StartsWith("Objectives", StringComparison.Ordinal) ? "Objectives" : problem.Field, PlacedProblem.WordsOf(problem.Kind, Text));
    }
}
