using System.Linq.Expressions;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Enrolments;

internal static class HeldEnrolment
{
    /// <summary>The enrolment, with its row locked until the caller's unit of work ends. Null where there is none.</summary>
    public static async Task<Enrolment?> HoldEnrolmentAsync(this LmsDb db, Expression<Func<Enrolment, bool>> which, CancellationToken ct) =>
        await db.Enrolments.Where(which).ExecuteUpdateAsync(set => set.SetProperty(e => e.Turn, e => e.Turn + 1), ct) == 0 ? null
        : await db.Enrolments.SingleAsync(which, ct);
}
