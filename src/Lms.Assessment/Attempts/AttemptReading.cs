using System.Globalization;
using System.Linq.Expressions;
using Lms.Assessment.Papers;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Regrading;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts;

/// <summary>Reads one attempt for a page: the attempt with its exam, its answers, its grading; the paper is in memory.</summary>
internal sealed class AttemptReading(LmsDb db, FrozenPapers papers)
{
    private static readonly Expression<Func<Attempt, Exam, Sitting>> Sitting = (a, e) => new Sitting(a.Key, a.PublicCode, a.LearnerKey, a.Number, a.State, a.StartedAt, a.DueAt, a.ClosedAt, a.Form,
        e.PublicCode, e.ContextKey, e.Title, e.ClosesAt, e.PaperVersionKey, e.Networks, a.PausedAt, a.Seat, a.News, e.News, e.Key, a.Section, a.SectionDueAt);
    // Asked with every answer, so it is compiled once.
    private static readonly CompiledQuery<Func<LmsDb, PublicCode, Guid, Task<Sitting?>>> Own = new(() => EF.CompileAsyncQuery((LmsDb db, PublicCode code, Guid learnerKey) =>
        db.Set<Attempt>().Where(a => a.PublicCode == code && a.LearnerKey == learnerKey).Join(db.Set<Exam>(), a => a.ExamKey, e => e.Key, Sitting).SingleOrDefault()));

    /// <summary>What every use case on an attempt has to know first, in one statement.</summary>
    public Task<Sitting?> SittingAsync(Expression<Func<Attempt, bool>> which, CancellationToken ct) =>
        db.Attempts.Where(which).Join(db.Exams, a => a.ExamKey, e => e.Key, Sitting).SingleOrDefaultAsync(ct);

    /// <summary>The same of a learner's own attempt; another's is not found.</summary>
    public Task<Sitting?> OwnAsync(PublicCode code, Guid learnerKey) => Own.On(db)(db, code, learnerKey);

    public async Task<AttemptView> ViewAsync(Sitting sitting, Candidate candidate, DateTime now, CancellationToken ct)
    {
        var paper = await papers.GetAsync(db, sitting.PaperVersionKey, ct);
        var outside = !Networks.Admit(sitting.Networks, candidate.Address);
        var form = DrawnForm.Read(sitting.Form);
        var slots = sitting.State != AttemptState.InProgress || outside ? [] : ShownPaper.Slots(paper, form, await AnswerLog.ReadAsync(db, sitting.Key, ct));
        if (sitting.Section > 0) slots = slots.FindAll(s => sitting.IsIn(paper.SectionOf(form[s.Slot - 1])));
        return new AttemptView(sitting.Code, sitting.ExamCode, sitting.ContextKey, sitting.Title, sitting.Number, sitting.State, sitting.StartedAt, sitting.DueAt, now, paper.Content.QuestionsPerPage, slots)
        {
            Sections = ShownPaper.Sections(paper, form), Practice = paper.Content.Review.During != ReviewDetail.None, Outside = outside,
            PausedAt = sitting.PausedAt, Seat = sitting.Seat, Tag = sitting.Tag, HasNews = sitting.News + sitting.ExamNews > 0,
            Timed = sitting.Section > 0 ? new TimedSection(sitting.Section, paper.Content.Sections.Count, sitting.EndsAt) : null,
        };
    }

    /// <param name="allowed">What the reader may see, given the paper's policy.</param>
    /// <returns>Null while the attempt is in progress, or where nothing may be seen.</returns>
    public async Task<AttemptReview?> ReviewAsync(Sitting sitting, Func<ReviewPolicy, ReviewDetail> allowed, CancellationToken ct)
    {
        if (sitting.State != AttemptState.Graded || sitting.ClosedAt is not { } closedAt) return null;
        var paper = await papers.GetAsync(db, sitting.PaperVersionKey, ct);
        var detail = allowed(paper.Content.Review);
        if (detail == ReviewDetail.None) return null;

        var grading = await db.Gradings.AsNoTracking().Where(g => g.AttemptKey == sitting.Key).OrderByDescending(g => g.Number)
            .Select(g => new { g.Score, g.Maximum, g.Passed, g.Details }).FirstAsync(ct);
        var comments = await db.SlotMarks.AsNoTracking().Where(m => m.AttemptKey == sitting.Key).OrderBy(m => m.Number).Select(m => new { m.Slot, m.MarkerKey, m.Comment }).ToListAsync(ct);
        var (form, log, scores, corrections) = (DrawnForm.Read(sitting.Form), await AnswerLog.ReadAsync(db, sitting.Key, ct), Grading.ReadDetails(grading.Details), await KeyCorrections.ReadAsync(db, ct));
        var slots = ReviewedPaper.Slots(paper, form, log, scores, detail, corrections, comments.GroupBy(c => (c.Slot, c.MarkerKey)).Select(own => own.Last()).Where(c => c.Comment.Length > 0).ToLookup(c => c.Slot, c => c.Comment));
        var score = detail.HasFlag(ReviewDetail.Score);
        return new AttemptReview(sitting.Code, sitting.ExamCode, sitting.ContextKey, sitting.LearnerKey, sitting.Title, sitting.Number, sitting.StartedAt, closedAt, detail,
            score ? grading.Score : null, grading.Maximum, paper.Pass.Score, score ? grading.Passed : null, slots)
        {
            Sections = score ? SectionResults(paper, form, scores) : [],
            Certainty = score ? ReviewedPaper.Certainty(paper, form, log, scores, corrections) : null,
        };
    }

    private static List<SectionResult> SectionResults(FrozenPaper paper, DrawnSlot[] form, SlotScore[] scores) =>
        [.. ShownPaper.Sections(paper, form).Select(s => new SectionResult(s, new Points(scores[(s.FirstSlot - 1)..s.LastSlot].Sum(slot => slot.Awarded.Hundredths))))];
}

internal sealed record Sitting(Guid Key, PublicCode Code, Guid LearnerKey, int Number, AttemptState State, DateTime StartedAt, DateTime DueAt, DateTime? ClosedAt, string Form,
    PublicCode ExamCode, Guid ContextKey, string Title, DateTime ExamClosesAt, Guid PaperVersionKey, string Networks, DateTime? PausedAt, int Seat, int News, int ExamNews, Guid ExamKey, int Section, DateTime? SectionDueAt)
{
    /// <summary>Answers on their way when the clock is stopped still count: their author could not know yet. Longer than a page takes to hear of it.</summary>
    public static readonly TimeSpan PauseReaches = TimeSpan.FromSeconds(30);

    /// <summary>Changes with everything the candidate's page has to hear of: deadline, pause, messages, end, another device.</summary>
    public string Tag => TagOf(State, Seat, News, ExamNews, DueAt);

    public static string TagOf(AttemptState state, int seat, int news, int examNews, DateTime dueAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)state}.{seat}.{news}.{examNews}.{dueAt.Ticks:x}");

    public bool IsPaused(DateTime now) => PausedAt is { } since && now > since + PauseReaches;
    /// <summary>Until when what she sees now may be answered: her section where sections are timed, else all of it.</summary>
    public DateTime EndsAt => SectionDueAt < DueAt ? SectionDueAt.Value : DueAt;

    /// <param name="section">From 0, as on the paper.</param>
    public bool IsIn(int section) => Section == 0 || Section == section + 1;

    /// <summary>A clock that stands has not run out, unless it had before.</summary>
    public bool IsSectionOver(DateTime now) => Section > 0 && (PausedAt ?? now) > EndsAt;

    public bool IsOver(DateTime now) => PausedAt is null && now > DueAt;
}
