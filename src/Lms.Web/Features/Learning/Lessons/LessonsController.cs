namespace Lms.Web.Features.Learning.Lessons;

using Lms.Content.Media;
using Lms.Data;
using Lms.Training.Progress;
using Lms.Web.Features.Media;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

[Requires(Permission.Learn)]
[Route("my/classes/{code}/lessons/{lessonId}")]
public sealed class LessonsController(Learning learning, MediaLibrary media, IStringLocalizer<LearningText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(PublicCode code, string lessonId, CancellationToken ct)
    {
        if (await learning.OpenLessonAsync(code, User.PersonKey, lessonId, ct) is { } lesson)
            return View(new LessonModel(lesson, new LessonFiles(await media.FindManyAsync(LessonFiles.CodesOf(lesson.Lesson.Parts), ct))));
        // Closed is not the same as absent: somebody who is enrolled is told why.
        return await learning.CourseAsync(code, User.PersonKey, ct) is { } course && course.Course.Content.Lessons.Any(l => l.Id == lessonId)
            ? NotStarted(code) : NotFound();
    }

    /// <param name="then">The lesson to go on with; none after the last.</param>
    [HttpPost("completion")]
    public async Task<IActionResult> Complete(PublicCode code, string lessonId, string? then, CancellationToken ct) =>
        await learning.CompleteLessonsAsync(code, User.PersonKey, [lessonId], ct) switch
        {
            LessonOutcome.Done when then is not null => LocalRedirect($"~/my/classes/{code}/lessons/{Uri.EscapeDataString(then)}"),
            LessonOutcome.Done => ToOutline(code, NoticeKind.Success, text["LastLessonRead"]),
            LessonOutcome.NotStarted => NotStarted(code),
            LessonOutcome.NotEnrolled or LessonOutcome.UnknownLesson => NotFound(),
        };

    private LocalRedirectResult NotStarted(PublicCode code) => ToOutline(code, NoticeKind.Info, text["ClassNotStarted"]);

    private LocalRedirectResult ToOutline(PublicCode code, NoticeKind kind, string message)
    {
        this.Tell(kind, message);
        return LocalRedirect($"~/my/classes/{code}");
    }
}
