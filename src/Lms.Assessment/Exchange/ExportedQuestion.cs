using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;

namespace Lms.Assessment.Exchange;

/// <summary>A question on its way into a file. Media in its texts are "file:NAME".</summary>
public sealed record ExportedQuestion(string Title, string Category, IReadOnlyList<string> Tags, decimal Points, QuestionDefinition Definition, string? Identifier = null, int? Difficulty = null)
{
    public string Outcome { get; init; } = "";
    public CognitiveLevel? Level { get; init; }
    public string Source { get; init; } = "";
    /// <summary>Questions with an equal one belong together.</summary>
    public CaseDraft? Case { get; init; }
}

/// <param name="Issues">What the format has no words for; a question it cannot hold at all is left out, and its issue says so. Lines are the places of the questions, from 1.</param>
public sealed record ExportedFile(byte[] Bytes, IReadOnlyList<ImportIssue> Issues);
