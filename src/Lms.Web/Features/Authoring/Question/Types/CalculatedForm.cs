using System.Text.RegularExpressions;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Web.Features.Authoring.Question.Types;

public sealed partial class CalculatedForm : NumberForm
{
    public override string Type => QuestionType.Calculated;
    public List<VariableRow> Variables { get; set; } = [];
    public List<FormulaRow> Answers { get; set; } = [];
    /// <summary>One set on each line: "a = 2; b = 3.5".</summary>
    public string? ValueSets { get; set; }

    public static CalculatedForm Of(Calculated question)
    {
        var form = new CalculatedForm
        {
            Variables = [.. question.Variables.Select(VariableRow.Of)], Answers = [.. question.Answers.Select(FormulaRow.Of)],
            ValueSets = string.Join('\n', question.ValueSets.Select(s => string.Join("; ", s.Select(v => $"{v.Key} = {TypedFields.RealText(v.Value)}")))),
        };
        form.TakeUnits(question.Units, question.UnitRule, question.UnitPenalty);
        return form;
    }

    protected override QuestionDefinition Definition(TypedFields typed) => new Calculated
    {
        Prompt = "", Variables = [.. Variables.Select((v, i) => v.ToVariable($"Variables[{i}]", typed))], Answers = [.. Answers.Select((a, i) => a.ToAnswer($"Answers[{i}]", typed))],
        ValueSets = [.. Sets(typed)], Units = ToUnits(), UnitRule = UnitRule, UnitPenalty = Penalty(typed),
    };

    public override bool Change(RowButton button) => button.List switch
    {
        nameof(Variables) => button.ApplyTo(Variables),
        nameof(Answers) => button.ApplyTo(Answers),
        _ => base.Change(button),
    };

    public override void DropEmptyRows()
    {
        base.DropEmptyRows();
        Variables.RemoveAll(v => v.IsBlank);
        Answers.RemoveAll(a => a.IsBlank);
    }

    public override void KeepEnoughRows()
    {
        if (Answers.Count == 0) Answers.Add(new FormulaRow());
        if (Variables.Count > 0 || !string.IsNullOrWhiteSpace(ValueSets)) return;
        Variables.Add(new VariableRow());
        Variables.Add(new VariableRow());
    }

    /// <summary>A variable that is no sensible number is told at its least value.</summary>
    protected internal override string FieldWithin(string path) => VariableAt().Replace(base.FieldWithin(path), "$0.Minimum");

    private IEnumerable<Dictionary<string, double>> Sets(TypedFields typed)
    {
        foreach (var line in TypedFields.Plain(ValueSets).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var set = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var pair in line.Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                var sign = pair.LastIndexOf('=');
                if (sign < 0 || !set.TryAdd(pair[..sign].Trim(), typed.Real(nameof(ValueSets), pair[(sign + 1)..])))
                    typed.Refuse(nameof(ValueSets), QuestionProblemKind.NotANumber);
            }

            yield return set;
        }
    }

    [GeneratedRegex(@"^Variables\[\d+\]$")]
    private static partial Regex VariableAt();
}

public sealed class VariableRow : FormRow
{
    public string? Name { get; set; }
    public string? Minimum { get; set; } = "1";
    public string? Maximum { get; set; } = "10";
    public string? Decimals { get; set; } = "0";

    internal override bool IsBlank => Blank(Name);

    public static VariableRow Of(Variable variable) => new()
    {
        Name = variable.Name, Minimum = TypedFields.RealText(variable.Minimum), Maximum = TypedFields.RealText(variable.Maximum), Decimals = $"{variable.Decimals}",
    };

    public Variable ToVariable(string at, TypedFields typed) => new(NameOf(Name), typed.Real($"{at}.Minimum", Minimum), typed.Real($"{at}.Maximum", Maximum), typed.WholeOrNone($"{at}.Decimals", Decimals) ?? 0);

    /// <summary>Authors write the name as it stands in the text, {a}, or without the braces.</summary>
    private static string NameOf(string? typed) => TypedFields.Plain(typed) is ['{', .. var inner, '}'] ? inner.Trim() : TypedFields.Plain(typed);
}

public sealed class FormulaRow : FormRow
{
    private const double UsualTolerance = 0.01;
    private const int UsualDecimals = 2;

    public string? Formula { get; set; }
    public string? Tolerance { get; set; } = "0.01";
    public ToleranceKind Kind { get; set; } = ToleranceKind.Relative;
    /// <summary>Percent.</summary>
    public string? Fraction { get; set; } = "100";
    public string? Decimals { get; set; } = "2";
    public string? Feedback { get; set; }

    internal override bool IsBlank => Blank(Formula, Feedback);

    public static FormulaRow Of(CalculatedAnswer answer) => new()
    {
        Formula = answer.Formula, Tolerance = TypedFields.RealText(answer.Tolerance), Kind = answer.Kind,
        Fraction = TypedFields.PercentText(answer.Fraction), Decimals = $"{answer.Decimals}", Feedback = answer.Feedback,
    };

    public CalculatedAnswer ToAnswer(string at, TypedFields typed) => new(TypedFields.Plain(Formula), typed.Real($"{at}.Tolerance", Tolerance, UsualTolerance), Kind,
        typed.Percent($"{at}.Fraction", Fraction), TypedFields.Plain(Feedback), typed.WholeOrNone($"{at}.Decimals", Decimals) ?? UsualDecimals);
}
