using Lms.Content.Courses;
using Lms.Content.Media;
using Lms.Web.Features.Media;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Course;

/// <summary>The draft and every frozen version as a trainee reads them.</summary>
[Requires(Permission.Author), Route("authoring/courses/{course:guid}")]
public sealed class CourseReadingController(Courses courses, MediaLibrary media, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    [HttpGet("preview/{lesson?}")]
    public async Task<IActionResult> Draft(Guid course, string? lesson, CancellationToken ct) =>
        await courses.DraftAsync(Scope, course, ct) is { } draft
            ? await ReadingAsync(new CourseHead(draft, CourseTab.Preview, MayReview(draft.OwnerKey)), null, draft.Content, lesson, $"~/authoring/courses/{course}/preview", ct)
            : NotFound();

    [HttpGet("versions/{version:guid}/{lesson?}")]
    public async Task<IActionResult> Version(Guid course, Guid version, string? lesson, CancellationToken ct) =>
        await courses.DraftAsync(Scope, course, ct) is { } draft && await courses.VersionAsync(version, ct) is { } frozen && frozen.CourseKey == course
            ? await ReadingAsync(new CourseHead(draft, CourseTab.History, MayReview(draft.OwnerKey)), frozen.Number, frozen.Content, lesson, $"~/authoring/courses/{course}/versions/{version}", ct)
            : NotFound();

    private async Task<IActionResult> ReadingAsync(CourseHead head, int? number, CourseContent content, string? lessonId, string address, CancellationToken ct)
    {
        var lesson = content.Lessons.FirstOrDefault(l => l.Id == lessonId);
        if (lessonId is not null && lesson is null) return NotFound();
        return View("Reading", new CourseReadingPage(head, number, content, lesson, address, new LessonFiles(await media.FindManyAsync(LessonFiles.CodesOf(lesson?.Parts ?? []), ct))));
    }
}
