using System.Text.RegularExpressions;
using Lms.Assessment.Questions;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>A question as its editor sends it: the frame of every type. What a type adds is its own form, in the folder Types.</summary>
public abstract partial class QuestionForm
{
    public int Revision { get; set; }
    /// <summary>See <see cref="QuestionType"/>.</summary>
    public abstract string Type { get; }
    public string? Category { get; set; }
    public int Difficulty { get; set; } = 2;
    public string? Outcome { get; set; }
    public CognitiveLevel? Level { get; set; }
    /// <summary>Parted by commas.</summary>
    public string? Tags { get; set; }
    public string? Source { get; set; }
    /// <summary>The case study it belongs to.</summary>
    public Guid? CaseKey { get; set; }
    public string? Prompt { get; set; }
    public string? Feedback { get; set; }
    public OutcomesForm Outcomes { get; set; } = new();

    /// <param name="typed">Takes note of what could not be read; the draft holds something else there.</param>
    public QuestionDraft ToDraft(TypedFields typed) => new(Category?.Trim() ?? "", Difficulty, Outcome?.Trim() ?? "", ToDefinition(typed))
        { Tags = QuestionTags.Split(Tags), Level = Level, CaseKey = CaseKey, Source = Source?.Trim() ?? "" };

    public QuestionDefinition ToDefinition(TypedFields typed) =>
        Definition(typed) with { Prompt = TypedFields.Plain(Prompt), Feedback = TypedFields.Plain(Feedback), Outcomes = Outcomes.ToFeedback() };

    /// <summary>What the type adds; the frame is filled in by <see cref="ToDefinition"/>.</summary>
    protected abstract QuestionDefinition Definition(TypedFields typed);

    /// <summary>False where the button is none of this form's.</summary>
    public virtual bool Change(RowButton button) => button.Change == RowChange.Show;

    /// <summary>Rows left empty say nothing; afterwards a row's number is its place in the definition.</summary>
    public virtual void DropEmptyRows() { }

    public virtual void KeepEnoughRows() { }

    /// <summary>Where on the form a problem with <paramref name="path"/>, such as "[0].Definition.Options[2].Text", is told.</summary>
    public string FieldOf(string path) => FieldWithin(Envelope().Replace(path, ""));

    /// <param name="path">Within the definition. The id of a row is not seen; its text stands for it.</param>
    protected internal virtual string FieldWithin(string path) => RowId().Replace(path, "].Text");

    [GeneratedRegex(@"^(\[\d+\]\.)?(Definition\.)?")]
    private static partial Regex Envelope();

    [GeneratedRegex(@"\]\.Id$")]
    private static partial Regex RowId();
}

public sealed class OutcomesForm
{
    public string? Right { get; set; }
    public string? PartlyRight { get; set; }
    public string? Wrong { get; set; }

    public static OutcomesForm Of(OutcomeFeedback? feedback) => new() { Right = feedback?.Right, PartlyRight = feedback?.PartlyRight, Wrong = feedback?.Wrong };

    public OutcomeFeedback? ToFeedback() => new OutcomeFeedback(TypedFields.Plain(Right), TypedFields.Plain(PartlyRight), TypedFields.Plain(Wrong)) is var said
        && said is { Right: "", PartlyRight: "", Wrong: "" } ? null : said;
}
