namespace Lms.Web.Features.Certificates.Held;

using System.Globalization;
using Lms.Certificates.Issuing;
using Lms.Certificates.Verification;
using Lms.Training.Progress;

/// <param name="HeldBack">Classes completed whose certificate could not be issued yet.</param>
public sealed record HeldModel(IReadOnlyList<HeldCertificate> Certificates, IReadOnlyList<MyClass> HeldBack);

/// <param name="Link">The public page's address, whole.</param>
/// <param name="Verifications">Of the last 90 days, the newest first.</param>
public sealed record WalletModel(HeldCertificate Held, CertificateFacts Facts, string Link, DateOnly Today, IReadOnlyList<VerifiedOn> Verifications)
{
    private const int SoonDays = 90;

    public bool IsUsable => Held.Standing is Standing.Valid;
    public bool ExpiresSoon => Held is { Standing: Standing.Valid, ExpiresOn: { } last } && last <= Today.AddDays(SoonDays);
    public int VerifiedTimes => Verifications.Sum(v => v.Times);

    /// <summary>LinkedIn's "add to profile": an address with plain parameters, so nothing of ours or theirs runs before she follows it.</summary>
    public string LinkedInAddress => "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&" + string.Join('&', new (string Name, string Value)[]
    {
        ("name", Facts.CredentialName), ("organizationName", Facts.IssuerName), ("issueYear", Number(Facts.IssuedOn.Year)), ("issueMonth", Number(Facts.IssuedOn.Month)),
        ("expirationYear", Facts.ExpiresOn is { } y ? Number(y.Year) : ""), ("expirationMonth", Facts.ExpiresOn is { } m ? Number(m.Month) : ""), ("certUrl", Link), ("certId", Facts.CertificateNumber),
    }.Where(p => p.Value.Length > 0).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
