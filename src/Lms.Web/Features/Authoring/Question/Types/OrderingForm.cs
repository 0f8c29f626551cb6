using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Web.Features.Authoring.Question.Types;

public sealed class OrderingForm : QuestionForm
{
    private const int RowsOfNew = 3;

    public override string Type => QuestionType.Ordering;
    /// <summary>In the right order.</summary>
    public List<ItemRow> Items { get; set; } = [];
    public OrderingScoring Scoring { get; set; }

    public static OrderingForm Of(Ordering question) => new() { Items = [.. question.Items.Select(i => new ItemRow { Id = i.Id, Text = i.Text })], Scoring = question.Scoring };

    protected override QuestionDefinition Definition(TypedFields typed)
    {
        var ids = new RowIds(Items.Select(i => i.Id));
        return new Ordering { Prompt = "", Items = [.. Items.Select(i => new Item(ids.Of(i.Id), TypedFields.Plain(i.Text)))], Scoring = Scoring };
    }

    public override bool Change(RowButton button) => button.List == nameof(Items) ? button.ApplyTo(Items) : base.Change(button);

    public override void DropEmptyRows() => Items.RemoveAll(i => i.IsBlank);

    public override void KeepEnoughRows()
    {
        if (Items.Count > 0) return;
        while (Items.Count < RowsOfNew) Items.Add(new ItemRow());
    }
}
