using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Web.Features.Authoring.Question.Types;

/// <summary>What the two types marked by hand share: notes and a rubric.</summary>
public abstract class MarkedForm : QuestionForm
{
    public string? MarkingNotes { get; set; }
    public List<CriterionRow> Rubric { get; set; } = [];

    public override bool Change(RowButton button) => button.List == nameof(Rubric) ? button.ApplyTo(Rubric)
        : button.Within(nameof(Rubric)) is var (row, inner) && row < Rubric.Count && inner.List == nameof(CriterionRow.Levels) ? inner.ApplyTo(Rubric[row].Levels)
        : base.Change(button);

    public override void DropEmptyRows()
    {
        foreach (var criterion in Rubric) criterion.Levels.RemoveAll(l => l.IsBlank);
        Rubric.RemoveAll(c => c.IsBlank);
    }

    public override void KeepEnoughRows()
    {
        foreach (var criterion in Rubric)
            while (criterion.Levels.Count < 2) criterion.Levels.Add(new LevelRow());
    }

    protected RubricCriterion[] Criteria(TypedFields typed)
    {
        var ids = new RowIds(Rubric.Select(c => c.Id));
        return [.. Rubric.Select((c, i) => new RubricCriterion(ids.Of(c.Id), TypedFields.Plain(c.Text), typed.DecimalOrNone($"Rubric[{i}].Weight", c.Weight) ?? 1m,
            [.. c.Levels.Select((l, n) => new RubricLevel(TypedFields.Plain(l.Text), typed.Percent($"Rubric[{i}].Levels[{n}].Fraction", l.Fraction, 0m)))]))];
    }
}

public sealed class EssayForm : MarkedForm
{
    public override string Type => QuestionType.Essay;
    public string? FewestWords { get; set; }
    public string? MostWords { get; set; }
    public string? Template { get; set; }

    public static EssayForm Of(Essay question) => new()
    {
        FewestWords = $"{question.FewestWords}", MostWords = $"{question.MostWords}", Template = question.Template,
        MarkingNotes = question.MarkingNotes, Rubric = [.. question.Rubric.Select(CriterionRow.Of)],
    };

    protected override QuestionDefinition Definition(TypedFields typed) => new Essay
    {
        Prompt = "", FewestWords = typed.WholeOrNone(nameof(FewestWords), FewestWords), MostWords = typed.WholeOrNone(nameof(MostWords), MostWords),
        Template = TypedFields.Plain(Template), MarkingNotes = TypedFields.Plain(MarkingNotes), Rubric = Criteria(typed),
    };
}

public sealed class FileUploadForm : MarkedForm
{
    private const decimal Mega = 1_000_000m;

    public override string Type => QuestionType.FileUpload;
    public string? MostFiles { get; set; }
    /// <summary>Millions of bytes.</summary>
    public string? MostBytes { get; set; }
    /// <summary>".pdf, .docx"</summary>
    public string? Extensions { get; set; }

    public static FileUploadForm Of(FileUpload question) => new()
    {
        MostFiles = $"{question.MostFiles}", MostBytes = TypedFields.DecimalText(question.MostBytes / Mega), Extensions = string.Join(", ", question.Extensions),
        MarkingNotes = question.MarkingNotes, Rubric = [.. question.Rubric.Select(CriterionRow.Of)],
    };

    protected override QuestionDefinition Definition(TypedFields typed) => new FileUpload
    {
        Prompt = "", MostFiles = typed.WholeOrNone(nameof(MostFiles), MostFiles) ?? 1,
        MostBytes = (long)Math.Clamp((typed.DecimalOrNone(nameof(MostBytes), MostBytes) ?? 10m) * Mega, -1m, long.MaxValue / 2),
        Extensions = [.. (Extensions ?? "").Split([',', ';', ' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(Dotted).Distinct(StringComparer.Ordinal)],
        MarkingNotes = TypedFields.Plain(MarkingNotes), Rubric = Criteria(typed),
    };

    private static string Dotted(string extension) => $".{extension.TrimStart('.', '*').ToLowerInvariant()}";
}

public sealed class CriterionRow : FormRow
{
    public string? Id { get; set; }
    public string? Text { get; set; }
    public string? Weight { get; set; } = "1";
    public List<LevelRow> Levels { get; set; } = [];

    internal override bool IsBlank => Blank(Text) && Levels.TrueForAll(l => l.IsBlank);

    public static CriterionRow Of(RubricCriterion criterion) => new()
    {
        Id = criterion.Id, Text = criterion.Text, Weight = TypedFields.DecimalText(criterion.Weight),
        Levels = [.. criterion.Levels.Select(l => new LevelRow { Text = l.Text, Fraction = TypedFields.PercentText(l.Fraction) })],
    };
}

public sealed class LevelRow : FormRow
{
    public string? Text { get; set; }
    /// <summary>Percent.</summary>
    public string? Fraction { get; set; }

    internal override bool IsBlank => Blank(Text, Fraction);
}
