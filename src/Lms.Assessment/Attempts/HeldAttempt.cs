using System.Linq.Expressions;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts;

internal static class HeldAttempt
{
    /// <summary>
    /// Locks the row of an attempt until the caller's unit of work ends, so that two who mark different answers of it see
    /// each other's marks: whoever comes second reads what the first has committed. False where there is none.
    /// </summary>
    public static async Task<bool> HoldAttemptAsync(this LmsDb db, Expression<Func<Attempt, bool>> which, CancellationToken ct) =>
        await db.Attempts.Where(which).ExecuteUpdateAsync(set => set.SetProperty(a => a.Number, a => a.Number), ct) > 0;
}
