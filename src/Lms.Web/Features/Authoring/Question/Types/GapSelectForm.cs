using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Web.Features.Authoring.Question.Types;

/// <summary>A text with gaps and one list of words for all of them. A new word gets its id when its row is shown, so that a gap can name it at once.</summary>
public sealed class GapSelectForm : QuestionForm
{
    private const int RowsOfNew = 4, GapsOfNew = 2;

    public override string Type => QuestionType.GapSelect;
    public List<GapChoiceRow> Choices { get; set; } = [];
    /// <summary>For each gap the id of its right word.</summary>
    public List<string?> Gaps { get; set; } = [];
    public bool Drag { get; set; }

    public static GapSelectForm Of(GapSelect question) => new() { Choices = [.. question.Choices.Select(GapChoiceRow.Of)], Gaps = [.. question.Gaps], Drag = question.Drag };

    protected override QuestionDefinition Definition(TypedFields typed)
    {
        var ids = new RowIds(Choices.Select(c => c.Id));
        return new GapSelect
        {
            Prompt = "", Drag = Drag, Gaps = [.. Gaps.Select(g => g ?? "")],
            Choices = [.. Choices.Select((c, i) => new GapChoice(ids.Of(c.Id), TypedFields.Plain(c.Text), typed.WholeOrNone($"Choices[{i}].Group", c.Group) ?? 1, c.Unlimited, TypedFields.Plain(c.Feedback)))],
        };
    }

    public override bool Change(RowButton button) => button.List == nameof(Choices) ? button.ApplyTo(Choices) : base.Change(button);

    public override void DropEmptyRows()
    {
        while (Gaps.Count > GapMarks.Greatest(Prompt) && string.IsNullOrEmpty(Gaps[^1])) Gaps.RemoveAt(Gaps.Count - 1);
        Choices.RemoveAll(c => c.IsBlank && !Gaps.Contains(c.Id));
        while (Gaps.Count < GapMarks.Greatest(Prompt)) Gaps.Add(null);
    }

    public override void KeepEnoughRows()
    {
        var fresh = Choices.Count == 0 && Gaps.Count == 0;
        while (Choices.Count < (fresh ? RowsOfNew : 1)) Choices.Add(new GapChoiceRow());
        while (Gaps.Count < Math.Max(fresh ? GapsOfNew : 1, GapMarks.Greatest(Prompt))) Gaps.Add(null);
        var ids = new RowIds(Choices.Select(c => c.Id));
        foreach (var choice in Choices) choice.Id = ids.Of(choice.Id);
    }
}

public sealed class GapChoiceRow : FormRow
{
    public string? Id { get; set; }
    public string? Text { get; set; }
    public string? Group { get; set; } = "1";
    public bool Unlimited { get; set; }
    public string? Feedback { get; set; }

    internal override bool IsBlank => Blank(Text, Feedback);

    public static GapChoiceRow Of(GapChoice choice) => new() { Id = choice.Id, Text = choice.Text, Group = $"{choice.Group}", Unlimited = choice.Unlimited, Feedback = choice.Feedback };
}
