using Lms.Assessment.Attempts;
using Lms.Assessment.Marking;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Appeals;

public enum AppealOutcome { Raised, NotFound, NotGraded, WindowClosed, AlreadyRaised, TextMissing, TextTooLong }
/// <summary>OwnAppeal: nobody decides on her own.</summary>
public enum DecisionOutcome { Decided, NotFound, AlreadyDecided, OwnAppeal, ReasonsMissing, ReasonsTooLong, PointsOutOfRange, DismissedButRemarked }
/// <param name="Until">The last instant at which an appeal is taken; null where the paper takes none, or there is no score yet.</param>
/// <param name="Raised">Null where nothing was raised.</param>
public sealed record AppealStanding(DateTime? Until, bool Open, AppealDetail? Raised);
/// <param name="Upheld">Null while it is not decided.</param>
public sealed record AppealDetail(Guid Key, PublicCode Attempt, Guid ExamKey, Guid ContextKey, Guid LearnerKey, string ExamTitle, string Text, DateTime RaisedAt, Points? Score, Points Maximum, bool? Passed,
    bool? Upheld, string? Reasons, DateTime? DecidedAt);
/// <param name="Slot">One that was marked by hand: only its marks an appeal can replace. A wrong key is mended by regrading.</param>
public sealed record Remark(int Slot, Points Points);

/// <summary>Appeals: within the paper's days after the result, free of charge, one for an attempt, decided once with reasons.</summary>
public sealed class Appeals(LmsDb db, FrozenPapers papers, IEnumerable<IAttemptListener> listeners, TimeProvider clock)
{
    public const int LongestText = 4000;
    private readonly GradeRecording recording = new(db, listeners);

    /// <summary>Null where the attempt is not hers.</summary>
    public async Task<AppealStanding?> StandingAsync(PublicCode attempt, Guid learner, CancellationToken ct = default)
    {
        if (await GradedAsync(attempt, learner, ct) is not { } graded) return null;
        var raised = await Details(db.Appeals.Where(a => a.AttemptKey == graded.Key)).SingleOrDefaultAsync(ct);
        var until = await UntilAsync(graded, ct);
        return new AppealStanding(until, raised is null && until is { } last && Now() <= last, raised);
    }

