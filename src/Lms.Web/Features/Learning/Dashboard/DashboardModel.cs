namespace Lms.Web.Features.Learning.Dashboard;

using Lms.Certificates.Issuing;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Progress;
using Lms.Web.Features.Exams;

/// <param name="Current">Classes in which there is still something to do or to wait for; the soonest to end first.</param>
/// <param name="Past">Newest first.</param>
public sealed record DashboardModel(IReadOnlyList<NextStep> Current, IReadOnlyList<NextStep> Past, IReadOnlyList<HeldCertificate> Certificates)
{
    public static DashboardModel Of(IReadOnlyList<MyClass> classes, IReadOnlyDictionary<PublicCode, Sittings> sittings, IReadOnlyList<HeldCertificate> held, DateTime now)
    {
        var steps = classes.ToLookup(c => IsCurrent(c, now), c => NextStep.Of(c, c.ExamCode is { } exam ? sittings.GetValueOrDefault(exam) : null, now));
        return new(
            [.. steps[true].OrderBy(s => s.Class.EndsOn).ThenBy(s => s.Class.ClassCode, StringComparer.Ordinal)],
            [.. steps[false].OrderByDescending(s => s.Class.EndsOn).ThenBy(s => s.Class.ClassCode, StringComparer.Ordinal)],
            held);
    }

    /// <summary>An exam may stay open after the last day of its class.</summary>
    private static bool IsCurrent(MyClass mine, DateTime now) =>
        mine.Status is EnrolmentStatus.Enrolled or EnrolmentStatus.Failed
        && (mine.State is ClassState.Planned or ClassState.Running || (mine.State == ClassState.Finished && now < mine.ExamClosesAt));
}
