namespace Lms.Web.Features.Learning;

using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Progress;

/// <summary>How a class stands for its trainee, in one word.</summary>
/// <param name="Key">In <see cref="LearningText"/>.</param>
public sealed record ClassBadge(string Key, string Look)
{
    public static ClassBadge Of(MyClass mine) => mine.State == ClassState.Cancelled ? new("BadgeCancelled", "neutral") : mine.Status switch
    {
        EnrolmentStatus.Completed => new("BadgeCompleted", "success"),
        EnrolmentStatus.Withdrawn => new("BadgeWithdrawn", "neutral"),
        EnrolmentStatus.Failed => new("BadgeFailed", "danger"),
        EnrolmentStatus.Enrolled => mine.State switch
        {
            ClassState.Planned => new("BadgePlanned", "info"),
            ClassState.Running => new("BadgeRunning", "accent"),
            ClassState.Finished or ClassState.Cancelled => new("BadgeFinished", "neutral"),
        },
    };
}
