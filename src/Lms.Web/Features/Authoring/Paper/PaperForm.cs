using System.Globalization;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;
using Lms.Web.Features.Exams;

namespace Lms.Web.Features.Authoring.Paper;

/// <summary>A paper as its editor sends it. What a browser leaves out (an unticked box) is false, so a new paper's habits stand in <see cref="New"/>.</summary>
public sealed class PaperForm
{
    public int Revision { get; set; }
    public Guid? OwnerKey { get; set; }
    public string? Title { get; set; }
    public string? Instructions { get; set; }
    public int? TimeLimitMinutes { get; set; }
    public int? PassMarkPercent { get; set; }
    /// <summary>As typed, like all points; empty where the percentage counts.</summary>
    public string? PassMarkPoints { get; set; }
    public int? AttemptsAllowed { get; set; }
    public ResultRule Result { get; set; }
    public int? CoolingOffHours { get; set; }
    public int? AttemptsToAvoid { get; set; }
    public int? QuestionsPerPage { get; set; }
    public int? AppealDays { get; set; }
    public int? Markers { get; set; }
    public int? TolerancePercent { get; set; }
    public bool ShuffleQuestions { get; set; }
    public bool ShuffleOptions { get; set; }
    public bool AsksCertainty { get; set; }
    public List<ReviewDetail> During { get; set; } = [];
    public List<ReviewDetail> WhileOpen { get; set; } = [];
    public List<ReviewDetail> AfterClosing { get; set; } = [];
    public List<SectionForm> Sections { get; set; } = [];

    public static PaperForm New() => Of(new PaperContent { Title = "", Sections = [new PaperSection()] }, 0).WithDraw(0);

    public static PaperForm Of(PaperContent content, int revision) => new()
    {
        Revision = revision, Title = content.Title, Instructions = content.Instructions,
        TimeLimitMinutes = content.TimeLimitMinutes, PassMarkPercent = content.PassMarkPercent, PassMarkPoints = content.PassMarkPoints is { } points ? DrawForm.Typed(points) : null,
        AttemptsAllowed = content.AttemptsAllowed, Result = content.Result, CoolingOffHours = content.CoolingOffHours, QuestionsPerPage = content.QuestionsPerPage, AttemptsToAvoid = content.AttemptsToAvoid,
        AppealDays = content.AppealDays, Markers = content.Marking.Markers, TolerancePercent = content.Marking.TolerancePercent,
        ShuffleQuestions = content.ShuffleQuestions, ShuffleOptions = content.ShuffleOptions, AsksCertainty = content.AsksCertainty,
        During = Flags(content.Review.During), WhileOpen = Flags(content.Review.WhileOpen), AfterClosing = Flags(content.Review.AfterClosing),
        Sections = [.. content.Sections.Select(SectionForm.Of)],
    };

    /// <summary>The sum of the sections' own limits; null where not all of them have one.</summary>
    public int? SumOfSections => Sections.Count > 0 && Sections.All(s => s.TimeLimitMinutes is not null) ? Sections.Sum(s => Math.Clamp(s.TimeLimitMinutes!.Value, 0, 10_000)) : null;

    /// <summary>What cannot be read counts as 0, which the face refuses at its field.</summary>
    public PaperContent ToContent() => new()
    {
        Title = Title?.Trim() ?? "", Instructions = Instructions?.ReplaceLineEndings("\n") ?? "",
        TimeLimitMinutes = SumOfSections ?? TimeLimitMinutes ?? 0, PassMarkPercent = PassMarkPercent ?? -1, PassMarkPoints = string.IsNullOrWhiteSpace(PassMarkPoints) ? null : TypedPoints.Read(PassMarkPoints, DrawForm.MostPoints * 300) ?? new Points(-1),
        AttemptsAllowed = AttemptsAllowed ?? 0, Result = Result, CoolingOffHours = CoolingOffHours ?? 0, QuestionsPerPage = QuestionsPerPage ?? 0, AttemptsToAvoid = AttemptsToAvoid ?? 0,
        AppealDays = AppealDays ?? -1, Marking = new MarkingPolicy(Markers ?? 0, TolerancePercent ?? -1),
        ShuffleQuestions = ShuffleQuestions, ShuffleOptions = ShuffleOptions, AsksCertainty = AsksCertainty,
        Review = new ReviewPolicy { During = Sum(During) & ~ReviewDetail.Score, WhileOpen = Sum(WhileOpen), AfterClosing = Sum(AfterClosing) },
        Sections = [.. Sections.Select(s => s.ToSection())],
    };

    public PaperForm WithDraw(int section)
    {
        if (section >= 0 && section < Sections.Count) Sections[section].Draws.Add(new DrawForm { Count = 5, PointsEach = "1" });
        return this;
    }

    /// <summary>A row button: "AddSection", "RemoveSection:1", "AddDraw:0", "RemoveDraw:0:2", "RemoveQuestion:0:2", "Count". False where it was none.</summary>
    public bool Press(string? button)
    {
        var words = button?.Split(':') ?? [];
        var at = words.Skip(1).Select(w => int.TryParse(w, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray();
        switch (words.FirstOrDefault())
        {
            case "Count": return true;
            case "AddSection":
                Sections.Add(new SectionForm());
                WithDraw(Sections.Count - 1);
                return true;
            case "RemoveSection" when at is [var section]:
                if (section >= 0 && section < Sections.Count) Sections.RemoveAt(section);
                return true;
            case "AddDraw" when at is [var section]:
                WithDraw(section);
                return true;
            case "RemoveDraw" when at is [var section, var draw]:
                if (section >= 0 && section < Sections.Count && draw >= 0 && draw < Sections[section].Draws.Count) Sections[section].Draws.RemoveAt(draw);
                return true;
            case "RemoveQuestion" when at is [var section, var question]:
                if (section >= 0 && section < Sections.Count && question >= 0 && question < Sections[section].Questions.Count) Sections[section].Questions.RemoveAt(question);
                return true;
            default: return false;
        }
    }

    public static IReadOnlyList<ReviewDetail> Details { get; } = [ReviewDetail.Score, ReviewDetail.Responses, ReviewDetail.Correctness, ReviewDetail.RightAnswers, ReviewDetail.Feedback];

    private static List<ReviewDetail> Flags(ReviewDetail details) => [.. Details.Where(d => details.HasFlag(d))];

    private static ReviewDetail Sum(List<ReviewDetail> details) => details.Aggregate(ReviewDetail.None, (sum, d) => sum | d) & ReviewDetail.All;
}
