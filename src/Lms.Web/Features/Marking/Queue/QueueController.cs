using Lms.Assessment.Marking;
using Lms.Training.Classes;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using MarkingFace = Lms.Assessment.Marking.Marking;

namespace Lms.Web.Features.Marking.Queue;

/// <summary>What waits to be marked in the classes one teaches, question by question.</summary>
[Requires(Permission.Teach), Route("teaching/marking")]
public sealed class QueueController(MarkingFace marking, Responsibilities responsibilities) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken ct) =>
        View("Queue", await marking.QueuesAsync(await responsibilities.ExamsTaughtByAsync(User.PersonKey, ct), User.PersonKey, ct));
}
