using System.Globalization;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;
using Lms.Web.Features.Exams;

namespace Lms.Web.Features.Authoring.Paper;

public sealed class SectionForm
{
    public string? Title { get; set; }
    public string? Instructions { get; set; }
    public int? MinimumPercent { get; set; }
    public int? TimeLimitMinutes { get; set; }
    public List<FixedForm> Questions { get; set; } = [];
    public List<DrawForm> Draws { get; set; } = [];

    public static SectionForm Of(PaperSection section) => new()
    {
        Title = section.Title, Instructions = section.Instructions, MinimumPercent = section.MinimumPercent, TimeLimitMinutes = section.TimeLimitMinutes,
        Questions = [.. section.Questions.Select(q => new FixedForm { QuestionKey = q.QuestionKey, Points = DrawForm.Typed(q.Points) })],
        Draws = [.. section.Draws.Select(DrawForm.Of)],
    };

    public PaperSection ToSection() => new()
    {
        Title = Title?.Trim() ?? "", Instructions = Instructions?.ReplaceLineEndings("\n") ?? "", MinimumPercent = MinimumPercent, TimeLimitMinutes = TimeLimitMinutes,
        Questions = [.. Questions.Select(q => new FixedQuestion(q.QuestionKey, DrawForm.ReadPoints(q.Points)))],
        Draws = [.. Draws.Select(d => d.ToDraw())],
    };
}

public sealed class FixedForm
{
    public Guid QuestionKey { get; set; }
    public string? Points { get; set; }
}

public sealed class DrawForm
{
    public const decimal MostPoints = 1000;

    public Guid? BankKey { get; set; }
    public string? Category { get; set; }
    public int? Difficulty { get; set; }
    public string? Tag { get; set; }
    public string? Outcome { get; set; }
    public CognitiveLevel? Level { get; set; }
    public int? Count { get; set; }
    /// <summary>As typed, with a point or a comma: "0,5".</summary>
    public string? PointsEach { get; set; }

    public static DrawForm Of(PaperDraw draw) => new()
    {
        BankKey = draw.BankKey, Category = draw.Category, Difficulty = draw.Difficulty, Tag = draw.Tag, Outcome = draw.Outcome, Level = draw.Level, Count = draw.Count,
        PointsEach = Typed(draw.PointsEach),
    };

    public PaperDraw ToDraw() => new(BankKey ?? Guid.Empty, string.IsNullOrWhiteSpace(Category) ? null : Category.Trim(), Difficulty, Count ?? 0, ReadPoints(PointsEach))
    {
        Tag = string.IsNullOrWhiteSpace(Tag) ? null : Tag.Trim(), Outcome = string.IsNullOrWhiteSpace(Outcome) ? null : Outcome.Trim(), Level = Level,
    };

    /// <summary>What cannot be read counts as 0, which is refused at its field.</summary>
    public static Points ReadPoints(string? typed) => TypedPoints.Read(typed, MostPoints) ?? Points.Zero;

    public static string Typed(Points points) => points.Value.ToString("0.##", CultureInfo.CurrentCulture);
}
