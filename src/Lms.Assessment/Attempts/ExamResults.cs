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
    /// <summary>Newest first.</summary>
    public Task<List<AttemptSummary>> OfLearnerAsync(Guid learnerKey, CancellationToken ct = default) =>
        Summaries(db.Attempts.Where(a => a.LearnerKey == learnerKey).OrderByDescending(a => a.StartedAt).ThenByDescending(a => a.Number)).ToListAsync(ct);

    /// <summary>In order of start.</summary>
    public Task<List<AttemptSummary>> OfExamAsync(Guid examKey, CancellationToken ct = default) =>
        Summaries(db.Attempts.Where(a => a.ExamKey == examKey).OrderBy(a => a.StartedAt).ThenBy(a => a.Key)).ToListAsync(ct);

    /// <summary>By person: what her graded attempts at an exam come to. Empty where there is no such exam.</summary>
    /// <param name="learnerKey">Null for everybody.</param>
    public async Task<IReadOnlyDictionary<Guid, ExamResult>> ResultsAsync(Guid examKey, Guid? learnerKey = null, CancellationToken ct = default)
    {
        if (await db.Exams.Where(e => e.Key == examKey).Select(e => (Guid?)e.PaperVersionKey).SingleOrDefaultAsync(ct) is not { } version) return new Dictionary<Guid, ExamResult>();
        return await new ResultReading(db).OfAsync(await papers.GetAsync(db, version, ct), db.Attempts.Where(a => a.ExamKey == examKey && (learnerKey == null || a.LearnerKey == learnerKey)), ct);
    }

    /// <summary>One graded attempt in full, whatever the review policy lets its candidate see. Null while it is in progress.</summary>
    public async Task<AttemptReview?> DetailAsync(PublicCode attemptCode, CancellationToken ct = default)
    {
        var reading = new AttemptReading(db, papers);
        return await reading.SittingAsync(a => a.PublicCode == attemptCode, ct) is { } sitting
            ? await reading.ReviewAsync(sitting, _ => ReviewDetail.All, ct) : null;
    }

    public Task<int> CountGradedAsync(CancellationToken ct = default) => db.Attempts.CountAsync(a => a.State == AttemptState.Graded, ct);

    /// <summary>
    /// Scores every graded attempt again from its answers. An empty result means every score stands. Five statements for
    /// each batch of attempts; only one batch is in memory at a time.
    /// </summary>
    public IAsyncEnumerable<GradingMismatch> RecomputeAsync(CancellationToken ct = default) => RecomputeAsync(GradedAttempts.BatchSize, ct);

    internal async IAsyncEnumerable<GradingMismatch> RecomputeAsync(int batchSize, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var attempt in new GradedAttempts(db, papers).ReadAsync(_ => true, batchSize, ct))
        {
            var fresh = attempt.Recompute();
            var stands = attempt.Grading is { } stored && stored.Score == fresh.Score && stored.Passed == fresh.Passed
                && attempt.Score == fresh.Score && attempt.Passed == fresh.Passed;
            if (!stands) yield return new GradingMismatch(attempt.Key, attempt.Grading?.Score ?? attempt.Score ?? Points.Zero, fresh.Score);
        }
    }

    private static IQueryable<AttemptSummary> Summaries(IQueryable<Attempt> attempts) =>
        attempts.Select(a => new AttemptSummary(a.PublicCode, a.ExamKey, a.LearnerKey, a.Number, a.State, a.StartedAt, a.DueAt, a.ClosedAt, a.Score, a.Maximum, a.Passed));
}
