namespace Lms.Web.Features.Verification;

using Lms.Certificates.Verification;

public enum BirthDateCheck { NotAsked, Matches, Differs, NotADate }

/// <param name="Asked">The code as it stood in the address.</param>
public sealed record CheckModel(string Asked, VerificationResult Result, BirthDateCheck BirthDate = BirthDateCheck.NotAsked)
{
    public string CssClass => Result.Standing switch
    {
        Standing.Valid => "valid",
        Standing.Suspended or Standing.Expired or Standing.Superseded => "expired",
        Standing.Revoked => "revoked",
        Standing.Unknown => "unknown",
    };

    public string Icon => Result.Standing switch
    {
        Standing.Valid => "check-circle",
        Standing.Suspended or Standing.Expired or Standing.Superseded => "clock",
        Standing.Revoked => "cross-circle",
        Standing.Unknown => "help",
    };

    public CodeReading Reading => CodeReading.Of(Asked);

    /// <summary>At most what a code needs: an address may carry anything.</summary>
    public string AskedShort => Asked.Length > 40 ? Asked[..40] + "…" : Asked;
}
