using Lms.Assessment.Attempts;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Invigilation;

/// <summary>Plays an attempt again step by step, from the rows that were appended while it was sat.</summary>
public sealed class Replays(LmsDb db, FrozenPapers papers)
{
    /// <summary>Five statements, however many steps. Null while the attempt is in progress, or where there is none.</summary>
    public async Task<Replay?> FindAsync(PublicCode attemptCode, CancellationToken ct = default)
    {
        var sitting = await new AttemptReading(db, papers).SittingAsync(a => a.PublicCode == attemptCode, ct);
        if (sitting is null || sitting.State == AttemptState.InProgress) return null;
        var paper = await papers.GetAsync(db, sitting.PaperVersionKey, ct);
        var rows = await db.Interventions.AsNoTracking().Where(i => i.ExamKey == sitting.ExamKey && (i.AttemptKey == sitting.Key
            || (i.AttemptKey == null && i.LearnerKey == sitting.LearnerKey && i.Kind == InterventionKind.ExtraTime && i.At <= sitting.StartedAt)
            || (i.LearnerKey == null && i.Kind == InterventionKind.Message && i.At <= sitting.ClosedAt))).ToListAsync(ct);
        var forced = rows.Exists(i => i.Kind == InterventionKind.Submitted);
        var steps = new List<ReplayStep> { new StartStep(sitting.StartedAt) };
        steps.AddRange(rows.Select(i => new InterventionStep(i.At, i.Kind, i.Minutes, i.Percent, i.Text, i.By, i.LearnerKey is null || i.PartOf is not null)));
        steps.AddRange(await db.Signals.Where(s => s.AttemptKey == sitting.Key).Select(s => new SignalStep(s.At, s.Kind, s.Times, s.Seconds, s.Detail)).ToListAsync(ct));
        var interventions = db.Interventions;
        steps.AddRange(await db.MessagesSeen.Where(s => s.AttemptKey == sitting.Key).Join(interventions, s => s.InterventionKey, i => i.Key, (s, i) => new SeenStep(s.At, i.Text)).ToListAsync(ct));
        steps.AddRange(Answers(await db.Answers.AsNoTracking().Where(a => a.AttemptKey == sitting.Key).OrderBy(a => a.Sequence).ToListAsync(ct), sitting.DueAt, forced));
        return new Replay(sitting.Code, sitting.ExamKey, sitting.ContextKey, sitting.LearnerKey, sitting.Title, sitting.Number, sitting.StartedAt, sitting.ClosedAt,
            ShownPaper.Slots(paper, DrawnForm.Read(sitting.Form)), [.. steps.OrderBy(s => s.At).ThenBy(s => s is CloseStep)]);
    }

    private static IEnumerable<ReplayStep> Answers(List<Answer> log, DateTime dueAt, bool forced)
    {
        var standing = new Dictionary<int, Response>();
        foreach (var step in log)
        {
            if (step.Slot == Answer.ClosingSlot)
            {
                yield return new CloseStep(step.GivenAt, step.GivenAt >= dueAt, forced);
                continue;
            }

            var before = standing.GetValueOrDefault(step.Slot);
            standing[step.Slot] = ResponseJson.Read(step.Response);
            yield return new AnswerStep(step.GivenAt, step.Slot, standing[step.Slot], before, standing.Values.Count(r => !r.IsEmpty));
        }
    }
}
