using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Regrading;

/// <param name="Definition">The question whose key counts; null gives all points to everybody.</param>
internal readonly record struct CorrectedKey(QuestionDefinition? Definition);

/// <summary>The corrections in force. There are few in a decade, so all of them are read at once: one small statement.</summary>
internal static class KeyCorrections
{
    private static readonly Dictionary<Guid, CorrectedKey> None = [];

    public static async Task<IReadOnlyDictionary<Guid, CorrectedKey>> ReadAsync(LmsDb db, CancellationToken ct)
    {
        var rows = await db.KeyCorrections.AsNoTracking().OrderBy(c => c.Number).Select(c => new { c.QuestionVersionKey, c.ReplacementVersionKey }).ToListAsync(ct);
        if (rows.Count == 0) return None;
        var definitions = await FrozenPapers.QuestionsAsync(db, [.. rows.Select(r => r.ReplacementVersionKey).OfType<Guid>().Distinct()], ct);
        var inForce = new Dictionary<Guid, CorrectedKey>();
        foreach (var row in rows) inForce[row.QuestionVersionKey] = new CorrectedKey(row.ReplacementVersionKey is { } key ? definitions[key] : null);
        return inForce;
    }
}
