using Lms.Training.Organisations;
using Lms.Training.Progress;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.Department.Following;

/// <summary>How the training of the people of one's own organisation stands.</summary>
[Requires(Permission.FollowOrganisation), Route("my-organisation")]
public sealed class FollowingController(OrganisationProgress progress, Organisations organisations, People people) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid? organisation, string? search, int page = 1, CancellationToken ct = default)
    {
        var mine = await OwnAsync(ct);
        if (mine.Count == 0) return View("NoOrganisation");
        var key = organisation ?? mine[0];
        if (!mine.Contains(key) || await organisations.FindAsync(key, ct) is not { } found) return NotFound();

        var others = mine.Count == 1 ? [] : (await organisations.ListAsync(ct: ct)).FindAll(o => mine.Contains(o.Key));
        return View("Following", new FollowingPage(found, search, others, await progress.PageAsync(key, search, Math.Max(1, page), ct: ct)));
    }

    /// <summary>A grant for all organisations still means the one where she works: this page is for people one answers for.</summary>
    private async Task<List<Guid>> OwnAsync(CancellationToken ct)
    {
        var scope = User.ScopeOf(Permission.FollowOrganisation);
        if (!scope.All) return [.. scope.Organisations.Order()];
        return (await people.FindAsync(User.PersonKey, ct))?.OrganisationKey is { } own ? [own] : [];
    }
}

public sealed record FollowingPage(OrganisationDetail Organisation, string? Search, IReadOnlyList<OrganisationRow> Organisations, ProgressPage Found);
