using Lms.Certificates.Verification;

namespace Lms.Certificates.Issuing;

/// <summary>Why a certificate has a successor.</summary>
public enum SupersessionCause { Corrected, Replaced, Renewed }

/// <summary>
/// <see cref="NotInThisStanding"/>: what is revoked or superseded stays so, only a suspension is lifted, only what expires is renewed.
/// <see cref="ChangedMeanwhile"/>: somebody else changed the certificate at this very moment; look again.
/// </summary>
public enum LifecycleOutcome { Done, NotFound, ReasonMissing, NotInThisStanding, NothingChanged, UnknownCredential, MissingHolderName, MissingBirthDate, UnprintableCharacter, RenewalNotEarned, ChangedMeanwhile }

/// <param name="Successor">The new certificate, where one was made.</param>
public sealed record LifecycleResult(LifecycleOutcome Outcome, CertificateCode? Successor = null);

/// <summary>The facts of a certificate that a registrar may correct, all of them as they should be.</summary>
/// <param name="ResultPercent">0 to 100, kept to hundredths.</param>
public sealed record Correction(string HolderName, DateOnly BirthDate, string? BirthPlace, string? OrganisationName, string CourseTitle, string CourseTitleEn, int Hours, decimal? ResultPercent);
