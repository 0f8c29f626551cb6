namespace Lms.Web.Features.Learning.Dashboard;

using Lms.Assessment.Attempts;
using Lms.Certificates.Issuing;
using Lms.Training.Progress;
using Lms.Web.Features.Exams;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;

[Requires(Permission.Learn)]
public sealed class DashboardController(Learning learning, Exams exams, ExamResults results, Certificates certificates, TimeProvider clock) : Controller
{
    [HttpGet("my")]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        var classes = await learning.ClassesAsync(User.PersonKey, ct);
        var sittings = await Sittings.OfLearnerAsync(exams, results, User.PersonKey, ct);
        var held = await certificates.HeldByAsync(User.PersonKey, ct);
        return View(DashboardModel.Of(classes, sittings, held, clock.GetUtcNow().UtcDateTime));
    }
}
