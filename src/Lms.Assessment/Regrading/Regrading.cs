using System.Security.Cryptography;
using System.Text;
using Lms.Assessment.Attempts;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Regrading;

/// <summary>What a corrected key does to whom. Nothing has changed yet.</summary>
/// <param name="Attempts">Graded attempts that had the question; most of them may keep their score.</param>
/// <param name="Waiting">Attempts still open or to be marked that have it: they will be scored by the corrected key.</param>
/// <param name="Fingerprint">Of exactly these changes: applying asks for it, so that nobody's score moves who was not named.</param>
public sealed record RegradePreview(Guid QuestionVersionKey, Guid? ReplacementVersionKey, int Attempts, int Waiting, IReadOnlyList<ScoreChange> Changes, string Fingerprint);
public sealed record ScoreChange(PublicCode Attempt, Guid ExamKey, Guid ContextKey, Guid LearnerKey, Points Before, Points After, Points Maximum, bool PassedBefore, bool PassedAfter);
public sealed record PastCorrection(int Number, Guid? ReplacementVersionKey, string Reason, Guid By, DateTime At);
/// <summary>NotFound: no such versions, or the replacement has other options, items, gaps or variables than what was asked.</summary>
public enum RegradeOutcome { Done, NotFound, ChangedSincePreview, ReasonMissing, ReasonTooLong }

/// <summary>
/// Corrects the key of a question that has been asked: by the key of a later version of it, or with all points for
/// everybody. First a preview that names everyone whose score moves, then the same as new gradings.
/// </summary>
public sealed class Regrading(LmsDb db, FrozenPapers papers, IEnumerable<IAttemptListener> listeners, TimeProvider clock)
{
    private const int LongestReason = 2000;
    private readonly GradeRecording recording = new(db, listeners);

    /// <param name="replacementVersionKey">Null gives all points to everybody.</param>
    /// <returns>Null where there are no such versions, not of one question, or the replacement has other options, items, gaps or variables than what was asked.</returns>
    public async Task<RegradePreview?> PreviewAsync(Guid questionVersionKey, Guid? replacementVersionKey, CancellationToken ct = default)
    {
        if (!await AreOfOneQuestionAsync(questionVersionKey, replacementVersionKey, ct)) return null;
        var (attempts, moved, waiting) = await RegradeAsync(questionVersionKey, await KeyAsync(replacementVersionKey, ct), ct);
        var changes = await NamedAsync(moved, ct);
        return new RegradePreview(questionVersionKey, replacementVersionKey, attempts, waiting, changes, Fingerprint(questionVersionKey, replacementVersionKey, changes));
    }

    /// <summary>One transaction: the correction, a new grading for everyone named, and what the listeners add. Certificates are never touched.</summary>
    public async Task<RegradeOutcome> ApplyAsync(Guid questionVersionKey, Guid? replacementVersionKey, string fingerprint, string reason, Guid by, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(reason)) return RegradeOutcome.ReasonMissing;
        if (reason.Length > LongestReason) return RegradeOutcome.ReasonTooLong;
        if (!await AreOfOneQuestionAsync(questionVersionKey, replacementVersionKey, ct)) return RegradeOutcome.NotFound;
        await using var unit = await db.BeginUnitAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var (_, moved, _) = await RegradeAsync(questionVersionKey, await KeyAsync(replacementVersionKey, ct), ct);
        var changes = await NamedAsync(moved, ct);
        if (Fingerprint(questionVersionKey, replacementVersionKey, changes) != fingerprint) return RegradeOutcome.ChangedSincePreview;

        var earlier = await db.KeyCorrections.CountAsync(c => c.QuestionVersionKey == questionVersionKey, ct);
        db.Add(KeyCorrection.Append(questionVersionKey, earlier + 1, replacementVersionKey, reason, by, now));
        var contexts = changes.ToDictionary(c => c.Attempt);
        var keys = moved.ConvertAll(m => m.Attempt.Key);
        var attempts = await db.Attempts.Where(a => keys.Contains(a.Key)).ToDictionaryAsync(a => a.Key, ct);
        // All are graded before any is told of: the result of a person comes from all her attempts as they stand then.
        var gradings = moved.ConvertAll(m => attempts[m.Attempt.Key].Grade(m.After, m.Attempt.Grading!.Value.Number + 1, GradingReason.Regraded, by, now));
        db.AddRange(gradings);
        foreach (var (change, grading) in moved.Zip(gradings))
        {
            var attempt = attempts[change.Attempt.Key];
            await recording.TellAsync(attempt, contexts[attempt.PublicCode].ContextKey, change.Attempt.Paper, grading, now, ct);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return RegradeOutcome.ChangedSincePreview;
        }

