using Lms.Assessment.Invigilation;
using Lms.Assessment.Papers;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lms.Assessment.Attempts;

/// <summary>
/// Sitting an exam. An attempt freezes the drawn questions, their order and the deadline; answers are appended;
/// an acknowledgement means committed. The learner's key is checked on every call: another's attempt is NotFound.
/// Deadlines are the server's: an answer counts up to and including DueAt, and there is no grace after it.
/// </summary>
public sealed class Exams(LmsDb db, FrozenPapers papers, SharedCommit commits, IEnumerable<IAttemptListener> listeners, TimeProvider clock, ILogger<Exams> log)
{
    private readonly AttemptReading reading = new(db, papers);
    private readonly AnswerSaving saving = new(db, papers, commits);
    private readonly AttemptStarting starting = new(db, papers, listeners);
    private readonly AttemptClosing closing = new(db, papers, listeners);

    /// <summary>Joins the caller's unit of work: the caller saves. Returns null where the paper version is unknown.</summary>
    public async Task<ScheduledExam?> ScheduleAsync(NewExam exam, CancellationToken ct = default)
    {
        if (await papers.FindAsync(db, exam.PaperVersionKey, ct) is not { } paper) return null;
        var scheduled = Exam.Schedule(exam, Now());
        db.Add(scheduled);
        return new ScheduledExam(scheduled.Key, scheduled.PublicCode, paper.Content.AttemptsAllowed);
    }

    /// <summary>Joins the caller's unit of work. Attempts already started keep their deadline. False where there is no such exam.</summary>
    public async Task<bool> RescheduleAsync(Guid examKey, DateTime opensAt, DateTime closesAt, CancellationToken ct = default)
    {
        if (await db.Exams.SingleOrDefaultAsync(e => e.Key == examKey, ct) is not { } exam) return false;
        exam.Reschedule(opensAt, closesAt);
        return true;
    }

    public async Task<ExamDetail?> DetailAsync(PublicCode examCode, CancellationToken ct = default) =>
        (await DetailsAsync(db.Exams.Where(e => e.PublicCode == examCode), ct)).SingleOrDefault();

    /// <summary>By opening time; keys that name no exam are left out.</summary>
    public Task<List<ExamDetail>> DetailsAsync(IReadOnlyCollection<Guid> examKeys, CancellationToken ct = default) =>
        DetailsAsync(db.Exams.Where(e => examKeys.Contains(e.Key)), ct);

    /// <summary>An attempt in progress is resumed, never doubled. Whether the learner may sit is the caller's question.</summary>
    public Task<(StartOutcome Outcome, PublicCode? Attempt)> StartAsync(PublicCode examCode, Candidate candidate, CancellationToken ct = default) =>
        starting.StartAsync(examCode, candidate, Now(), ct);

    /// <summary>Outside the exam's network the questions are not shown.</summary>
    public async Task<AttemptView?> ShowAsync(PublicCode attemptCode, Candidate candidate, CancellationToken ct = default) =>
        await reading.OwnAsync(attemptCode, candidate.Key) is { } sitting ? await reading.ViewAsync(sitting, candidate, Now(), ct) : null;

    /// <summary>Appends what differs from the last answer of its slot and acknowledges after the commit. All or nothing.</summary>
    public Task<AnswerReceipt> AnswerAsync(PublicCode attemptCode, Candidate candidate, IReadOnlyList<GivenAnswer> answers, CancellationToken ct = default) =>
        saving.SaveAsync(attemptCode, candidate, answers, Now(), ct);

    /// <summary>Closes and scores; after the deadline with what was saved before it. Of two at once exactly one is Graded.</summary>
    public Task<HandInOutcome> HandInAsync(PublicCode attemptCode, Guid learnerKey, CancellationToken ct = default) =>
        closing.CloseAsync(a => a.PublicCode == attemptCode && a.LearnerKey == learnerKey, Now(), ct);

    /// <summary>
    /// Closes attempts past their deadline, at the deadline's time, with what was saved. Each is a transaction of its own:
    /// one that fails is logged and left for the next run. Returns how many were closed.
    /// </summary>
    public async Task<int> CloseOverdueAsync(CancellationToken ct = default)
    {
        var now = Now();
        var closed = 0;
        foreach (var key in await db.Attempts.Where(a => a.State == AttemptState.InProgress && a.PausedAt == null && a.DueAt < now).OrderBy(a => a.DueAt).Select(a => a.Key).ToListAsync(ct))
        {
            try
            {
                // Asked again: somebody may have been given more time since.
                if (await closing.CloseAsync(a => a.Key == key && a.PausedAt == null && a.DueAt < now, now, ct) is HandInOutcome.Graded or HandInOutcome.AwaitingMarking) closed++;
            }
            catch (Exception e) when (e is not OperationCanceledException && db.Database.CurrentTransaction is null)
            {
                log.LogError(e, "Attempt {Attempt} is past its deadline and could not be closed.", key);
                db.ChangeTracker.Clear();
            }
        }

        return closed;
    }

    /// <summary>What the paper's policy allows at this moment; null where that is nothing, or the attempt is not graded, or not hers.</summary>
    public async Task<AttemptReview?> ReviewAsync(PublicCode attemptCode, Guid learnerKey, CancellationToken ct = default)
    {
        if (await reading.OwnAsync(attemptCode, learnerKey) is not { } sitting) return null;
        var now = Now();
        // An extension or extra time lets somebody sit beyond the closing: what is right is shown once nobody does.
        var stillSat = now >= sitting.ExamClosesAt && await db.Attempts.AnyAsync(a => a.State == AttemptState.InProgress && a.ExamKey == sitting.ExamKey, ct);
        return await reading.ReviewAsync(sitting, policy => policy.At(now, stillSat ? DateTime.MaxValue : sitting.ExamClosesAt), ct);
    }

    private async Task<List<ExamDetail>> DetailsAsync(IQueryable<Exam> exams, CancellationToken ct)
    {
        var rows = await exams.AsNoTracking().OrderBy(e => e.OpensAt).ThenBy(e => e.Key).ToListAsync(ct);
        var found = await papers.FindAllAsync(db, [.. rows.Select(e => e.PaperVersionKey)], ct);
        return rows.ConvertAll(e => Detail(e, found[e.PaperVersionKey]));
    }

    private static ExamDetail Detail(Exam exam, FrozenPaper paper) =>
        new(exam.Key, exam.PublicCode, exam.ContextKey, exam.PaperVersionKey, exam.Title, paper.Content.Instructions, exam.OpensAt, exam.ClosesAt,
            paper.Questions, paper.Maximum, paper.Pass.Score, paper.Content.TimeLimitMinutes, paper.Content.AttemptsAllowed, paper.Content.Review)
        {
            Sections = [.. paper.Pass.Sections.Select(s => new SectionToPass(paper.Content.Sections[s.Section].Title, s.Section + 1, s.Score, paper.MaximumOf(s.Section)))],
            TimedSections = paper.Content.TimesSections() ? [.. paper.Content.Sections.Select((s, i) => new SectionToSit(s.Title, i + 1, s.TimeLimitMinutes!.Value))] : [],
            Result = paper.Content.Result, CoolingOffHours = paper.Content.CoolingOffHours, AsksForCode = exam.AccessCode is not null, Networks = exam.Networks,
        };

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;
}
