using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Exchange;

/// <summary>The formats questions are read from and written to.</summary>
public enum QuestionFormat { Gift, MoodleXml, Aiken, MissingWord, Qti, Xlsx }

/// <summary>What a file held. Nothing of it is in a bank yet.</summary>
/// <param name="Issues">About the file as a whole; those about a question stand with it.</param>
public sealed record ImportedFile(QuestionFormat Format, IReadOnlyList<ImportedQuestion> Questions, IReadOnlyList<ImportedMedia> Media, IReadOnlyList<ImportIssue> Issues);

/// <summary>One question as the file had it.</summary>
/// <param name="Index">Place among the file's questions, from 0; those that could not be taken count too.</param>
/// <param name="Line">Where it begins, from 1; 0 where the format has no lines.</param>
/// <param name="Identifier">QTI identifier or idnumber; null where the file gave none.</param>
/// <param name="Category">Path with slashes; empty where none was given.</param>
/// <param name="Points">As the file says, 1 where it does not.</param>
/// <param name="Definition">Null where the question could not be taken; the issues say why. Its texts are Markdown; media are "file:NAME".</param>
public sealed record ImportedQuestion(int Index, int Line, string? Identifier, string Title, string Category, IReadOnlyList<string> Tags, decimal Points, QuestionDefinition? Definition, IReadOnlyList<ImportIssue> Issues)
{
    /// <summary>1 easy to 3 hard; null where the format does not say.</summary>
    public int? Difficulty { get; init; }
    public string Outcome { get; init; } = "";
    public CognitiveLevel? Level { get; init; }
    /// <summary>The document, page or author it was taken from, where the format says so.</summary>
    public string Source { get; init; } = "";
    /// <summary>What it shares with the other questions of the file that have an equal one.</summary>
    public CaseDraft? Case { get; init; }
    /// <summary>The item as it stood in the file, kept where not all of it could be taken.</summary>
    public string? Verbatim { get; init; }
    /// <summary>Scores a response by the item's own rules, where these say more than the definition can (QTI response processing).</summary>
    public ItemScoring? Scoring { get; init; }
}

/// <param name="Name">As the texts name it behind "file:", without a path.</param>
public sealed record ImportedMedia(string Name, byte[] Bytes);

/// <summary>Something in a file that was not taken, or not as it stood.</summary>
/// <param name="Line">From 1; 0 where the format has no lines.</param>
/// <param name="Details">What the kind's sentence names, in its order.</param>
public sealed record ImportIssue(int Line, ImportIssueKind Kind, params IReadOnlyList<ImportDetail> Details)
{
    /// <summary>In English, for the command line; pages have their own words.</summary>
    public string Message => ImportIssueText.InEnglish(this);
}

/// <summary>Scores a response in the file's own terms.</summary>
/// <param name="responses">By response identifier: single values, lists, pairs as "A B".</param>
/// <param name="values">Template values given from outside; null draws or takes the defaults.</param>
public delegate ItemScore ItemScoring(IReadOnlyDictionary<string, IReadOnlyList<string>> responses, IReadOnlyDictionary<string, string>? values);

/// <summary>In the item's own points, as doubles because QTI's are.</summary>
public sealed record ItemScore(double Score, double Maximum, IReadOnlyList<MarkPart> Parts);
