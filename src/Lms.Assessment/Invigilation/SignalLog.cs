using Lms.Assessment.Attempts;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Invigilation;

/// <summary>Writes signals, but no more of them than anybody would read: what a page reports is in the hands of whoever sits before it.</summary>
internal sealed class SignalLog(LmsDb db)
{
    public const int MostOfAttempt = 200;
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <returns>False where it was left out: too many, too soon after the last of its kind, or another took its number.</returns>
    public async Task<bool> AddAsync(Guid attemptKey, SignalKind kind, int times, int seconds, string detail, DateTime now, CancellationToken ct)
    {
        var log = await db.Signals.Where(s => s.AttemptKey == attemptKey).GroupBy(_ => 1)
            .Select(all => new { Last = all.Max(s => s.Number), LastOfKind = all.Max(s => s.Kind == kind ? (DateTime?)s.At : null) }).SingleOrDefaultAsync(ct);
        if (log is { Last: >= MostOfAttempt } || (log?.LastOfKind is { } last && now - last < Pause)) return false;
        return await db.AppendAsync([new AttemptSignal(attemptKey, (log?.Last ?? 0) + 1, kind, times, seconds, detail, now)], skipDuplicates: true, ct) > 0;
    }
}
