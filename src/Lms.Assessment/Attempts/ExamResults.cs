using System.Runtime.CompilerServices;
using Lms.Assessment.Papers;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts;

public sealed record AttemptSummary(PublicCode Code, Guid ExamKey, Guid LearnerKey, int Number, AttemptState State, DateTime StartedAt, DateTime DueAt, DateTime? ClosedAt, Points? Score, Points Maximum, bool? Passed);

/// <summary>A stored grading that a fresh computation does not confirm.</summary>
public sealed record GradingMismatch(Guid AttemptKey, Points Stored, Points Recomputed);

/// <summary>What staff and other modules read of attempts; changes nothing.</summary>
public sealed class ExamResults(LmsDb db, FrozenPapers papers)
{
    private const int BatchSize = 500;

    /// <summary>Newest first.</summary>
    public Task<List<AttemptSummary>> OfLearnerAsync(Guid learnerKey, CancellationToken ct = default) =>
        Summaries(db.Attempts.Where(a => a.LearnerKey == learnerKey).OrderByDescending(a => a.StartedAt).ThenByDescending(a => a.Number)).ToListAsync(ct);

    /// <summary>In order of start.</summary>
    public Task<List<AttemptSummary>> OfExamAsync(Guid examKey, CancellationToken ct = default) =>
        Summaries(db.Attempts.Where(a => a.ExamKey == examKey).OrderBy(a => a.StartedAt).ThenBy(a => a.Key)).ToListAsync(ct);

    /// <summary>One graded attempt in full, whatever the review policy lets its candidate see. Null while it is in progress.</summary>
    public async Task<AttemptReview?> DetailAsync(PublicCode attemptCode, CancellationToken ct = default)
    {
        var reading = new AttemptReading(db, papers);
        return await reading.SittingAsync(a => a.PublicCode == attemptCode, ct) is { } sitting
            ? await reading.ReviewAsync(sitting, _ => ReviewDetail.All, ct) : null;
    }

    public Task<int> CountGradedAsync(CancellationToken ct = default) => db.Attempts.CountAsync(a => a.State == AttemptState.Graded, ct);

    /// <summary>
    /// Scores every graded attempt again from its answers. An empty result means every score stands. Three statements for
    /// each batch of attempts; only one batch is in memory at a time.
    /// </summary>
    public IAsyncEnumerable<GradingMismatch> RecomputeAsync(CancellationToken ct = default) => RecomputeAsync(BatchSize, ct);

    internal async IAsyncEnumerable<GradingMismatch> RecomputeAsync(int batchSize, [EnumeratorCancellation] CancellationToken ct)
    {
        var after = Guid.Empty;
        while (await BatchAsync(after, batchSize, ct) is { Count: > 0 } batch)
        {
            var (first, last) = (batch[0].Key, batch[^1].Key);
            var gradings = (await db.Gradings.Where(g => g.AttemptKey >= first && g.AttemptKey <= last)
                .Select(g => new { g.AttemptKey, g.Number, g.Score, g.Passed }).ToListAsync(ct)).ToLookup(g => g.AttemptKey);
            var answers = (await db.Answers.AsNoTracking().Where(a => a.AttemptKey >= first && a.AttemptKey <= last)
                .OrderBy(a => a.AttemptKey).ThenBy(a => a.Sequence).ToListAsync(ct)).ToLookup(a => a.AttemptKey);
            var frozen = await papers.FindAllAsync(db, [.. batch.Select(a => a.PaperVersionKey)], ct);
            foreach (var attempt in batch)
            {
                var stored = gradings[attempt.Key].MaxBy(g => g.Number);
                var fresh = new AnswerLog(attempt.Key, answers[attempt.Key]).Score(frozen[attempt.PaperVersionKey], DrawnForm.Read(attempt.Form));
                var stands = stored is not null && stored.Score == fresh.Score && stored.Passed == fresh.Passed
                    && attempt.Score == fresh.Score && attempt.Passed == fresh.Passed;
                if (!stands) yield return new GradingMismatch(attempt.Key, stored?.Score ?? attempt.Score ?? Points.Zero, fresh.Score);
            }

            after = last;
        }
    }

    private Task<List<GradedForm>> BatchAsync(Guid after, int size, CancellationToken ct) =>
        db.Attempts.Where(a => a.State == AttemptState.Graded && a.Key > after).OrderBy(a => a.Key)
            .Join(db.Exams, a => a.ExamKey, e => e.Key, (a, e) => new GradedForm(a.Key, a.Form, a.Score, a.Passed, e.PaperVersionKey))
            .Take(size).ToListAsync(ct);

    private static IQueryable<AttemptSummary> Summaries(IQueryable<Attempt> attempts) =>
        attempts.Select(a => new AttemptSummary(a.PublicCode, a.ExamKey, a.LearnerKey, a.Number, a.State, a.StartedAt, a.DueAt, a.ClosedAt, a.Score, a.Maximum, a.Passed));

    private sealed record GradedForm(Guid Key, string Form, Points? Score, bool? Passed, Guid PaperVersionKey);
}
