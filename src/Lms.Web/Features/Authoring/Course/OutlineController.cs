using Lms.Content.Courses;
using Lms.Data;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Course;

/// <summary>The outline of a course: every small form is one change of the draft.</summary>
[Requires(Permission.Author), Route("authoring/courses/{course:guid}")]
public sealed class OutlineController(Courses courses, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid course, CancellationToken ct) =>
        await courses.DraftAsync(Scope, course, ct) is { } draft ? View("Outline", Page(draft)) : NotFound();

    [HttpPost("modules")]
    public Task<IActionResult> AddModule(Guid course, OutlineEntry entry, CancellationToken ct) =>
        ChangeAsync(course, "new-module", entry, c => c.WithModule(Title(entry), entry.Summary?.Trim() ?? ""), ct);

    [HttpPost("modules/{module}")]
    public Task<IActionResult> ChangeModule(Guid course, string module, OutlineEntry entry, CancellationToken ct) =>
        ChangeAsync(course, $"module-{module}", entry,
            c => c.WithModuleChanged(module, m => m with { Title = Title(entry), Summary = entry.Summary?.Trim() ?? "" }), ct);

    [HttpPost("modules/{module}/position")]
    public Task<IActionResult> MoveModule(Guid course, string module, OutlineEntry entry, CancellationToken ct) =>
        ChangeAsync(course, $"module-{module}", entry, c => c.WithModuleMoved(module, entry.Direction), ct);

    [HttpPost("modules/{module}/deletion")]
    public Task<IActionResult> DeleteModule(Guid course, string module, OutlineEntry entry, CancellationToken ct) =>
        ChangeAsync(course, "outline", entry, c => c.WithoutModule(module), ct);

    [HttpPost("modules/{module}/lessons")]
    public async Task<IActionResult> AddLesson(Guid course, string module, OutlineEntry entry, CancellationToken ct)
    {
        var lesson = PublicCode.New().Value;
        return await ChangeAsync(course, $"new-lesson-{module}", entry, c => c.WithLesson(module, lesson, Title(entry), entry.Minutes ?? 0), ct,
            $"~/authoring/courses/{course}/lessons/{lesson}");
    }

    [HttpPost("lessons/{lesson}/position")]
    public Task<IActionResult> MoveLesson(Guid course, string lesson, OutlineEntry entry, CancellationToken ct) =>
        ChangeAsync(course, $"lesson-{lesson}", entry, c => c.WithLessonMoved(lesson, entry.Direction), ct);

    [HttpPost("lessons/{lesson}/deletion")]
    public Task<IActionResult> DeleteLesson(Guid course, string lesson, OutlineEntry entry, CancellationToken ct) =>
        ChangeAsync(course, "outline", entry, c => c.WithoutLesson(lesson), ct);

    /// <param name="place">The fragment of the form on the page.</param>
    private async Task<IActionResult> ChangeAsync(
        Guid course, string place, OutlineEntry entry, Func<CourseContent, CourseContent> change, CancellationToken ct, string? onwards = null)
    {
        if (await courses.DraftAsync(Scope, course, ct) is not { } draft) return NotFound();
        entry.Place = place;
        RefuseUnreadable();
        foreach (var (field, error) in ModelState.SelectMany(e => e.Value!.Errors.Select(error => (e.Key, error.ErrorMessage))).ToList())
        {
            // The page has many of these forms: each field's id says whose it is.
            ModelState.Remove(field);
            ModelState.AddModelError(FieldOf(field, place), error);
        }

        if (!ModelState.IsValid) return Again("Outline", Page(draft, entry));

        var (outcome, problems) = await courses.SaveAsync(course, entry.Revision, change(draft.Content), User.PersonKey, ct);
        switch (outcome)
        {
            case DraftOutcome.Done: return LocalRedirect(onwards ?? $"~/authoring/courses/{course}#{place}");
            case DraftOutcome.ChangedMeanwhile:
                if (await courses.DraftAsync(Scope, course, ct) is not { } present) return NotFound();
                ModelState.AddModelError($"title-{place}", Text["ChangedMeanwhile"]);
                return Again("Outline", Page(present, entry), StatusCodes.Status409Conflict);
            case DraftOutcome.Invalid or DraftOutcome.WrongStage:
                // The rest of the draft was saved before, so what is wrong now is what was typed just now.
                foreach (var problem in problems)
                    ModelState.AddModelError(FieldOf(problem.Field, place), PlacedProblem.WordsOf(problem.Kind, Text));
                return Again("Outline", Page(draft, entry));
            case DraftOutcome.NotFound:
            default: return NotFound();
        }
    }

    private OutlinePage Page(CourseDraft draft, OutlineEntry? typed = null) =>
        new(new CourseHead(draft, CourseTab.Outline, MayReview(draft.OwnerKey)), typed, []);

    private static string Title(OutlineEntry entry) => entry.Title?.Trim() ?? "";

    /// <summary>"Modules[0].Lessons[2].Minutes" stands in the form's field "minutes-…".</summary>
    private static string FieldOf(string path, string place) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "Minutes" => $"minutes-{place}",
        "Summary" => $"summary-{place}",
        _ => $"title-{place}",
    };
}
