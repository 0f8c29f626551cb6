using System.Globalization;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Web.Features.Authoring.Question.Types;

public sealed class HotspotForm : QuestionForm
{
    public override string Type => QuestionType.Hotspot;
    /// <summary>Address of the image; an uploaded one takes its place.</summary>
    public string? Image { get; set; }
    public IFormFile? Upload { get; set; }
    public string? ImageText { get; set; }
    public List<AreaRow> Areas { get; set; } = [];
    public string? MostPoints { get; set; } = "1";
    /// <summary>Percent, 0 or less.</summary>
    public string? MissFraction { get; set; }

    public static HotspotForm Of(Hotspot question) => new()
    {
        Image = question.Image, ImageText = question.ImageText, Areas = [.. question.Areas.Select(AreaRow.Of)],
        MostPoints = $"{question.MostPoints}", MissFraction = TypedFields.PercentText(question.MissFraction),
    };

    protected override QuestionDefinition Definition(TypedFields typed)
    {
        var ids = new RowIds(Areas.Select(a => a.Id));
        return new Hotspot
        {
            Prompt = "", Image = Image?.Trim() ?? "", ImageText = TypedFields.Plain(ImageText),
            Areas = [.. Areas.Select((a, i) => new HotspotArea(ids.Of(a.Id), TypedFields.Plain(a.Label), a.Shape, a.Numbers($"Areas[{i}].Coordinates", typed), typed.Percent($"Areas[{i}].Fraction", a.Fraction)))],
            MostPoints = typed.WholeOrNone(nameof(MostPoints), MostPoints) ?? 1, MissFraction = typed.Percent(nameof(MissFraction), MissFraction, 0m),
        };
    }

    public override bool Change(RowButton button) => button.List == nameof(Areas) ? button.ApplyTo(Areas) : base.Change(button);

    public override void DropEmptyRows() => Areas.RemoveAll(a => a.IsBlank);

    public override void KeepEnoughRows()
    {
        if (Areas.Count == 0) Areas.Add(new AreaRow());
    }

    /// <summary>The text of an area is its label.</summary>
    protected internal override string FieldWithin(string path) =>
        base.FieldWithin(path) is var field && field.EndsWith("].Text", StringComparison.Ordinal) ? $"{field[..^4]}{nameof(AreaRow.Label)}" : field;
}

public sealed class AreaRow : FormRow
{
    public string? Id { get; set; }
    public string? Label { get; set; }
    public AreaShape Shape { get; set; }
    /// <summary>Whole numbers, parted by commas or spaces.</summary>
    public string? Coordinates { get; set; }
    /// <summary>Percent.</summary>
    public string? Fraction { get; set; } = "100";

    internal override bool IsBlank => Blank(Label, Coordinates);

    public static AreaRow Of(HotspotArea area) => new()
    {
        Id = area.Id, Label = area.Label, Shape = area.Shape, Coordinates = string.Join(", ", area.Coordinates), Fraction = TypedFields.PercentText(area.Fraction),
    };

    /// <summary>An area that is the whole image has no numbers, whatever was drawn before.</summary>
    public int[] Numbers(string field, TypedFields typed)
    {
        if (Shape == AreaShape.Everywhere) return [];
        var words = (Coordinates ?? "").Split([',', ';', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var numbers = new List<int>(words.Length);
        foreach (var word in words)
        {
            if (!int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                typed.Refuse(field, QuestionProblemKind.NotANumber);
                return [];
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }
}
