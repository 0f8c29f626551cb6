using Lms.Content.Courses;

namespace Lms.Web.Features.Authoring.Course;

/// <summary>One of the small forms on the outline.</summary>
public sealed class OutlineEntry
{
    public int Revision { get; set; }
    public string? Title { get; set; }
    public string? Summary { get; set; }
    public int? Minutes { get; set; }
    public Direction Direction { get; set; }
    /// <summary>Where on the page the form stands; also the fragment the visitor is led back to.</summary>
    public string Place { get; set; } = "";
}
