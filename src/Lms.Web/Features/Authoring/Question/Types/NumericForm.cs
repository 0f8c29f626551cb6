using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Web.Features.Authoring.Question.Types;

/// <summary>What the two types whose answer is a number share: units.</summary>
public abstract class NumberForm : QuestionForm
{
    private const decimal UsualPenalty = 0.1m;

    public List<UnitRow> Units { get; set; } = [];
    public UnitRule UnitRule { get; set; }
    /// <summary>Percent of what the number would earn.</summary>
    public string? UnitPenalty { get; set; }

    public override bool Change(RowButton button) => button.List == nameof(Units) ? button.ApplyTo(Units) : base.Change(button);

    public override void DropEmptyRows() => Units.RemoveAll(u => u.IsBlank);

    protected void TakeUnits(IReadOnlyList<NumericUnit> units, UnitRule rule, decimal penalty) =>
        (Units, UnitRule, UnitPenalty) = ([.. units.Select(UnitRow.Of)], rule, TypedFields.PercentText(penalty));

    protected NumericUnit[] ToUnits() => [.. Units.Select(u => new NumericUnit(TypedFields.Plain(u.Symbol), TypedFields.ExactText(u.PerBase)))];

    protected decimal Penalty(TypedFields typed) => typed.Percent(nameof(UnitPenalty), UnitPenalty, UsualPenalty);
}

public sealed class NumericForm : NumberForm
{
    public override string Type => QuestionType.Numeric;
    public List<NumericAnswerRow> Answers { get; set; } = [];

    public static NumericForm Of(Numeric question)
    {
        var form = new NumericForm { Answers = [.. question.Answers.Select(NumericAnswerRow.Of)] };
        form.TakeUnits(question.Units, question.UnitRule, question.UnitPenalty);
        return form;
    }

    protected override QuestionDefinition Definition(TypedFields typed) => new Numeric
    {
        Prompt = "", Answers = [.. Answers.Select((a, i) => a.ToAnswer($"Answers[{i}]", typed))], Units = ToUnits(), UnitRule = UnitRule, UnitPenalty = Penalty(typed),
    };

    public override bool Change(RowButton button) => button.List == nameof(Answers) ? button.ApplyTo(Answers) : base.Change(button);

    public override void DropEmptyRows()
    {
        base.DropEmptyRows();
        Answers.RemoveAll(a => a.IsBlank);
    }

    public override void KeepEnoughRows()
    {
        if (Answers.Count == 0) Answers.Add(new NumericAnswerRow());
    }
}

public sealed class NumericAnswerRow : FormRow
{
    public string? Value { get; set; }
    public string? Tolerance { get; set; } = "0";
    public ToleranceKind Kind { get; set; }
    /// <summary>Percent.</summary>
    public string? Fraction { get; set; } = "100";
    public string? SignificantFigures { get; set; }
    public string? Feedback { get; set; }

    internal override bool IsBlank => Blank(Value, Feedback);

    public static NumericAnswerRow Of(NumericAnswer answer) => new()
    {
        Value = answer.Value, Tolerance = answer.Tolerance, Kind = answer.Kind, Fraction = TypedFields.PercentText(answer.Fraction),
        SignificantFigures = answer.SignificantFigures is { } figures ? $"{figures}" : null, Feedback = answer.Feedback,
    };

    public NumericAnswer ToAnswer(string at, TypedFields typed) => new(TypedFields.ExactText(Value),
        string.IsNullOrWhiteSpace(Tolerance) ? "0" : TypedFields.ExactText(Tolerance), Kind, typed.Percent($"{at}.Fraction", Fraction),
        TypedFields.Plain(Feedback), typed.WholeOrNone($"{at}.SignificantFigures", SignificantFigures));
}

public sealed class UnitRow : FormRow
{
    public string? Symbol { get; set; }
    public string? PerBase { get; set; } = "1";

    internal override bool IsBlank => Blank(Symbol);

    public static UnitRow Of(NumericUnit unit) => new() { Symbol = unit.Symbol, PerBase = unit.PerBase };
}
