using System.Text.Json.Serialization;

namespace Lms.Assessment.Questions.Types;

public enum GapDisplay { Inline, List, Row }

/// <param name="Question">A single choice, multiple response, short text or numeric question; its prompt is empty, the text around the gap is the prompt.</param>
public sealed record Gap(decimal Weight, QuestionDefinition Question, GapDisplay Display = GapDisplay.Inline);

/// <summary>A text with gaps: [[1]] in the prompt stands for the first. The fraction is the weighted mean of the gaps'.</summary>
public sealed record Cloze : QuestionDefinition
{
    public required IReadOnlyList<Gap> Gaps { get; init; }
}

/// <param name="Group">Only choices of the gap's own group are offered there.</param>
/// <param name="Unlimited">May be used in several gaps.</param>
public sealed record GapChoice(string Id, string Text, int Group = 1, bool Unlimited = false, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] string Feedback = "");

/// <summary>Words are picked from a list, or dragged, into the gaps of a text; [[1]] in the prompt is the first gap. Each right gap counts alike.</summary>
public sealed record GapSelect : QuestionDefinition
{
    public required IReadOnlyList<GapChoice> Choices { get; init; }
    /// <summary>For each gap the id of its right choice.</summary>
    public required IReadOnlyList<string> Gaps { get; init; }
    public bool Drag { get; init; }
}
