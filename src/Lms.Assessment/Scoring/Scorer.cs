using Lms.Assessment.Questions;

namespace Lms.Assessment.Scoring;

/// <summary>Pure: the same definition and response give the same mark, on any machine, in any year.</summary>
public static class Scorer
{
    public static Mark Score(QuestionDefinition question, Response? response) => throw new NotImplementedException();
    /// <summary>The points of a slot for a mark, rounded half away from zero to hundredths.</summary>
    public static Points Award(Mark mark, Points slotMaximum) => throw new NotImplementedException();
}