        await unit.CommitAsync(ct);
        return RegradeOutcome.Done;
    }

    /// <summary>Oldest first.</summary>
    public Task<List<PastCorrection>> PastAsync(Guid questionVersionKey, CancellationToken ct = default) =>
        db.KeyCorrections.Where(c => c.QuestionVersionKey == questionVersionKey).OrderBy(c => c.Number)
            .Select(c => new PastCorrection(c.Number, c.ReplacementVersionKey, c.Reason, c.By, c.At)).ToListAsync(ct);

    /// <summary>Only attempts whose score moves are kept in memory.</summary>
    private async Task<(int Graded, List<Regraded> Moved, int Waiting)> RegradeAsync(Guid questionVersionKey, CorrectedKey key, CancellationToken ct)
    {
        var frozen = await papers.FindAllAsync(db, await db.Exams.Select(e => e.PaperVersionKey).Distinct().ToListAsync(ct), ct);
        var concerned = frozen.Values.Where(p => p.Pool.Any(q => q.VersionKey == questionVersionKey)).Select(p => p.VersionKey).ToList();
        var exams = db.Exams.Where(e => concerned.Contains(e.PaperVersionKey)).Select(e => e.Key);
        var moved = new List<Regraded>();
        var graded = 0;
        await foreach (var attempt in new GradedAttempts(db, papers).ReadAsync(a => exams.Contains(a.ExamKey), GradedAttempts.BatchSize, ct))
        {
            if (attempt.Grading is null || !Has(attempt.Paper, attempt.Form)) continue;
            var corrections = new Dictionary<Guid, CorrectedKey>(attempt.Scoring.Corrections) { [questionVersionKey] = key };
            var regraded = new Regraded(attempt, (attempt with { Scoring = attempt.Scoring with { Corrections = corrections } }).Recompute());
            graded++;
            if (regraded.Moves) moved.Add(regraded);
        }

        var open = await db.Attempts.Where(a => a.State != AttemptState.Graded && exams.Contains(a.ExamKey))
            .Join(db.Exams, a => a.ExamKey, e => e.Key, (a, e) => new { a.Form, e.PaperVersionKey }).ToListAsync(ct);
        return (graded, moved, open.Count(a => Has(frozen[a.PaperVersionKey], DrawnForm.Read(a.Form))));

        bool Has(FrozenPaper paper, DrawnSlot[] form) => form.Any(s => paper.Question(s).VersionKey == questionVersionKey);
    }

    private async Task<List<ScoreChange>> NamedAsync(List<Regraded> regraded, CancellationToken ct)
    {
        var moved = regraded.ToDictionary(r => r.Attempt.Key);
        var keys = moved.Keys.ToList();
        var rows = await db.Attempts.AsNoTracking().Where(a => keys.Contains(a.Key)).OrderBy(a => a.Key)
            .Join(db.Exams, a => a.ExamKey, e => e.Key, (a, e) => new { a.Key, a.PublicCode, a.ExamKey, e.ContextKey, a.LearnerKey }).ToListAsync(ct);
        return rows.ConvertAll(a => new ScoreChange(a.PublicCode, a.ExamKey, a.ContextKey, a.LearnerKey,
            moved[a.Key].Attempt.Grading!.Value.Score, moved[a.Key].After.Score, moved[a.Key].After.Maximum, moved[a.Key].Attempt.Grading!.Value.Passed, moved[a.Key].After.Passed));
    }

    private async Task<CorrectedKey> KeyAsync(Guid? replacement, CancellationToken ct) =>
        new(replacement is { } key ? (await FrozenPapers.QuestionsAsync(db, [key], ct))[key] : null);

    private async Task<bool> AreOfOneQuestionAsync(Guid version, Guid? replacement, CancellationToken ct)
    {
        var keys = replacement is { } other ? new[] { version, other } : [version];
        var items = await db.Set<ItemVersion>().Where(v => keys.Contains(v.Key))
            .Join(db.Set<PublishableItem>().Where(i => i.Kind == QuestionBanks.Kind), v => v.ItemKey, i => i.Key, (v, i) => i.Key).ToListAsync(ct);
        if (items.Count != keys.Distinct().Count() || items.Distinct().Count() != 1) return false;
        if (replacement is not { } key) return true;
        var definitions = await FrozenPapers.QuestionsAsync(db, [version, key], ct);
        return KeyShape.Fits(definitions[version], definitions[key]);
    }

    private static string Fingerprint(Guid version, Guid? replacement, IEnumerable<ScoreChange> changes)
    {
        var text = string.Join('\n', changes.Select(c => $"{c.Attempt} {c.Before.Hundredths} {c.After.Hundredths} {c.PassedBefore} {c.PassedAfter}").Prepend($"{version} {replacement}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private sealed record Regraded(GradedAttempt Attempt, FormScore After)
    {
        public bool Moves => Attempt.Grading!.Value.Score != After.Score || Attempt.Grading.Value.Passed != After.Passed;
    }
}
