using Lms.Assessment.Attempts;
using Lms.Assessment.Invigilation;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Invigilation.Replaying;

/// <param name="At">The step shown, from 1.</param>
public sealed record ReplayPage(Replay Replay, IReadOnlyDictionary<Guid, string> Names, int At)
{
    public ReplayStep Step => Replay.Steps[At - 1];

    /// <summary>The question of the step with what its answer was after it; null where the step is no answer.</summary>
    public SlotReview? Question => Step is AnswerStep answer ? Shown(answer, answer.Response) : null;
    public SlotReview? Before => Step is AnswerStep { Before: { } before } answer ? Shown(answer, before) : null;

    private SlotReview Shown(AnswerStep step, Lms.Assessment.Scoring.Response response)
    {
        var slot = Replay.Questions[step.Slot - 1];
        return new SlotReview(slot.Slot, slot.Section, slot.Question, response, null, slot.Maximum, null, null, null);
    }

    public static string Words(IStringLocalizer<InvigilationText> text, ReplayStep step) => step switch
    {
        StartStep => text["Step.Start"],
        AnswerStep { Response.IsEmpty: true } cleared => text["Step.Cleared", cleared.Slot],
        AnswerStep { Before: null } first => text["Step.Answered", first.Slot],
        AnswerStep changed => text["Step.Changed", changed.Slot],
        SignalStep signal => InterventionWords.Of(text, signal),
        InterventionStep intervention => InterventionWords.Of(text, intervention.Kind, intervention.Minutes, intervention.Percent),
        SeenStep => text["Step.Seen"],
        CloseStep { Forced: true } => text["Step.Forced"],
        CloseStep { AtDeadline: true } => text["Step.Deadline"],
        CloseStep => text["Step.HandedIn"],
        _ => throw new System.Diagnostics.UnreachableException($"{step.GetType().Name} has no words."),
    };
}
