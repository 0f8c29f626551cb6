using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Classes;

internal static class HeldClass
{
    /// <summary>The class, with its row locked until the caller's unit of work ends. Null where there is none.</summary>
    public static async Task<TrainingClass?> HoldClassAsync(this LmsDb db, PublicCode code, CancellationToken ct) =>
        await db.Classes.Where(c => c.PublicCode == code).ExecuteUpdateAsync(set => set.SetProperty(c => c.Turn, c => c.Turn + 1), ct) == 0 ? null
        : await db.Classes.Include(c => c.Instructors).SingleAsync(c => c.PublicCode == code, ct);
}
