namespace Lms.Web.Features.Certificates;

using Lms.Certificates.Verification;

/// <summary>A standing's badge: the key of its word in <see cref="CertificatesText"/> and its look.</summary>
public static class StandingWords
{
    public static string Key(Standing standing) => $"Standing{standing}";

    public static string Look(Standing standing) => standing switch
    {
        Standing.Valid => "success",
        Standing.Suspended or Standing.Expired => "warning",
        Standing.Revoked => "danger",
        Standing.Superseded or Standing.Unknown => "neutral",
    };
}
