using System.Text.RegularExpressions;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Web.Features.Authoring.Question.Types;

public sealed partial class ShortTextForm : QuestionForm
{
    private const int RowsOfNew = 3;

    public override string Type => QuestionType.ShortText;
    public List<TextAnswerRow> Answers { get; set; } = [];
    public bool CaseSensitive { get; set; }
    public bool DiacriticsSensitive { get; set; }
    public bool Wildcards { get; set; }

    public static ShortTextForm Of(ShortText question) => new()
    {
        Answers = [.. question.Answers.Select(TextAnswerRow.Of)],
        CaseSensitive = question.CaseSensitive, DiacriticsSensitive = question.DiacriticsSensitive, Wildcards = question.Wildcards,
    };

    protected override QuestionDefinition Definition(TypedFields typed) => new ShortText
    {
        Prompt = "", CaseSensitive = CaseSensitive, DiacriticsSensitive = DiacriticsSensitive, Wildcards = Wildcards,
        Answers = [.. Answers.Select((a, i) => new TextAnswer(TypedFields.Plain(a.Text), typed.Percent($"Answers[{i}].Fraction", a.Fraction), TypedFields.Plain(a.Feedback)))],
    };

    public override bool Change(RowButton button) => button.List == nameof(Answers) ? button.ApplyTo(Answers) : base.Change(button);

    public override void DropEmptyRows() => Answers.RemoveAll(a => a.IsBlank);

    public override void KeepEnoughRows()
    {
        if (Answers.Count > 0) return;
        while (Answers.Count < RowsOfNew) Answers.Add(new TextAnswerRow());
    }

    protected internal override string FieldWithin(string path) => AnswerAt().Replace(path, "$0.Text");

    [GeneratedRegex(@"^Answers\[\d+\]$")]
    private static partial Regex AnswerAt();
}

public sealed class TextAnswerRow : FormRow
{
    public string? Text { get; set; }
    /// <summary>Percent.</summary>
    public string? Fraction { get; set; } = "100";
    public string? Feedback { get; set; }

    internal override bool IsBlank => Blank(Text, Feedback);

    public static TextAnswerRow Of(TextAnswer answer) => new() { Text = answer.Text, Fraction = TypedFields.PercentText(answer.Fraction), Feedback = answer.Feedback };
}
