using System.Globalization;
using Lms.Assessment.Attempts.Files;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Attempts;

/// <summary>A question without what is right. Which lists are filled, the type says.</summary>
/// <param name="Type">See <see cref="Questions.QuestionType"/>.</param>
/// <param name="Options">Choices, the right side of a matching, the items of an ordering, the words of a gap select, the labels of a hotspot's areas, in drawn order. For true/false the ids "true" and "false" without a text: the words are the page's, in its language.</param>
public sealed record ShownQuestion(string Type, string Prompt, IReadOnlyList<ShownOption> Options)
{
    /// <summary>The left side of a matching.</summary>
    public IReadOnlyList<ShownOption> Items { get; init; } = [];
    /// <summary>Of a cloze or gap select; the number of a gap is its place from 1.</summary>
    public IReadOnlyList<ShownGap> Gaps { get; init; } = [];
    public bool Drag { get; init; }
    public ShownImage? Image { get; init; }
    public WritingLimits? Writing { get; init; }
    public FileLimits? Files { get; init; }
    public IReadOnlyList<string> Units { get; init; } = [];
    /// <summary>The case study it is asked with; neighbours of one case have the same key.</summary>
    public ShownCase? Case { get; init; }

    /// <summary>With the options as written: for those who write it. A calculated question has the first of its values.</summary>
    public static ShownQuestion Of(QuestionDefinition definition) => ShownPaper.Question(definition, []);

    /// <summary>{a} as the number drawn for a.</summary>
    internal static string WithValues(string prompt, IReadOnlyDictionary<string, double>? values) => values is null ? prompt
        : values.Aggregate(prompt, (text, value) => text.Replace($"{{{value.Key}}}", value.Value.ToString("0.##########", CultureInfo.CurrentCulture), StringComparison.Ordinal));
}

/// <param name="Key">Of the case's version.</param>
/// <param name="Text">Markdown.</param>
public sealed record ShownCase(Guid Key, string Title, string Text);

public sealed record ShownOption(string Id, string Text);

/// <param name="Type">Single choice, multiple response, short text or numeric.</param>
public sealed record ShownGap(string Type, IReadOnlyList<ShownOption> Options, GapDisplay Display);

public sealed record ShownImage(string Address, string Text, int MostPoints)
{
    /// <summary>
    /// For each option the point that choosing it by its label sets. A label and where it lies say nothing of what is right; the
    /// outline of an area, which would tell whether a point just set lies in one, is not shown.
    /// </summary>
    public IReadOnlyList<ImagePoint> Areas { get; init; } = [];
}

public sealed record WritingLimits(int? FewestWords, int? MostWords, string Template);

/// <param name="MostBytes">Of one file.</param>
/// <param name="Extensions">Lower case with the dot; empty takes all that the site takes.</param>
public sealed record FileLimits(int MostFiles, long MostBytes, IReadOnlyList<string> Extensions)
{
    /// <summary>What the question allows, within what the site can take.</summary>
    internal static FileLimits Of(FileUpload upload) => new(upload.MostFiles, Math.Min(upload.MostBytes, AnswerFiles.LargestFile), upload.Extensions);
}
