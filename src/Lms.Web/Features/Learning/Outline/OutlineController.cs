namespace Lms.Web.Features.Learning.Outline;

using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.Training.Progress;
using Lms.Web.Features.Exams;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;

[Requires(Permission.Learn)]
public sealed class OutlineController(Learning learning, Exams exams, ExamResults results, TimeProvider clock) : Controller
{
    [HttpGet("my/classes/{code}")]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct)
    {
        if (await learning.CourseAsync(code, User.PersonKey, ct) is not { } course) return NotFound();
        var sittings = course.Class.ExamCode is { } exam && await exams.DetailAsync(exam, ct) is { } detail
            ? Sittings.Of(detail, await results.OfLearnerAsync(User.PersonKey, ct)) : null;
        var now = clock.GetUtcNow().UtcDateTime;
        return View(new OutlineModel(course, sittings, NextStep.Of(course.Class, sittings, now), now));
    }
}
