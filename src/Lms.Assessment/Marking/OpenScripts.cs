using System.Linq.Expressions;
using Lms.Assessment.Attempts;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Marking;

/// <summary>One answer that a person judges, with the marks it has.</summary>
internal sealed record OpenScript(Guid AttemptKey, PublicCode Attempt, Guid ExamKey, int Slot, PooledQuestion Question, DrawnSlot Drawn, Response Response, FrozenPaper Paper, IReadOnlyList<SlotMark> Marks)
{
    public AgreedMark Agreed => MarkAgreement.Of(Marks.Select(m => new MarkGiven(m.MarkerKey, m.Points, m.Decisive)), Question.Maximum, Paper.Content.Marking);

    public SlotMark? Of(Guid marker) => Marks.LastOrDefault(m => m.MarkerKey == marker);

    /// <summary>Nobody marks a script twice, and a third mark comes from a third person.</summary>
    public bool WaitsFor(Guid marker) => Agreed.Need != MarkingNeed.None && Of(marker) is null;
}

internal static class OpenScripts
{
    /// <summary>The answers to be marked of attempts that await it, in order of their start. Four statements.</summary>
    public static async Task<List<OpenScript>> ReadAsync(LmsDb db, FrozenPapers papers, Expression<Func<Attempt, bool>> which, CancellationToken ct)
    {
        var attempts = await db.Attempts.AsNoTracking().Where(a => a.State == AttemptState.AwaitingMarking).Where(which).OrderBy(a => a.Key)
            .Join(db.Exams, a => a.ExamKey, e => e.Key, (a, e) => new { a.Key, a.PublicCode, a.ExamKey, a.Form, e.PaperVersionKey }).ToListAsync(ct);
        var keys = attempts.ConvertAll(a => a.Key);
        // Only the last step of each slot: an essay saved as it was written stands in the log many times.
        var steps = db.Answers;
        var answers = (await steps.AsNoTracking().Where(a => keys.Contains(a.AttemptKey) && !steps.Any(b => b.AttemptKey == a.AttemptKey && b.Slot == a.Slot && b.Sequence > a.Sequence))
            .OrderBy(a => a.AttemptKey).ThenBy(a => a.Sequence).ToListAsync(ct)).ToLookup(a => a.AttemptKey);
        var marks = (await db.SlotMarks.AsNoTracking().Where(m => keys.Contains(m.AttemptKey)).OrderBy(m => m.Number).ToListAsync(ct)).ToLookup(m => (m.AttemptKey, m.Slot));
        var frozen = await papers.FindAllAsync(db, [.. attempts.Select(a => a.PaperVersionKey)], ct);
        var scripts = new List<OpenScript>();
        foreach (var attempt in attempts)
        {
            var (paper, log, form) = (frozen[attempt.PaperVersionKey], new AnswerLog(attempt.Key, answers[attempt.Key]), DrawnForm.Read(attempt.Form));
            for (var i = 0; i < form.Length; i++)
                if (paper.Question(form[i]) is { Definition: Essay or FileUpload } question && log.Response(i + 1) is { IsEmpty: false } response)
                    scripts.Add(new OpenScript(attempt.Key, attempt.PublicCode, attempt.ExamKey, i + 1, question, form[i], response, paper, [.. marks[(attempt.Key, i + 1)]]));
        }

        return scripts;
    }
}
