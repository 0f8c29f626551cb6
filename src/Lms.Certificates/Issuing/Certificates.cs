using Lms.Data;
using Lms.Certificates.Verification;

namespace Lms.Certificates.Issuing;

/// <summary>
/// Why somebody has earned a credential, with every fact that will be printed: issuing copies them into the
/// certificate's row, so that a person renamed later does not change what was issued.
/// </summary>
/// <param name="AchievementKey">The caller's key of the achievement. One achievement, one certificate: a unique index holds it.</param>
public sealed record Achievement(
    Guid AchievementKey, string CredentialCode, Guid HolderKey, string HolderName, DateOnly? BirthDate, string? BirthPlace, string? OrganisationName,
    Guid IssuerKey, string IssuerName, string IssuerNameEn, Guid ClassKey, string ClassCode, string CourseTitle, string CourseTitleEn, int CourseVersion,
    int Hours, DateOnly StudiedFrom, DateOnly StudiedTo, decimal? ResultPercent);

public enum IssueOutcome { Issued, AlreadyIssued, UnknownCredential, MissingBirthDate, MissingHolderName, UnprintableCharacter }
public enum RevokeOutcome { Revoked, NotFound, AlreadyRevoked, ReasonMissing }

public sealed record HeldCertificate(CertificateCode Code, string CertificateNumber, string CredentialName, string CredentialNameEn, string IssuerName, DateOnly IssuedOn, DateOnly? ExpiresOn, Standing Standing);
public sealed record CertificateDocument(string FileName, byte[] Pdf);

/// <summary>The certificate is the row (ADR 0005): issue it, verify it, revoke it, print it.</summary>
public sealed class Certificates(LmsDb db, TimeProvider clock)
{
    /// <summary>
    /// Joins the caller's unit of work, which must hold an open transaction (<see cref="LmsDb.BeginUnitAsync"/>),
    /// because register numbers are gapless. Idempotent for an achievement. A refusal changes nothing.
    /// </summary>
    public Task<IssueOutcome> IssueAsync(Achievement achievement, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>Never throws for strange input; anything that is no certificate of ours is <see cref="Standing.Unknown"/>.</summary>
    public Task<VerificationResult> VerifyAsync(string code, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>The public page's match check: was the holder of this certificate born on that day? False too where the code is no certificate of ours. One query.</summary>
    public Task<bool> BornOnAsync(string code, DateOnly date, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<RevokeOutcome> RevokeAsync(CertificateCode code, string reason, Guid by, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<List<HeldCertificate>> HeldByAsync(Guid holderKey, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>A pure rendering of the row; null where the code is unknown, or <paramref name="holderKey"/> is given and is not its holder.</summary>
    public Task<CertificateDocument?> DocumentAsync(CertificateCode code, Guid? holderKey = null, CancellationToken ct = default) => throw new NotImplementedException();
}
