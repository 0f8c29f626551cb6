namespace Lms.Web.Features.Verification;

using Lms.Certificates.Verification;

/// <summary>The colour and the sign of a standing; its word is the key Word…, its sentence Says….</summary>
public sealed record StandingLook(string CssClass, string Icon)
{
    public static StandingLook Of(Standing standing) => standing switch
    {
        Standing.Valid => new("valid", "check-circle"),
        Standing.Suspended or Standing.Expired or Standing.Superseded => new("expired", "clock"),
        Standing.Revoked => new("revoked", "cross-circle"),
        Standing.Unknown => new("unknown", "help"),
    };
}