    public async Task<AppealOutcome> RaiseAsync(PublicCode attempt, Guid learner, string text, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(text)) return AppealOutcome.TextMissing;
        if (text.Length > LongestText) return AppealOutcome.TextTooLong;
        if (await GradedAsync(attempt, learner, ct) is not { } graded) return AppealOutcome.NotFound;
        if (graded.GradedAt is null) return AppealOutcome.NotGraded;
        if (await UntilAsync(graded, ct) is not { } until || Now() > until) return AppealOutcome.WindowClosed;
        db.Add(Appeal.Raise(graded.Key, text, Now()));
        try
        {
            await db.SaveChangesAsync(ct);
            return AppealOutcome.Raised;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return AppealOutcome.AlreadyRaised;
        }
    }

    /// <summary>Undecided first, then the newest; of exams in these contexts (classes).</summary>
    public Task<List<AppealDetail>> OfContextsAsync(IReadOnlyCollection<Guid> contextKeys, CancellationToken ct = default)
    {
        var (attempts, exams, decisions) = (db.Attempts, db.Exams, db.AppealDecisions);
        return Details(db.Appeals.Where(a => attempts.Any(t => t.Key == a.AttemptKey && exams.Any(e => e.Key == t.ExamKey && contextKeys.Contains(e.ContextKey))))
            .OrderBy(a => decisions.Any(d => d.AppealKey == a.Key)).ThenByDescending(a => a.RaisedAt)).ToListAsync(ct);
    }

    public Task<AppealDetail?> FindAsync(Guid appealKey, CancellationToken ct = default) => Details(db.Appeals.Where(a => a.Key == appealKey)).SingleOrDefaultAsync(ct);

    /// <summary>One transaction: the decision, the marks it replaces, the new grading and what the listeners add.</summary>
    public async Task<DecisionOutcome> DecideAsync(Guid appealKey, bool upheld, string reasons, IReadOnlyList<Remark> remarks, Guid by, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(reasons)) return DecisionOutcome.ReasonsMissing;
        if (reasons.Length > LongestText) return DecisionOutcome.ReasonsTooLong;
        if (!upheld && remarks.Count > 0) return DecisionOutcome.DismissedButRemarked;
        await using var unit = await db.BeginUnitAsync(ct);
        if (await db.Appeals.AsNoTracking().SingleOrDefaultAsync(a => a.Key == appealKey, ct) is not { } appeal) return DecisionOutcome.NotFound;
        if (!await db.HoldAttemptAsync(a => a.Key == appeal.AttemptKey && a.LearnerKey != by, ct)) return DecisionOutcome.OwnAppeal;
        // The lock lets one decide at a time; who comes second finds the first's decision here.
        if (await db.AppealDecisions.AnyAsync(d => d.AppealKey == appealKey, ct)) return DecisionOutcome.AlreadyDecided;

        var now = Now();
        db.Add(new AppealDecision(appealKey, upheld, reasons.Trim().Normalize(), by, now));
        if (remarks.Count > 0 && !await RemarkAsync(appeal.AttemptKey, remarks, reasons, by, now, ct)) return DecisionOutcome.PointsOutOfRange;
        await db.SaveChangesAsync(ct);
        await unit.CommitAsync(ct);
        return DecisionOutcome.Decided;
    }

    /// <returns>False where a slot's question is not one that is marked by hand, or the points are not between 0 and its maximum.</returns>
    private async Task<bool> RemarkAsync(Guid attemptKey, IReadOnlyList<Remark> remarks, string reasons, Guid by, DateTime now, CancellationToken ct)
    {
        var attempt = await db.Attempts.SingleAsync(a => a.Key == attemptKey, ct);
        var exam = await db.Exams.AsNoTracking().SingleAsync(e => e.Key == attempt.ExamKey, ct);
        var paper = await papers.GetAsync(db, exam.PaperVersionKey, ct);
        var form = DrawnForm.Read(attempt.Form);
        var earlier = await db.SlotMarks.AsNoTracking().Where(m => m.AttemptKey == attemptKey).GroupBy(m => m.Slot).Select(g => new { Slot = g.Key, Last = g.Max(m => m.Number) }).ToDictionaryAsync(g => g.Slot, g => g.Last, ct);
        foreach (var remark in remarks)
        {
            if (remark.Slot < 1 || remark.Slot > form.Length || paper.Question(form[remark.Slot - 1]) is not { Definition: Essay or FileUpload } question) return false;
            if (remark.Points < Points.Zero || remark.Points > question.Maximum) return false;
            db.Add(SlotMark.Decide(attemptKey, remark.Slot, earlier.GetValueOrDefault(remark.Slot) + 1, by, remark.Points, reasons, now));
        }

        await db.SaveChangesAsync(ct);
        var score = (await AttemptScoring.ReadAsync(db, [attemptKey], ct)).Score(attemptKey, paper, form, await AnswerLog.ReadAsync(db, attemptKey, ct));
        var number = await db.Gradings.Where(g => g.AttemptKey == attemptKey).MaxAsync(g => g.Number, ct);
        await recording.RecordAsync(attempt, exam.ContextKey, paper, attempt.Grade(score, number + 1, GradingReason.Appeal, by, now), now, ct);
        return true;
    }

    private Task<Graded?> GradedAsync(PublicCode attempt, Guid learner, CancellationToken ct)
    {
        var gradings = db.Gradings;
        return db.Attempts.Where(a => a.PublicCode == attempt && a.LearnerKey == learner)
            .Join(db.Exams, a => a.ExamKey, e => e.Key, (a, e) => new Graded(a.Key, e.PaperVersionKey, gradings.Where(g => g.AttemptKey == a.Key).Min(g => (DateTime?)g.At))).SingleOrDefaultAsync(ct);
    }

    private async Task<DateTime?> UntilAsync(Graded graded, CancellationToken ct) =>
        graded.GradedAt is { } at && (await papers.GetAsync(db, graded.PaperVersionKey, ct)).Content.AppealDays is > 0 and var days ? at.AddDays(days) : null;

    private IQueryable<AppealDetail> Details(IQueryable<Appeal> appeals)
    {
        var (decisions, attempts, exams) = (db.AppealDecisions, db.Attempts, db.Exams);
        return appeals.Select(a => new { a, t = attempts.First(t => t.Key == a.AttemptKey), d = decisions.FirstOrDefault(d => d.AppealKey == a.Key) })
            .Select(x => new { x.a, x.t, x.d, e = exams.First(e => e.Key == x.t.ExamKey) })
            .Select(x => new AppealDetail(x.a.Key, x.t.PublicCode, x.t.ExamKey, x.e.ContextKey, x.t.LearnerKey, x.e.Title, x.a.Text, x.a.RaisedAt, x.t.Score, x.t.Maximum, x.t.Passed,
                x.d == null ? null : x.d.Upheld, x.d == null ? null : x.d.Reasons, x.d == null ? null : x.d.At));
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private sealed record Graded(Guid Key, Guid PaperVersionKey, DateTime? GradedAt);
}
