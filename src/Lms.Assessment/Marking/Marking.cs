using System.Globalization;
using Lms.Assessment.Attempts;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Marking;

/// <summary>
/// Marking by hand: anonymous, question by question, by one person or two. Who may mark in which exam is the caller's to
/// decide, but nobody marks her own. With the last mark wanting an attempt gets its score, in the same transaction.
/// </summary>
public sealed class Marking(LmsDb db, FrozenPapers papers, IEnumerable<IAttemptListener> listeners, TimeProvider clock)
{
    private const int LongestComment = 4000, MostTries = 5;
    private readonly GradeRecording recording = new(db, listeners);

    /// <summary>Of exams in which something waits to be marked; keys of others are left out. The number of statements does not grow with them.</summary>
    public async Task<IReadOnlyList<MarkingQueue>> QueuesAsync(IReadOnlyCollection<Guid> examKeys, Guid marker, CancellationToken ct = default)
    {
        var scripts = await OpenScripts.ReadAsync(db, papers, a => examKeys.Contains(a.ExamKey) && a.LearnerKey != marker, ct);
        var waiting = scripts.Select(s => s.ExamKey).Distinct().ToList();
        var titles = await db.Exams.Where(e => waiting.Contains(e.Key)).Select(e => new { e.Key, e.Title }).ToDictionaryAsync(e => e.Key, e => e.Title, ct);
        var done = await MarkingProgress.ReadAsync(db, waiting, ct);
        return [.. scripts.GroupBy(s => s.ExamKey).Select(exam => new MarkingQueue(exam.Key, titles[exam.Key], exam.Select(s => s.AttemptKey).Distinct().Count(), done.Finished(exam.Key),
            [.. exam.GroupBy(s => s.Question.VersionKey).Select(q => Question([.. q], marker))],
            [.. exam.GroupBy(s => s.Attempt).OrderBy(c => c.Key.Value, StringComparer.Ordinal).Select(c => Candidate([.. c], marker))], done.Markers(exam.Key)))];
    }

    /// <summary>Null where it does not wait to be marked.</summary>
    public async Task<Script?> ScriptAsync(ScriptAddress address, Guid marker, MarkingOrder order = MarkingOrder.ByQuestion, CancellationToken ct = default)
    {
        if (await ExamOfAsync(address.Attempt, ct) is not { } exam) return null;
        var all = await OpenScripts.ReadAsync(db, papers, a => a.ExamKey == exam && a.LearnerKey != marker, ct);
        if (all.Find(s => s.Attempt == address.Attempt && s.Slot == address.Slot) is not { } script) return null;
        var peers = order switch
        {
            MarkingOrder.ByQuestion => all.FindAll(s => s.Question.VersionKey == script.Question.VersionKey),
            // By code and not by the time of the start, which would say who came in first.
            MarkingOrder.ByCandidate => [.. all.OrderBy(s => s.Attempt.Value, StringComparer.Ordinal).ThenBy(s => s.Slot)],
        };
        var at = peers.IndexOf(script);
        var next = peers.Skip(at + 1).Concat(peers.Take(at)).FirstOrDefault(s => s.WaitsFor(marker));
        var (notes, rubric) = Guidance(script.Question.Definition);
        return new Script(address, exam, at + 1, peers.Count, ShownPaper.Question(script.Question, script.Drawn.Drawn), script.Response, script.Question.Maximum, notes, rubric,
            script.Of(marker) is { } own ? new GivenMark(own.Points, Levels(own.Levels), own.Comment, own.At) : null,
            script.Agreed.Need == MarkingNeed.ThirdMark && script.Of(marker) is null ? [.. script.Marks.Select(m => m.Points)] : [], next is null ? null : Address(next))
        {
            Before = at > 0 ? Address(peers[at - 1]) : null,
            After = at + 1 < peers.Count ? Address(peers[at + 1]) : null,
            Mine = (peers.Count(s => s.Of(marker) is not null), peers.Count(s => s.Of(marker) is not null || s.WaitsFor(marker))),
        };
    }

    /// <summary>The exam of an attempt, for the caller to decide who may mark there. Null where there is no such attempt.</summary>
    public async Task<Guid?> ExamOfAsync(PublicCode attempt, CancellationToken ct = default) =>
        await db.Attempts.Where(a => a.PublicCode == attempt).Select(a => (Guid?)a.ExamKey).SingleOrDefaultAsync(ct);

    /// <summary>Appends a mark. Until the attempt has its score a marker may think again: her latest mark counts.</summary>
    public async Task<MarkOutcome> MarkAsync(ScriptAddress address, Guid marker, NewMark mark, CancellationToken ct = default)
    {
        if (mark.Comment.Length > LongestComment) return MarkOutcome.CommentTooLong;
        for (var tries = 1; ; tries++)
        {
            await using var unit = await db.BeginUnitAsync(ct);
            try
            {
                var outcome = await MarkOnceAsync(address, marker, mark, ct);
                if (outcome is MarkOutcome.Saved or MarkOutcome.Graded) await unit.CommitAsync(ct);
                return outcome;
            }
            catch (DbUpdateException e) when (e.IsUniqueViolation())
            {
                db.ChangeTracker.Clear();
                if (tries == MostTries) return MarkOutcome.MarkedMeanwhile;
            }
        }
    }

