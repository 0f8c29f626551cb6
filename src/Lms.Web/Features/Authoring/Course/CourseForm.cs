using Lms.Content.Courses;

namespace Lms.Web.Features.Authoring.Course;

/// <summary>What is said of a course before its first lesson.</summary>
public sealed class CourseForm
{
    public int Revision { get; set; }
    /// <summary>Asked for once, when the course is made.</summary>
    public Guid? OwnerKey { get; set; }
    public string? Title { get; set; }
    public string? TitleEn { get; set; }
    public string? Code { get; set; }
    public string? Summary { get; set; }
    public string? SummaryEn { get; set; }
    public int? Hours { get; set; }
    /// <summary>One objective on each line.</summary>
    public string? Objectives { get; set; }

    public static CourseForm Of(CourseDraft draft) => new()
    {
        Revision = draft.Revision, OwnerKey = draft.OwnerKey,
        Title = draft.Content.Title, TitleEn = draft.Content.TitleEn, Code = draft.Content.Code,
        Summary = draft.Content.Summary, SummaryEn = draft.Content.SummaryEn, Hours = draft.Content.Hours,
        Objectives = string.Join('\n', draft.Content.Objectives),
    };

    /// <param name="course">Its outline is kept.</param>
    public CourseContent ApplyTo(CourseContent course) => course with
    {
        Title = Title?.Trim() ?? "", TitleEn = TitleEn?.Trim() ?? "", Code = Code?.Trim() ?? "",
        Summary = Summary?.Trim() ?? "", SummaryEn = SummaryEn?.Trim() ?? "", Hours = Hours ?? 0,
        Objectives = Objectives?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
    };
}
