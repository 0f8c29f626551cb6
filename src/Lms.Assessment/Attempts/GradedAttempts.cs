using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts;

/// <summary>A graded attempt with what its score came from.</summary>
/// <param name="Grading">The latest.</param>
internal sealed record GradedAttempt(Guid Key, Points? Score, bool? Passed, FrozenPaper Paper, DrawnSlot[] Form, AnswerLog Log, (int Number, Points Score, bool Passed, SlotScore[] Slots)? Grading, AttemptScoring Scoring)
{
    /// <summary>Computed anew.</summary>
    public FormScore Recompute() => Scoring.Score(Key, Paper, Form, Log);
}

/// <summary>
/// Streams graded attempts in order of their keys: five statements for each batch, and only one batch in memory at a time.
/// </summary>
internal sealed class GradedAttempts(LmsDb db, FrozenPapers papers)
{
    public const int BatchSize = 500;

    public async IAsyncEnumerable<GradedAttempt> ReadAsync(Expression<Func<Attempt, bool>> which, int batchSize, [EnumeratorCancellation] CancellationToken ct)
    {
        var after = Guid.Empty;
        while (await BatchAsync(which, after, batchSize, ct) is { Count: > 0 } batch)
        {
            var keys = batch.ConvertAll(a => a.Key);
            var gradings = (await db.Gradings.Where(g => keys.Contains(g.AttemptKey))
                .Select(g => new { g.AttemptKey, g.Number, g.Score, g.Passed, g.Details }).ToListAsync(ct)).ToLookup(g => g.AttemptKey);
            var answers = (await db.Answers.AsNoTracking().Where(a => keys.Contains(a.AttemptKey))
                .OrderBy(a => a.AttemptKey).ThenBy(a => a.Sequence).ToListAsync(ct)).ToLookup(a => a.AttemptKey);
            var frozen = await papers.FindAllAsync(db, [.. batch.Select(a => a.PaperVersionKey)], ct);
            var scoring = await AttemptScoring.ReadAsync(db, keys, ct);
            foreach (var attempt in batch)
            {
                var latest = gradings[attempt.Key].MaxBy(g => g.Number);
                yield return new GradedAttempt(attempt.Key, attempt.Score, attempt.Passed, frozen[attempt.PaperVersionKey], DrawnForm.Read(attempt.Form),
                    new AnswerLog(attempt.Key, answers[attempt.Key]), latest is null ? null : (latest.Number, latest.Score, latest.Passed, Grading.ReadDetails(latest.Details)), scoring);
            }

            after = keys[^1];
        }
    }

    private Task<List<Row>> BatchAsync(Expression<Func<Attempt, bool>> which, Guid after, int size, CancellationToken ct) =>
        db.Attempts.Where(a => a.State == AttemptState.Graded && a.Key > after).Where(which).OrderBy(a => a.Key)
            .Join(db.Exams, a => a.ExamKey, e => e.Key, (a, e) => new Row(a.Key, a.Form, a.Score, a.Passed, e.PaperVersionKey))
            .Take(size).ToListAsync(ct);

    private sealed record Row(Guid Key, string Form, Points? Score, bool? Passed, Guid PaperVersionKey);
}
