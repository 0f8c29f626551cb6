using System.Globalization;
using System.Text.RegularExpressions;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Web.Features.Authoring.Question.Types;

/// <summary>
/// Written as pairs and distractors. Texts on the right have to differ, so two pairs with the same text there mean one
/// item that serves twice; how it stands in the definition, the form works out.
/// </summary>
public sealed partial class MatchingForm : QuestionForm
{
    private const int RowsOfNew = 3;

    public override string Type => QuestionType.Matching;
    public List<PairRow> Left { get; set; } = [];
    public List<ItemRow> Distractors { get; set; } = [];
    public MatchingScoring Scoring { get; set; }
    /// <summary>Ids of the items on the right as they stood, parted by spaces.</summary>
    public string? RightOrder { get; set; }

    public static MatchingForm Of(Matching question)
    {
        var right = question.Right.DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Text);
        return new MatchingForm
        {
            Left = [.. question.Left.Select(l => new PairRow { Id = l.Id, Text = l.Text, RightId = l.Right, Right = right.GetValueOrDefault(l.Right) })],
            Distractors = [.. question.Right.Where(r => question.Left.All(l => l.Right != r.Id)).Select(r => new ItemRow { Id = r.Id, Text = r.Text })],
            Scoring = question.Scoring, RightOrder = string.Join(' ', question.Right.Select(r => Uri.EscapeDataString(r.Id))),
        };
    }

    protected override QuestionDefinition Definition(TypedFields typed)
    {
        var right = RightItems();
        var ids = new RowIds(Left.Select(l => l.Id));
        return new Matching
        {
            Prompt = "", Scoring = Scoring, Right = [.. right.Select(r => r.Item)],
            Left = [.. Left.Select(l => new MatchedItem(ids.Of(l.Id), TypedFields.Plain(l.Text), right.Find(r => r.Item.Text.Normalize() == TypedFields.Plain(l.Right).Normalize()).Item?.Id ?? ""))],
        };
    }

    public override bool Change(RowButton button) => button.List switch
    {
        nameof(Left) => button.ApplyTo(Left),
        nameof(Distractors) => button.ApplyTo(Distractors),
        _ => base.Change(button),
    };

    public override void DropEmptyRows()
    {
        Left.RemoveAll(l => l.IsBlank);
        Distractors.RemoveAll(d => d.IsBlank);
    }

    public override void KeepEnoughRows()
    {
        if (Left.Count > 0) return;
        while (Left.Count < RowsOfNew) Left.Add(new PairRow());
    }

    protected internal override string FieldWithin(string path)
    {
        if (path.StartsWith("Left[", StringComparison.Ordinal)) return base.FieldWithin(path);
        if (RightAt().Match(path) is not { Success: true } match) return path == "Right" ? nameof(Left) : base.FieldWithin(path);
        return RightItems().ElementAtOrDefault(int.Parse(match.ValueSpan[6..^1], CultureInfo.InvariantCulture)).Field ?? nameof(Left);
    }

    /// <summary>Each text once, under the id of the first row that brought it, as they stood before and new ones behind; and the field where it was typed.</summary>
    private List<(Item Item, string Field)> RightItems()
    {
        var typed = Left.Select((l, i) => (Id: l.RightId, Text: TypedFields.Plain(l.Right), Field: $"Left[{i}].Right")).Where(r => r.Text.Length > 0)
            .DistinctBy(r => r.Text.Normalize()).Concat(Distractors.Select((d, i) => (d.Id, Text: TypedFields.Plain(d.Text), Field: $"Distractors[{i}].Text"))).ToList();
        var ids = new RowIds(typed.Select(r => r.Id));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var items = typed.Select(r => (Item: new Item(string.IsNullOrEmpty(r.Id) || taken.Add(r.Id) ? ids.Of(r.Id) : ids.Of(null), r.Text), r.Field)).ToList();
        string[] order = [.. (RightOrder ?? "").Split(' ').Select(Uri.UnescapeDataString)];
        return [.. items.OrderBy(r => Array.IndexOf(order, r.Item.Id) is >= 0 and var at ? at : int.MaxValue)];
    }

    [GeneratedRegex(@"^Right\[\d+\]")]
    private static partial Regex RightAt();
}

public sealed class PairRow : FormRow
{
    public string? Id { get; set; }
    public string? Text { get; set; }
    public string? RightId { get; set; }
    public string? Right { get; set; }

    internal override bool IsBlank => Blank(Text, Right);
}

public sealed class ItemRow : FormRow
{
    public string? Id { get; set; }
    public string? Text { get; set; }

    internal override bool IsBlank => Blank(Text);
}
