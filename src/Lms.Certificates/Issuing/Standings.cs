using System.Linq.Expressions;
using Lms.Certificates.Verification;

namespace Lms.Certificates.Issuing;

/// <summary>
/// What a certificate is worth on a day, once for what is in memory and once for a list's WHERE; a test holds the two
/// together. The graver word wins: what was revoked stays revoked though it was replaced before or has expired since.
/// </summary>
internal static class Standings
{
    public static Standing Of(DateOnly? revokedOn, DateOnly? supersededOn, DateOnly? suspendedOn, DateOnly? expiresOn, DateOnly today) =>
        revokedOn is not null ? Standing.Revoked
        : supersededOn is not null ? Standing.Superseded
        : suspendedOn is not null ? Standing.Suspended
        : expiresOn < today ? Standing.Expired
        : Standing.Valid;

    public static Expression<Func<Certificate, bool>> Are(Standing standing, DateOnly today) => standing switch
    {
        Standing.Revoked => c => c.RevokedOn != null,
        Standing.Superseded => c => c.RevokedOn == null && c.SupersededOn != null,
        Standing.Suspended => c => c.RevokedOn == null && c.SupersededOn == null && c.SuspendedOn != null,
        Standing.Expired => c => c.RevokedOn == null && c.SupersededOn == null && c.SuspendedOn == null && c.ExpiresOn < today,
        Standing.Valid => c => c.RevokedOn == null && c.SupersededOn == null && c.SuspendedOn == null && (c.ExpiresOn == null || c.ExpiresOn >= today),
        Standing.Unknown => _ => false,
    };
}
