using Lms.Assessment.Invigilation;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.Invigilation.Replaying;

/// <summary>An attempt step by step, as it was sat. Nobody is named: a marker who comes here from a script stays blind.</summary>
public abstract class ReplayController(Replays replays, People people) : Controller
{
    protected abstract Task<bool> MaySeeAsync(Replay replay, CancellationToken ct);

    /// <param name="step">From 1; one beyond the end is the last.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(PublicCode attempt, int step = 1, CancellationToken ct = default)
    {
        if (await replays.FindAsync(attempt, ct) is not { } replay || !await MaySeeAsync(replay, ct)) return NotFound();
        var names = await people.NamesAsync([.. replay.Steps.OfType<InterventionStep>().Select(s => s.By).Distinct()], ct);
        return View("Replay", new ReplayPage(replay, names, Math.Clamp(step, 1, replay.Steps.Count)));
    }
}

[Requires(Permission.PlanClasses), Route("classes/replays/{attempt}")]
public sealed class PlannersReplayController(Replays replays, People people, Responsibilities responsibilities) : ReplayController(replays, people)
{
    protected override async Task<bool> MaySeeAsync(Replay replay, CancellationToken ct)
    {
        var scope = User.ScopeOf(Permission.PlanClasses);
        return (await responsibilities.ClassesOfAsync(scope.All ? null : [.. scope.Organisations], ct)).Contains(replay.ContextKey);
    }
}

[Requires(Permission.Teach), Route("teaching/replays/{attempt}")]
public sealed class TeachersReplayController(Replays replays, People people, Responsibilities responsibilities) : ReplayController(replays, people)
{
    protected override async Task<bool> MaySeeAsync(Replay replay, CancellationToken ct) =>
        (await responsibilities.ExamsTaughtByAsync(User.PersonKey, ct)).Contains(replay.ExamKey);
}
