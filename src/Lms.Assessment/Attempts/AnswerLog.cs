using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts;

/// <summary>The steps of one attempt as they stand, and those about to be appended.</summary>
internal sealed class AnswerLog
{
    private readonly Guid attemptKey;
    private readonly Dictionary<int, Answer> lastOfSlot = [];
    private readonly List<Answer> added = [];
    private int last;

    private static readonly CompiledQuery<Func<LmsDb, Guid, int, IAsyncEnumerable<Answer>>> EndAndSlot = new(() => EF.CompileAsyncQuery((LmsDb db, Guid attemptKey, int slot) => db.Set<Answer>().AsNoTracking()
        .Where(a => a.AttemptKey == attemptKey
            && (a.Sequence == db.Set<Answer>().Where(l => l.AttemptKey == attemptKey).Max(l => l.Sequence)
                || a.Sequence == db.Set<Answer>().Where(l => l.AttemptKey == attemptKey && l.Slot == slot).Max(l => l.Sequence)))
        .OrderBy(a => a.Sequence).Take(2)));

    /// <param name="steps">In order of their sequence.</param>
    public AnswerLog(Guid attemptKey, IEnumerable<Answer> steps)
    {
        this.attemptKey = attemptKey;
        foreach (var step in steps) Take(step);
    }

    public IReadOnlyList<Answer> Added => added;
    public bool IsClosed => lastOfSlot.ContainsKey(Answer.ClosingSlot);

    public static async Task<AnswerLog> ReadAsync(LmsDb db, Guid attemptKey, CancellationToken ct) =>
        new(attemptKey, await db.Answers.AsNoTracking().Where(a => a.AttemptKey == attemptKey).OrderBy(a => a.Sequence).ToListAsync(ct));

    /// <summary>The end of the log and what stands for one slot: enough to append to that slot, and to know whether the attempt is closed.</summary>
    public static async Task<AnswerLog> ReadLastAsync(LmsDb db, Guid attemptKey, int slot)
    {
        var steps = new List<Answer>(2);
        await foreach (var step in EndAndSlot.On(db)(db, attemptKey, slot)) steps.Add(step);
        return new AnswerLog(attemptKey, steps);
    }

    /// <summary>The same answer as the last of its slot adds nothing. Returns the step that now stands.</summary>
    public Answer Give(int slot, Response response, DateTime now, Certainty? certainty = null)
    {
        var json = ResponseJson.Write(response, certainty);
        return lastOfSlot.GetValueOrDefault(slot) is { } standing && standing.Response == json ? standing : Append(slot, json, now);
    }

    public void Close(DateTime now) => Append(Answer.ClosingSlot, "", now);

    public Answer? Last(int slot) => lastOfSlot.GetValueOrDefault(slot);

    public Response? Response(int slot) => Last(slot) is { } answer ? ResponseJson.Read(answer.Response) : null;

    public Certainty? Certainty(int slot) => Last(slot) is { } answer ? ResponseJson.ReadCertainty(answer.Response) : null;

    private Answer Append(int slot, string response, DateTime now)
    {
        var step = new Answer(attemptKey, last + 1, slot, response, now);
        added.Add(step);
        Take(step);
        return step;
    }

    private void Take(Answer step)
    {
        lastOfSlot[step.Slot] = step;
        last = step.Sequence;
    }
}
