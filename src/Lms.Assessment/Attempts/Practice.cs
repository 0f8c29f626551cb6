using Lms.Assessment.Papers;
using Lms.Assessment.Papers.Drawing;
using Lms.Data;

namespace Lms.Assessment.Attempts;

/// <summary>What a paper made for practice tells while it is still being sat.</summary>
public sealed class Practice(LmsDb db, FrozenPapers papers)
{
    /// <summary>
    /// On the questions she has answered, as they are saved now; nothing is recorded. Null where the attempt is not hers, not in
    /// progress, or where its paper tells nothing before the hand-in.
    /// </summary>
    public async Task<IReadOnlyList<SlotReview>?> OnAnsweredAsync(PublicCode attemptCode, Guid learnerKey, CancellationToken ct = default)
    {
        if (await new AttemptReading(db, papers).OwnAsync(attemptCode, learnerKey) is not { State: AttemptState.InProgress } sitting) return null;
        var paper = await papers.GetAsync(db, sitting.PaperVersionKey, ct);
        if (paper.Content.Review.During is not (not ReviewDetail.None and var allowed)) return null;
        var (form, log) = (DrawnForm.Read(sitting.Form), await AnswerLog.ReadAsync(db, sitting.Key, ct));
        var scoring = await AttemptScoring.OfUnmarkedAsync(db, ct);
        var scores = scoring.Score(sitting.Key, paper, form, log).Slots;
        return ReviewedPaper.Slots(paper, form, log, scores, allowed | ReviewDetail.Responses, scoring.Corrections, Array.Empty<string>().ToLookup(_ => 0))
            .FindAll(s => log.Response(s.Slot) is { IsEmpty: false });
    }
}
