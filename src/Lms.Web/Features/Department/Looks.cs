using Lms.Training.Classes;
using Lms.Training.Enrolments;

namespace Lms.Web.Features.Department;

/// <summary>Model of _ClassTable.</summary>
/// <param name="Path">Where the pages of the classes lie.</param>
public sealed record ClassTable(IReadOnlyList<ClassRow> Rows, string Path, string Caption);

/// <summary>Model of _RosterTable.</summary>
/// <param name="ClassPath">Given: with what a coordinator does to the people on the roster.</param>
public sealed record RosterTable(IReadOnlyList<RosterRow> Rows, string? ClassPath);

/// <summary>Model of _ClassHead: title and tabs above every page of a class.</summary>
public sealed record ClassHead(ClassDetail Class, string Tab);

/// <summary>The colours of the states; the words stand beside them.</summary>
internal static class Looks
{
    public static string Of(ClassState state) => state switch
    {
        ClassState.Planned => "info",
        ClassState.Running => "accent",
        ClassState.Finished => "neutral",
        ClassState.Cancelled => "danger",
    };

    public static string Of(EnrolmentStatus status) => status switch
    {
        EnrolmentStatus.Enrolled => "info",
        EnrolmentStatus.Failed => "danger",
        EnrolmentStatus.Completed => "success",
        EnrolmentStatus.Withdrawn => "neutral",
    };

    public static string Percent(decimal? percent) => percent is { } value ? $"{value:0.##}%" : "–";
}
