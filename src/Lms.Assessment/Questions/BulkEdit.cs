using Lms.Publishing;

namespace Lms.Assessment.Questions;

/// <summary>Fields that a question may do without, and that a bulk edit may therefore empty.</summary>
public enum BulkField { Level, Outcome, Source }

/// <summary>What is to become of many questions at once; null leaves a field as it is.</summary>
public sealed record BulkEdit
{
    public string? Category { get; init; }
    public IReadOnlyList<string> AddTags { get; init; } = [];
    public IReadOnlyList<string> RemoveTags { get; init; } = [];
    public int? Difficulty { get; init; }
    public CognitiveLevel? Level { get; init; }
    public string? Outcome { get; init; }
    public string? Source { get; init; }
    /// <summary>Emptied; where a field has a new value too, that counts.</summary>
    public IReadOnlyList<BulkField> Clear { get; init; } = [];
    /// <summary>Another bank to go to.</summary>
    public Guid? ToBank { get; init; }
    /// <summary>Taken after the changes.</summary>
    public PublishAction? Step { get; init; }

    public bool IsEmpty => this is { Category: null, AddTags.Count: 0, RemoveTags.Count: 0, Difficulty: null, Level: null, Outcome: null, Source: null, Clear.Count: 0, ToBank: null, Step: null };

    internal QuestionDraft Of(QuestionDraft draft) => QuestionBody.Tidy(draft with
    {
        Category = Category ?? draft.Category, Difficulty = Difficulty ?? draft.Difficulty, Level = Level ?? Kept(BulkField.Level, draft.Level, null),
        Outcome = Outcome ?? Kept(BulkField.Outcome, draft.Outcome, ""), Source = Source ?? Kept(BulkField.Source, draft.Source, ""),
        Tags = [.. draft.Tags.Where(t => !RemoveTags.Contains(t, StringComparer.OrdinalIgnoreCase)), .. AddTags],
    });

    private T Kept<T>(BulkField field, T present, T none) => Clear.Contains(field) ? none : present;
}

/// <summary>OfCase: a question of a case study stays in the bank of its case.</summary>
public enum BulkObstacle { Invalid, WrongStage, OfCase }

/// <summary>One question before and after.</summary>
/// <param name="Fields">Those of <see cref="BulkEdit"/> that change for it; a bank and a step are not among them.</param>
/// <param name="Obstacle">Why it cannot be done; null where it can.</param>
public sealed record BulkChange(Guid Key, int Revision, string Prompt, QuestionDraft Before, QuestionDraft After, IReadOnlyList<string> Fields, Stage StageBefore, Stage StageAfter, BulkObstacle? Obstacle);
