using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Training.Completion;
using Lms.Web.Features.Department;

namespace Lms.Web.Features.Register.Lifecycle;

public enum LifecycleStep { Suspension, Correction, Replacement, Renewal, Handover }

/// <param name="Renewal">Only for that step.</param>
public sealed record LifecyclePage(RegisterEntry Entry, LifecycleStep Step, LifecycleForm Form, RenewalState? Renewal);

public sealed record LifecycleForm(string? Reason = null, string? HolderName = null, string? BirthDate = null, string? BirthPlace = null, string? OrganisationName = null, string? To = null, string? On = null)
{
    /// <summary>Null where the birth date is none. What the form does not show stays as it is.</summary>
    public Correction? Corrected(RegisterEntry e) => FormText.Date(BirthDate) is { } born
        ? new Correction(HolderName ?? "", born, BirthPlace, OrganisationName, e.CourseTitle, e.CourseTitleEn, e.Hours, e.ResultPercent) : null;

    public static LifecycleForm Of(RegisterEntry e) => new(null, e.HolderName, FormText.Input(e.BirthDate), e.BirthPlace, e.OrganisationName);
}

/// <param name="Key">Of a text, with its values: what earned the renewal.</param>
public sealed record RenewalProof(string Key, object[] Values);

/// <param name="Hours">Completed since the issue, of <paramref name="HoursNeeded"/> where hours earn a renewal.</param>
/// <param name="Proof">Null: not earned yet.</param>
public sealed record RenewalState(int Hours, int? HoursNeeded, bool? RefresherDone, IReadOnlyList<CompletedStudy> Studies, RenewalProof? Proof);

/// <summary>Whether the training records prove that a certificate may be renewed, by what its credential asks.</summary>
public sealed class Renewals(CredentialTypes credentials, Certification certification)
{
    public async Task<RenewalState> OfAsync(RegisterEntry entry, CancellationToken ct)
    {
        var type = await credentials.FindAsync(entry.CredentialCode, ct);
        var studies = await certification.SinceAsync(entry.HolderKey, entry.IssuedAt, ct);
        var hours = studies.Sum(s => s.Hours);
        var refresher = type?.RenewalCourseKey is { } course ? studies.FirstOrDefault(s => s.CourseKey == course) : null;
        return new RenewalState(hours, type?.RenewalHours, type?.RenewalCourseKey is null ? null : refresher is not null, studies,
            refresher is not null ? new RenewalProof("RenewalByCourse", [refresher.ClassCode, refresher.Title])
            : type?.RenewalHours <= hours ? new RenewalProof("RenewalByHours", [hours, type.RenewalHours!.Value])
            : null);
    }
}
