using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>A question of any type as its editor sends it; which fields count, the type says.</summary>
public sealed class QuestionForm
{
    private const int FewestRows = 2, RowsOfNew = 4;

    public int Revision { get; set; }
    /// <summary>See <see cref="QuestionType"/>.</summary>
    public string Type { get; set; } = "";
    public string? Category { get; set; }
    public int Difficulty { get; set; } = 2;
    public string? Outcome { get; set; }
    public string? Prompt { get; set; }
    public string? Feedback { get; set; }
    public List<OptionForm> Options { get; set; } = [];
    /// <summary>Single choice: the row of the right option.</summary>
    public int? RightRow { get; set; }
    public MultipleScoring Scoring { get; set; } = MultipleScoring.PartialCredit;
    /// <summary>True/false: whether the statement is true.</summary>
    public bool? Statement { get; set; }
    /// <summary>Short text: one accepted answer on each line.</summary>
    public string? Answers { get; set; }
    public bool CaseSensitive { get; set; }
    public bool DiacriticsSensitive { get; set; }

    public bool HasOptions => Type is QuestionType.SingleChoice or QuestionType.MultipleResponse;

    public static QuestionForm New(string type) => new()
    {
        Type = type, DiacriticsSensitive = true, Options = [.. Enumerable.Range(0, RowsOfNew).Select(_ => new OptionForm())],
    };

    public static QuestionForm Of(QuestionDetail detail)
    {
        var (category, difficulty, outcome, definition) = detail.Draft;
        var form = new QuestionForm
        {
            Revision = detail.Revision, Type = QuestionType.Of(definition), Category = category, Difficulty = difficulty, Outcome = outcome,
            Prompt = definition.Prompt, Feedback = definition.Feedback,
        };
        switch (definition)
        {
            case SingleChoice single:
                form.Options = [.. single.Options.Select(OptionForm.Of)];
                form.RightRow = form.Options.FindIndex(o => o.Correct);
                break;
            case MultipleResponse multiple:
                form.Options = [.. multiple.Options.Select(OptionForm.Of)];
                form.Scoring = multiple.Scoring;
                break;
            case TrueFalse statement: form.Statement = statement.Correct; break;
            case ShortText text:
                (form.Answers, form.CaseSensitive, form.DiacriticsSensitive) = (string.Join('\n', text.Answers.Select(a => a.Text)), text.CaseSensitive, text.DiacriticsSensitive);
                break;
        }

        return form;
    }

    public void AddRow() => Options.Add(new OptionForm());

    public void RemoveRow(int row)
    {
        if (row < 0 || row >= Options.Count) return;
        Options.RemoveAt(row);
        RightRow = RightRow == row ? null : RightRow > row ? RightRow - 1 : RightRow;
    }

    /// <summary>Rows left empty are no options; afterwards row and option have the same number.</summary>
    public void DropEmptyRows()
    {
        for (var row = Options.Count - 1; row >= 0; row--)
            if (string.IsNullOrWhiteSpace(Options[row].Text) && string.IsNullOrWhiteSpace(Options[row].Feedback) && RightRow != row) RemoveRow(row);
    }

    public void KeepEnoughRows()
    {
        while (HasOptions && Options.Count < FewestRows) AddRow();
    }

    /// <summary>Null where the type is none of ours.</summary>
    public QuestionDraft? ToDraft() => Definition() is { } definition
        ? new QuestionDraft(Category?.Trim() ?? "", Difficulty, Outcome?.Trim() ?? "", definition) : null;

    private QuestionDefinition? Definition()
    {
        var (prompt, feedback) = (Plain(Prompt), Plain(Feedback));
        return Type switch
        {
            QuestionType.SingleChoice => new SingleChoice { Prompt = prompt, Feedback = feedback, Options = Choices((row, _) => row == RightRow) },
            QuestionType.MultipleResponse => new MultipleResponse { Prompt = prompt, Feedback = feedback, Options = Choices((_, o) => o.Correct), Scoring = Scoring },
            QuestionType.TrueFalse => new TrueFalse { Prompt = prompt, Feedback = feedback, Correct = Statement ?? false },
            QuestionType.ShortText => new ShortText
            {
                Prompt = prompt, Feedback = feedback, CaseSensitive = CaseSensitive, DiacriticsSensitive = DiacriticsSensitive,
                Answers = [.. (Answers?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []).Select(a => new TextAnswer(a))],
            },
            _ => null,
        };
    }

    /// <summary>An option keeps its id for as long as it lives; a new one takes the letter after the last that is in use.</summary>
    private ChoiceOption[] Choices(Func<int, OptionForm, bool> isCorrect)
    {
        var next = Options.Where(o => o.Id is { Length: 1 }).Select(o => o.Id![0]).DefaultIfEmpty((char)('a' - 1)).Max();
        return [.. Options.Select((o, row) => new ChoiceOption(
            string.IsNullOrEmpty(o.Id) ? next < 'z' ? $"{++next}" : $"{Guid.NewGuid():N}"[..8] : o.Id, Plain(o.Text), isCorrect(row, o), Plain(o.Feedback)))];
    }

    // Browsers send CR LF; a version's hash should not depend on who typed it.
    private static string Plain(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";
}

public sealed class OptionForm
{
    /// <summary>Empty in a new row.</summary>
    public string? Id { get; set; }
    public string? Text { get; set; }
    public bool Correct { get; set; }
    public string? Feedback { get; set; }

    public static OptionForm Of(ChoiceOption option) => new() { Id = option.Id, Text = option.Text, Correct = option.Correct, Feedback = option.Feedback };
}