    private async Task<MarkOutcome> MarkOnceAsync(ScriptAddress address, Guid marker, NewMark mark, CancellationToken ct)
    {
        if (!await db.HoldAttemptAsync(a => a.PublicCode == address.Attempt && a.LearnerKey != marker, ct)) return MarkOutcome.NotFound;
        var scripts = await OpenScripts.ReadAsync(db, papers, a => a.PublicCode == address.Attempt, ct);
        if (scripts.Find(s => s.Slot == address.Slot) is not { } script)
            return await db.Attempts.AnyAsync(a => a.PublicCode == address.Attempt && a.State == AttemptState.Graded, ct) ? MarkOutcome.Decided : MarkOutcome.NotFound;
        if (Worth(script, mark) is not { } points) return MarkOutcome.OutOfRange;
        if (script.Agreed.Need == MarkingNeed.None && script.Of(marker) is null) return MarkOutcome.Decided;

        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(SlotMark.Append(script.AttemptKey, script.Slot, script.Marks.Count + 1, marker, points, string.Join(',', mark.Levels), mark.Comment, now));
        await db.SaveChangesAsync(ct);
        return await GradeAsync(script.AttemptKey, marker, now, ct) ? MarkOutcome.Graded : MarkOutcome.Saved;
    }

    private async Task<bool> GradeAsync(Guid attemptKey, Guid marker, DateTime now, CancellationToken ct)
    {
        var attempt = await db.Attempts.SingleAsync(a => a.Key == attemptKey, ct);
        var exam = await db.Exams.AsNoTracking().SingleAsync(e => e.Key == attempt.ExamKey, ct);
        var paper = await papers.GetAsync(db, exam.PaperVersionKey, ct);
        var scoring = await AttemptScoring.ReadAsync(db, [attemptKey], ct);
        var score = scoring.Score(attemptKey, paper, DrawnForm.Read(attempt.Form), await AnswerLog.ReadAsync(db, attemptKey, ct));
        if (score.NeedsMarking) return false;

        await recording.RecordAsync(attempt, exam.ContextKey, paper, attempt.Grade(score, number: 1, GradingReason.Marked, marker, now), now, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static QuestionToMark Question(List<OpenScript> scripts, Guid marker)
    {
        var mine = scripts.Where(s => s.WaitsFor(marker)).ToList();
        return new QuestionToMark(scripts[0].Question.VersionKey, scripts[0].Question.Definition.Prompt, scripts[0].Question.Maximum, scripts.Count,
            scripts.Count(s => s.Agreed.Need == MarkingNeed.None), mine.Count, mine.Count == 0 ? null : Address(mine[0]));
    }

    private static CandidateToMark Candidate(List<OpenScript> scripts, Guid marker)
    {
        var mine = scripts.Where(s => s.WaitsFor(marker)).ToList();
        return new CandidateToMark(scripts[0].Attempt, scripts.Count, scripts.Count(s => s.Agreed.Need == MarkingNeed.None), mine.Count, mine.Count == 0 ? null : Address(mine[0]));
    }

    /// <summary>The points of a mark: by the rubric where the question has one. Null where it is out of range.</summary>
    private static Points? Worth(OpenScript script, NewMark mark)
    {
        var (_, rubric) = Guidance(script.Question.Definition);
        if (rubric.Count == 0) return mark.Levels.Count == 0 && mark.Points >= Points.Zero && mark.Points <= script.Question.Maximum ? mark.Points : null;
        if (mark.Levels.Count != rubric.Count || rubric.Where((c, i) => mark.Levels[i] < 0 || mark.Levels[i] >= c.Levels.Count).Any()) return null;
        var earned = rubric.Select((c, i) => c.Weight * c.Levels[mark.Levels[i]].Fraction).Sum();
        return new Points((int)Math.Round(script.Question.Maximum.Hundredths * earned / rubric.Sum(c => c.Weight), MidpointRounding.AwayFromZero));
    }

    private static (string Notes, IReadOnlyList<RubricCriterion> Rubric) Guidance(QuestionDefinition definition) => definition switch
    {
        Essay essay => (essay.MarkingNotes, essay.Rubric),
        FileUpload upload => (upload.MarkingNotes, upload.Rubric),
        _ => ("", []),
    };

    private static ScriptAddress Address(OpenScript script) => new(script.Attempt, script.Slot);

    private static int[] Levels(string stored) => stored.Length == 0 ? [] : [.. stored.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
}
