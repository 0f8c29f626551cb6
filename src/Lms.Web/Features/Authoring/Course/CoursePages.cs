using Lms.Content.Courses;
using Lms.Publishing;
using Lms.Web.Features.Media;
using Lms.Web.Theming;

namespace Lms.Web.Features.Authoring.Course;

public sealed record CourseListPage(IReadOnlyList<CourseSummary> Courses, OwnerList Owners, string? Search, Stage? Stage, Pager Pager);

public sealed record NewCoursePage(CourseForm Form, OwnerList Owners);

public enum CourseTab { Outline, Details, Preview, History }

/// <summary>What stands above every page of one course.</summary>
public sealed record CourseHead(CourseDraft Draft, CourseTab Tab, bool MayReview)
{
    public Guid Key => Draft.Key;
    public Steps Steps => new($"~/authoring/courses/{Key}/moves", Draft.Stage, Draft.PublishedVersionKey is not null, MayReview, Draft.Revision);
}

public sealed record CourseDetailsPage(CourseHead Head, CourseForm Form, string Owner);

/// <param name="Typed">The one small form that was refused, with what was typed into it.</param>
/// <param name="Problems">What keeps the course from being handed in or published.</param>
public sealed record OutlinePage(CourseHead Head, OutlineEntry? Typed, IReadOnlyList<PlacedProblem> Problems);

public sealed record CourseHistoryPage(CourseHead Head, ItemHistory History);

/// <summary>A course as the trainee reads it: its front page, or one lesson.</summary>
/// <param name="Number">Of the frozen version; null for the draft.</param>
/// <param name="Address">Of the front page; a lesson's id is appended to it.</param>
public sealed record CourseReadingPage(CourseHead Head, int? Number, CourseContent Content, LessonContent? Lesson, string Address, LessonFiles Files)
{
    public LessonContent? Previous => Lesson is null ? null : Content.Lessons.TakeWhile(l => l.Id != Lesson.Id).LastOrDefault();
    public LessonContent? Next => Lesson is null ? Content.Lessons.FirstOrDefault() : Content.Lessons.SkipWhile(l => l.Id != Lesson.Id).Skip(1).FirstOrDefault();
}
