namespace Lms.Web.Features.Exams.Sitting;

using System.Globalization;
using Lms.Assessment.Attempts;
using Lms.Assessment.Invigilation;
using Lms.Data;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

/// <summary>What the exam page's script asks and reports beside its answers; themes/Sen/README.md holds the contract.</summary>
[Requires(Permission.Learn)]
[AnswersWithStatus]
[Route("attempts/{code}")]
public sealed class PulseController(Seats seats, PulsePace pace, IAntiforgery antiforgery) : Controller
{
    /// <summary>Asked now and then by everybody who sits: 304 where nothing is new. "Pulse-After" says in how many seconds to ask again.</summary>
    [HttpGet("pulse")]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct)
    {
        var known = Request.Headers.IfNoneMatch.ToString().Trim('"');
        if (await seats.PulseAsync(code, User.PersonKey, ExamSeat.Of(Request), ExamSeat.AddressOf(HttpContext), known, ct) is not { } pulse) return NotFound();
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Pulse-After"] = pace.Next().TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
        Response.Headers.ETag = new EntityTagHeaderValue($"\"{pulse.Tag}\"").ToString();
        if (pulse.Messages is null && !pulse.Elsewhere) return StatusCode(StatusCodes.Status304NotModified);
        return Json(new
        {
            tag = pulse.Tag, state = Word(pulse), now = pulse.Now, dueAt = pulse.EndsAt, wholeDueAt = pulse.DueAt, pausedAt = pulse.PausedAt,
            messages = (pulse.Messages ?? []).Select(m => new { key = m.Key, text = m.Text, at = m.At, seen = m.Seen }),
        });
    }

    /// <summary>A fresh form token: the page's own is out of date after a new sign-in. Asking for the page again would take the seat.</summary>
    [HttpGet("token")]
    public IActionResult Token(PublicCode code)
    {
        Response.Headers.CacheControl = "no-store";
        return Json(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken, attempt = code.Value });
    }

    [HttpPost("signals"), RequestSizeLimit(1024)]
    public async Task<IActionResult> Report(PublicCode code, [FromBody] Absence? absence, CancellationToken ct)
    {
        if (absence is null) return BadRequest();
        await seats.ReportAbsenceAsync(code, User.PersonKey, absence.Times, absence.Seconds, ct);
        return NoContent();
    }

    [HttpPost("messages/{message:guid}/seen")]
    public async Task<IActionResult> See(PublicCode code, Guid message, CancellationToken ct) =>
        await seats.SeenAsync(code, User.PersonKey, message, ct) ? NoContent() : NotFound();

    private static string Word(Pulse pulse) => pulse.State != AttemptState.InProgress ? "handedIn" : pulse.Elsewhere ? "elsewhere" : pulse.PausedAt is not null ? "paused" : "going";
}

/// <summary>Since the last report another window was in front this often and this long.</summary>
public sealed record Absence(int Times, int Seconds);
