namespace Lms.Web.Features.Verification;

using Lms.Certificates.Verification;

public enum BirthDateCheck { NotAsked, Matches, Differs, NotADate }

/// <param name="Asked">The code as it stood in the address.</param>
public sealed record CheckModel(string Asked, VerificationResult Result, BirthDateCheck BirthDate = BirthDateCheck.NotAsked)
{
    public StandingLook Look => StandingLook.Of(Result.Standing);

    public CodeReading Reading => CodeReading.Of(Asked);

    /// <summary>At most what a code needs: an address may carry anything.</summary>
    public string AskedShort => Asked.Length > 40 ? Asked[..40] + "…" : Asked;
}
