using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Web.Features.Authoring.Question.Types;

/// <summary>What the two types with options share.</summary>
public abstract class ChoiceForm : QuestionForm
{
    private const int FewestRows = 2, RowsOfNew = 4;

    public List<OptionRow> Options { get; set; } = [];
    /// <summary>Whether each option has a value of its own and not only right or wrong.</summary>
    public bool ByFraction { get; set; }

    public override bool Change(RowButton button)
    {
        switch (button)
        {
            case { Change: RowChange.Toggle, List: nameof(ByFraction) }: Switch(); return true;
            case { List: nameof(Options) }: return ChangeOptions(button);
            default: return base.Change(button);
        }
    }

    public override void DropEmptyRows()
    {
        for (var row = Options.Count - 1; row >= 0; row--)
            if (Options[row].IsBlank && !IsMarked(row)) ChangeOptions(new RowButton(RowChange.Remove, nameof(Options), row));
    }

    public override void KeepEnoughRows()
    {
        var enough = Options.Count == 0 ? RowsOfNew : FewestRows;
        while (Options.Count < enough) Options.Add(new OptionRow());
    }

    protected virtual bool ChangeOptions(RowButton button) => button.ApplyTo(Options);

    /// <summary>A row marked as right is not dropped silently.</summary>
    protected virtual bool IsMarked(int row) => Options[row].Correct;

    protected virtual void Switch() => ByFraction = !ByFraction;

    protected ChoiceOption[] Choices(TypedFields typed, Func<int, OptionRow, bool> isCorrect)
    {
        var ids = new RowIds(Options.Select(o => o.Id));
        return [.. Options.Select((o, row) => new ChoiceOption(ids.Of(o.Id), TypedFields.Plain(o.Text), isCorrect(row, o), TypedFields.Plain(o.Feedback),
            ByFraction ? typed.PercentOrNone($"Options[{row}].Fraction", o.Fraction) : null))];
    }
}

public sealed class SingleChoiceForm : ChoiceForm
{
    public override string Type => QuestionType.SingleChoice;
    /// <summary>The row of the right option; counts unless options have values, where several may be marked.</summary>
    public int? RightRow { get; set; }

    public static SingleChoiceForm Of(SingleChoice question)
    {
        var form = new SingleChoiceForm { Options = [.. question.Options.Select(OptionRow.Of)], ByFraction = question.Options.Any(o => o.Fraction is not null) };
        form.RightRow = form.Options.FindIndex(o => o.Correct) is >= 0 and var row ? row : null;
        return form;
    }

    protected override QuestionDefinition Definition(TypedFields typed) =>
        new SingleChoice { Prompt = "", Options = Choices(typed, (row, option) => ByFraction ? option.Correct : row == RightRow) };

    protected override bool ChangeOptions(RowButton button)
    {
        base.ChangeOptions(button);
        if (button.Change == RowChange.Remove && button.At >= 0) RightRow = RightRow == button.At ? null : RightRow > button.At ? RightRow - 1 : RightRow;
        return true;
    }

    protected override bool IsMarked(int row) => ByFraction ? base.IsMarked(row) : RightRow == row;

    protected override void Switch()
    {
        base.Switch();
        if (ByFraction)
        {
            foreach (var (row, option) in Options.Index()) option.Correct = row == RightRow;
            return;
        }

        RightRow = Options.FindIndex(o => o.Correct) is >= 0 and var first ? first : null;
    }
}

public sealed class MultipleResponseForm : ChoiceForm
{
    public override string Type => QuestionType.MultipleResponse;
    public MultipleScoring Scoring { get; set; } = MultipleScoring.PartialCredit;
    /// <summary>Percent of the points.</summary>
    public string? LowerBound { get; set; }
    public string? UpperBound { get; set; }

    internal IEnumerable<MultipleScoring> Scorings => Enum.GetValues<MultipleScoring>().Where(s => ByFraction || s != MultipleScoring.Mapped);

    public static MultipleResponseForm Of(MultipleResponse question) => new()
    {
        Options = [.. question.Options.Select(OptionRow.Of)], Scoring = question.Scoring,
        ByFraction = question.Scoring == MultipleScoring.Mapped || question.LowerBound != 0m || question.UpperBound != 1m || question.Options.Any(o => o.Fraction is not null),
        LowerBound = TypedFields.PercentText(question.LowerBound), UpperBound = TypedFields.PercentText(question.UpperBound),
    };

    protected override QuestionDefinition Definition(TypedFields typed) => new MultipleResponse
    {
        Prompt = "", Options = Choices(typed, (_, option) => option.Correct), Scoring = Scoring,
        LowerBound = ByFraction ? typed.Percent(nameof(LowerBound), LowerBound, 0m) : 0m,
        UpperBound = ByFraction ? typed.Percent(nameof(UpperBound), UpperBound) : 1m,
    };

    protected override void Switch()
    {
        base.Switch();
        Scoring = ByFraction ? MultipleScoring.Mapped : Scoring == MultipleScoring.Mapped ? MultipleScoring.PartialCredit : Scoring;
    }
}

public sealed class OptionRow : FormRow
{
    /// <summary>Empty in a new row.</summary>
    public string? Id { get; set; }
    public string? Text { get; set; }
    public bool Correct { get; set; }
    public string? Feedback { get; set; }
    /// <summary>Percent.</summary>
    public string? Fraction { get; set; }

    internal override bool IsBlank => Blank(Text, Feedback, Fraction);

    public static OptionRow Of(ChoiceOption option) => new()
    {
        Id = option.Id, Text = option.Text, Correct = option.Correct, Feedback = option.Feedback,
        Fraction = option.Fraction is { } fraction ? TypedFields.PercentText(fraction) : null,
    };
}
