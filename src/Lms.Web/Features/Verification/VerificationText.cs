namespace Lms.Web.Features.Verification;

/// <summary>Texts of the public check of a certificate. The page shows both languages at once, see <see cref="BothLanguages"/>.</summary>
public sealed class VerificationText;
