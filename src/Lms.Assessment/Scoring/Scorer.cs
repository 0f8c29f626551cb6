using System.Diagnostics;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring.Types;

namespace Lms.Assessment.Scoring;

/// <summary>Pure: the same definition, values and response give the same mark, on any machine, in any year.</summary>
public static class Scorer
{
    private static readonly Mark NotAnswered = new(0m, MarkReason.NotAnswered);
    private static readonly Mark NotApplicable = new(0m, MarkReason.NotApplicable);
    private static readonly Mark NeedsMarking = new(0m, MarkReason.NeedsMarking);

    /// <param name="values">What was drawn for a calculated question's variables; its first ready set where null.</param>
    public static Mark Score(QuestionDefinition question, Response? response, IReadOnlyDictionary<string, double>? values = null) =>
        response is null or { IsEmpty: true } ? NotAnswered : (question, response) switch
        {
            (SingleChoice single, ChoiceResponse choice) => ChoiceScoring.Single(single, choice),
            (MultipleResponse multiple, ChoiceResponse choice) => ChoiceScoring.Multiple(multiple, choice),
            (TrueFalse statement, ChoiceResponse choice) => ChoiceScoring.Statement(statement, choice),
            (Matching matching, MatchResponse match) => MatchScoring.Score(matching, match),
            (Ordering ordering, OrderResponse order) => OrderScoring.Score(ordering, order),
            (ShortText shortText, TextResponse text) => TextScoring.Score(shortText, text),
            (Numeric numeric, TextResponse text) => NumberScoring.Score(numeric, text),
            (Calculated calculated, TextResponse text) => CalculatedScoring.Score(calculated, text, values),
            (Cloze cloze, GapsResponse gaps) => GapScoring.Score(cloze, gaps),
            (GapSelect select, GapsResponse gaps) => GapScoring.Score(select, gaps),
            (Hotspot hotspot, PointsResponse points) => HotspotScoring.Score(hotspot, points),
            (Essay, TextResponse) or (FileUpload, FilesResponse) => NeedsMarking,
            (SingleChoice or MultipleResponse or TrueFalse or Matching or Ordering or ShortText or Numeric or Calculated or Cloze or GapSelect or Hotspot or Essay or FileUpload, _) => NotApplicable,
            _ => throw new UnreachableException($"No scoring for {question.GetType().Name}."),
        };

    /// <summary>The points of a slot for a mark, rounded half away from zero to hundredths.</summary>
    public static Points Award(Mark mark, Points slotMaximum) =>
        new((int)Math.Round(mark.Fraction * slotMaximum.Hundredths, MidpointRounding.AwayFromZero));
}
