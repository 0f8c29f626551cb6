using System.Globalization;
using System.Text.RegularExpressions;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Web.Features.Authoring.Question.Types;

/// <summary>A text with gaps and a card for each: [[1]] in the text is the first card.</summary>
public sealed partial class ClozeForm : QuestionForm
{
    public override string Type => QuestionType.Cloze;
    public List<GapRow> Gaps { get; set; } = [];

    public static ClozeForm Of(Cloze question) => new() { Gaps = [.. question.Gaps.Select(GapRow.Of)] };

    protected override QuestionDefinition Definition(TypedFields typed) => new Cloze { Prompt = "", Gaps = [.. Gaps.Select((g, i) => g.ToGap($"Gaps[{i}]", typed))] };

    public override bool Change(RowButton button)
    {
        if (button.List == nameof(Gaps))
        {
            if (button.Change == RowChange.Remove) Prompt = GapMarks.Without(Prompt, button.At + 1);
            return button.ApplyTo(Gaps);
        }

        return button.Within(nameof(Gaps)) is var (row, inner) && row < Gaps.Count ? Gaps[row].Change(inner) : base.Change(button);
    }

    /// <summary>A card stays, however empty: it belongs to a mark in the text. One without a mark and without a word is dropped.</summary>
    public override void DropEmptyRows()
    {
        foreach (var gap in Gaps) gap.Question.DropEmptyRows();
        while (Gaps.Count > GapMarks.Greatest(Prompt) && Gaps[^1].IsBlank) Gaps.RemoveAt(Gaps.Count - 1);
    }

    public override void KeepEnoughRows()
    {
        var enough = Math.Max(1, GapMarks.Greatest(Prompt));
        while (Gaps.Count < enough) Gaps.Add(new GapRow());
        foreach (var gap in Gaps) gap.Question.KeepEnoughRows();
    }

    protected internal override string FieldWithin(string path)
    {
        if (QuestionAt().Match(path) is not { Success: true } match) return base.FieldWithin(path);
        var row = int.Parse(match.Groups["row"].ValueSpan, CultureInfo.InvariantCulture);
        return row < Gaps.Count ? $"Gaps[{row}].{Gaps[row].Part}.{Gaps[row].Question.FieldWithin(path[match.Length..])}" : path;
    }

    [GeneratedRegex(@"^Gaps\[(?<row>\d+)\]\.Question\.", RegexOptions.ExplicitCapture)]
    private static partial Regex QuestionAt();
}

/// <summary>One gap: which of the four forms counts, its type says.</summary>
public sealed class GapRow : FormRow
{
    internal static readonly IReadOnlyList<string> Types = [QuestionType.ShortText, QuestionType.SingleChoice, QuestionType.MultipleResponse, QuestionType.Numeric];

    public string Type { get; set; } = QuestionType.ShortText;
    public string? Weight { get; set; } = "1";
    public GapDisplay Display { get; set; }
    public ShortTextForm? Text { get; set; }
    public SingleChoiceForm? Choice { get; set; }
    public MultipleResponseForm? Choices { get; set; }
    public NumericForm? Number { get; set; }

    /// <summary>The name of the form that counts.</summary>
    internal string Part => Type switch
    {
        QuestionType.SingleChoice => nameof(Choice),
        QuestionType.MultipleResponse => nameof(Choices),
        QuestionType.Numeric => nameof(Number),
        _ => nameof(Text),
    };

    internal QuestionForm Question => Type switch
    {
        QuestionType.SingleChoice => Choice ??= new SingleChoiceForm(),
        QuestionType.MultipleResponse => Choices ??= new MultipleResponseForm(),
        QuestionType.Numeric => Number ??= new NumericForm { UnitPenalty = "10" },
        _ => Text ??= new ShortTextForm { DiacriticsSensitive = true },
    };

    internal override bool IsBlank => Question switch
    {
        ChoiceForm choice => choice.Options.TrueForAll(o => o.IsBlank),
        NumericForm number => number.Answers.TrueForAll(a => a.IsBlank),
        ShortTextForm text => text.Answers.TrueForAll(a => a.IsBlank),
        _ => false,
    };

    public static GapRow Of(Gap gap)
    {
        var row = new GapRow { Type = QuestionType.Of(gap.Question), Weight = TypedFields.DecimalText(gap.Weight), Display = gap.Display };
        switch (QuestionForms.Of(gap.Question))
        {
            case SingleChoiceForm single: row.Choice = single; break;
            case MultipleResponseForm multiple: row.Choices = multiple; break;
            case NumericForm number: row.Number = number; break;
            case ShortTextForm text: row.Text = text; break;
            default: throw new ArgumentOutOfRangeException(nameof(gap), row.Type, "No gap is of this type.");
        }

        return row;
    }

    public Gap ToGap(string at, TypedFields typed) => new(typed.DecimalOrNone($"{at}.Weight", Weight) ?? 1m, Question.ToDefinition(typed.Within($"{at}.{Part}")), Display);

    public bool Change(RowButton button) => button.List.StartsWith($"{Part}.", StringComparison.Ordinal) && Question.Change(button with { List = button.List[(Part.Length + 1)..] });
}

/// <summary>The marks of gaps in a text: [[1]], [[2]] …</summary>
internal static partial class GapMarks
{
    public const int Most = 100;

    public static int Greatest(string? text) => Mark().Matches(text ?? "").Select(NumberOf).Where(n => n <= Most).DefaultIfEmpty().Max();

    /// <summary>A gap is taken out, and those behind it move up by one.</summary>
    public static string Without(string? text, int gap) => Mark().Replace(text ?? "", m => NumberOf(m) is var number && number == gap ? "" : number > gap ? $"[[{number - 1}]]" : m.Value);

    private static int NumberOf(Match mark) => int.Parse(mark.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\[\[(?<n>[0-9]{1,3})\]\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
