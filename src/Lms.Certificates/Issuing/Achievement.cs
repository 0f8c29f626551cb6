namespace Lms.Certificates.Issuing;

/// <summary>
/// Why somebody has earned a credential, with every fact that will be printed: issuing copies them into the
/// certificate's row, so that a person renamed later does not change what was issued.
/// </summary>
/// <param name="AchievementKey">The caller's key of the achievement. One achievement, one certificate: a unique index holds it.</param>
/// <param name="Hours">Whole hours of instruction.</param>
/// <param name="ResultPercent">0 to 100, kept to hundredths; null where the course has no graded result.</param>
public sealed record Achievement(
    Guid AchievementKey, string CredentialCode, Guid HolderKey, string HolderName, DateOnly? BirthDate, string? BirthPlace, string? OrganisationName,
    Guid IssuerKey, string IssuerName, string IssuerNameEn, Guid ClassKey, string ClassCode, string CourseTitle, string CourseTitleEn, int CourseVersion,
    int Hours, DateOnly StudiedFrom, DateOnly StudiedTo, decimal? ResultPercent);

/// <summary>
/// <see cref="AlreadyIssued"/>: this very achievement has its certificate, revoked or not.
/// <see cref="Proposed"/>: the credential is issued by decision, and this achievement waits for one.
/// <see cref="AlreadyHeld"/>: the holder has a certificate of the same credential that is still valid.
/// <see cref="FieldNotPrintable"/>: <see cref="Certificates.PrintProblemsAsync"/> names the fields.
/// </summary>
public enum IssueOutcome { Issued, Proposed, AlreadyIssued, AlreadyHeld, UnknownCredential, MissingBirthDate, MissingHolderName, UnprintableCharacter, FieldNotPrintable }
