using Lms.Content.Courses;
using Lms.Publishing;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Course;

/// <summary>The steps of a course to the public and back.</summary>
[Requires(Permission.Author), Route("authoring/courses/{course:guid}/moves")]
public sealed class CourseMoveController(Courses courses, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid course, StepForm form, CancellationToken ct)
    {
        if (await courses.DraftAsync(Scope, course, ct) is not { } draft) return NotFound();
        if (form.NeedsReviewer && !MayReview(draft.OwnerKey)) return NotFound();
        if (form.Problem is { } problem) return Back(course, NoticeKind.Error, problem);
        if (form.Revision != draft.Revision) return Back(course, NoticeKind.Warning, "ChangedBeforeStep");

        var (outcome, problems) = await courses.MoveAsync(course, form.Step, form.Note?.Trim(), User.PersonKey, ct);
        switch (outcome)
        {
            case DraftOutcome.Done: return Back(course, NoticeKind.Success, $"Done{form.Step}");
            case DraftOutcome.ChangedMeanwhile: return Back(course, NoticeKind.Warning, "ChangedBeforeStep");
            case DraftOutcome.WrongStage: return Back(course, NoticeKind.Warning, "WrongStage");
            case DraftOutcome.Invalid:
                var head = new CourseHead(draft, CourseTab.Outline, MayReview(draft.OwnerKey));
                return Again("Outline", new OutlinePage(head, null, [.. problems.Select(p => PlacedProblem.Of(p, course, draft.Content, Text))]));
            case DraftOutcome.NotFound:
            default: return NotFound();
        }
    }

    private RedirectToActionResult Back(Guid course, NoticeKind kind, string key)
    {
        this.Tell(kind, Text[key]);
        return RedirectToAction("Show", "Outline", new { course });
    }
}
