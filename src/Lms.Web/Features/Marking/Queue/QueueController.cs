using Lms.Assessment.Marking;
using Lms.Training.Classes;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using MarkingFace = Lms.Assessment.Marking.Marking;

namespace Lms.Web.Features.Marking.Queue;

/// <summary>What waits to be marked in the classes one teaches, question by question or candidate by candidate.</summary>
[Requires(Permission.Teach), Route("teaching/marking")]
public sealed class QueueController(MarkingFace marking, Responsibilities responsibilities, People people) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(MarkingOrder by, CancellationToken ct)
    {
        var queues = await marking.QueuesAsync(await responsibilities.ExamsTaughtByAsync(User.PersonKey, ct), User.PersonKey, ct);
        return View("Queue", new QueuePage(queues, by, await people.NamesAsync([.. queues.SelectMany(q => q.Markers).Select(m => m.MarkerKey).Distinct()], ct)));
    }
}

/// <param name="Names">Of markers, not of candidates.</param>
public sealed record QueuePage(IReadOnlyList<MarkingQueue> Queues, MarkingOrder By, IReadOnlyDictionary<Guid, string> Names);
