using Lms.Certificates.Pdf.Inspection;
using Lms.Certificates.Signing;

namespace Lms.Certificates.Verification;

/// <summary>In which shape somebody showed us a certificate.</summary>
public enum Carrier { Code, OfflinePayload, Credential, Document }

/// <summary>What was looked at, in the order in which it is looked at.</summary>
public enum CheckKind { Readable, Signature, InRegister, FactsAgree, Standing }

/// <param name="Passed">False: found wrong. Null: could not be looked at, because an earlier check failed or the carrier has nothing to look at.</param>
/// <param name="Detail">A word of the enum that was found, or the first fact that differs; for machines and for experts.</param>
public sealed record Check(CheckKind Kind, bool? Passed, string? Detail = null);

/// <summary>
/// <see cref="Altered"/>: signed by us and changed since, or it says something else than the register.
/// <see cref="Untrusted"/>: signed with a key that is not, or no longer, believed; or a document that nothing proves to be ours.
/// </summary>
public enum Verdict { Valid, Expired, Suspended, Revoked, Superseded, Unknown, Altered, Untrusted, Unreadable }

/// <param name="Facts">As the register has them; null where it has none.</param>
public sealed record CheckedCertificate(Carrier Carrier, Verdict Verdict, CertificateFacts? Facts, IReadOnlyList<Check> Checks, DateTime CheckedAt);

/// <summary>Everything that can be checked of a certificate in whichever shape it comes; the register has the last word.</summary>
public sealed class CertificateChecking
{
    private readonly Issuing.Certificates certificates;
    private readonly CarrierReading carriers;
    private readonly DocumentChecking documents;

    internal CertificateChecking(Issuing.Certificates certificates, CarrierReading carriers, DocumentChecking documents) =>
        (this.certificates, this.carriers, this.documents) = (certificates, carriers, documents);

    /// <summary>Takes a code, the address behind either QR code, the digits of the offline code, or a credential (JWT).</summary>
    public Task<CheckedCertificate> CheckAsync(string text, CancellationToken ct = default)
    {
        text = text.Trim();
        if (IsDigitsOrAddress(text)) return CheckOfflineAsync(text, ct);
        return text.StartsWith("ey", StringComparison.Ordinal) && text.Count(c => c == '.') == 2 ? CheckCredentialAsync(text, ct) : CheckCodeAsync(CodeIn(text), ct);
    }

    public async Task<CheckedCertificate> CheckCredentialAsync(string jwt, CancellationToken ct = default)
    {
        var reading = await carriers.ReadCredentialAsync(jwt, ct);
        return await CheckedAsync(Carrier.Credential, reading.State, reading.Claims?.Code, facts => Differing(reading.Claims!, facts), ct);
    }

    /// <summary>A PDF: its signature, and each fact of page and attached credential beside the register.</summary>
    public async Task<CheckedCertificate> CheckDocumentAsync(byte[] pdf, CancellationToken ct = default)
    {
        var document = await documents.CheckAsync(pdf, ct);
        var verdict = document.Finding switch
        {
            DocumentFinding.Genuine => VerdictOf(document.Result.Standing),
            DocumentFinding.Unproven => Verdict.Untrusted,
            DocumentFinding.Altered => Verdict.Altered,
            DocumentFinding.NoCode => Verdict.Unreadable,
            DocumentFinding.UnknownCode => Verdict.Unknown,
            DocumentFinding.NotAPdf => Verdict.Unreadable,
        };
        var isReadable = document.Finding != DocumentFinding.NotAPdf;
        return new CheckedCertificate(Carrier.Document, verdict, document.Result.Facts,
        [
            new(CheckKind.Readable, isReadable),
            new(CheckKind.Signature, isReadable ? document.Signature == PdfSignatureState.Valid : null, isReadable ? document.Signature.ToString() : null),
            .. InRegister(document.Result, document.Facts.FirstOrDefault(f => f.Differs)?.Name),
        ], document.Result.CheckedAt);
    }

    private async Task<CheckedCertificate> CheckOfflineAsync(string text, CancellationToken ct)
    {
        var reading = await carriers.ReadOfflineAsync(text, ct);
        return await CheckedAsync(Carrier.OfflinePayload, reading.State, reading.Claims?.Code, facts => Differing(reading.Claims!, facts), ct);
    }

    private async Task<CheckedCertificate> CheckCodeAsync(string code, CancellationToken ct)
    {
        var isCode = CertificateCode.TryParse(code, out _);
        var found = await certificates.VerifyAsync(code, ct);
        var verdict = isCode ? VerdictOf(found.Standing) : Verdict.Unreadable;
        return new CheckedCertificate(Carrier.Code, verdict, found.Facts, [new(CheckKind.Readable, isCode), new(CheckKind.Signature, null), .. InRegister(found, null)], found.CheckedAt);
    }

    private async Task<CheckedCertificate> CheckedAsync(Carrier carrier, CarrierState state, CertificateCode? code, Func<CertificateFacts, string?> differing, CancellationToken ct)
    {
        // What is not believed is not looked up either: its code may be anybody's.
        var found = await certificates.VerifyAsync(state == CarrierState.Valid ? code!.Value.Value : "", ct);
        var difference = found.Facts is { } facts ? differing(facts) : null;
        var verdict = state switch
        {
            CarrierState.Valid => difference is null ? VerdictOf(found.Standing) : Verdict.Altered,
            CarrierState.Altered => Verdict.Altered,
            CarrierState.KeyUnknown or CarrierState.KeyWithdrawn or CarrierState.KeyExpired => Verdict.Untrusted,
            CarrierState.Unreadable => Verdict.Unreadable,
        };
        var isReadable = state != CarrierState.Unreadable;
        IEnumerable<Check> rest = state == CarrierState.Valid ? InRegister(found, difference) : [new(CheckKind.InRegister, null), new(CheckKind.FactsAgree, null), new(CheckKind.Standing, null)];
        return new CheckedCertificate(carrier, verdict, found.Facts,
            [new(CheckKind.Readable, isReadable), new(CheckKind.Signature, isReadable ? state == CarrierState.Valid : null, isReadable ? state.ToString() : null), .. rest], found.CheckedAt);
    }

    private static IEnumerable<Check> InRegister(VerificationResult found, string? difference) =>
    [
        new(CheckKind.InRegister, found.Facts is not null),
        new(CheckKind.FactsAgree, found.Facts is null ? null : difference is null, difference),
        new(CheckKind.Standing, found.Facts is null ? null : found.Standing == Standing.Valid, found.Facts is null ? null : found.Standing.ToString()),
    ];

    /// <summary>A signature of ours over other facts than the register's: then one of the two was tampered with.</summary>
    private static string? Differing(OfflineClaims c, CertificateFacts facts) =>
        c.CertificateNumber != facts.CertificateNumber ? nameof(c.CertificateNumber) : c.HolderName != facts.HolderName ? nameof(c.HolderName)
        : c.BirthDate.Year != facts.BirthYear ? nameof(c.BirthDate) : null;

    private static string? Differing(CredentialClaims c, CertificateFacts facts) =>
        c.CertificateNumber != facts.CertificateNumber ? nameof(c.CertificateNumber) : c.HolderName != facts.HolderName ? nameof(c.HolderName)
        : c.CredentialName != facts.CredentialName ? nameof(c.CredentialName) : c.IssuerName != facts.IssuerName ? nameof(c.IssuerName) : null;

    private static Verdict VerdictOf(Standing standing) => standing switch
    {
        Standing.Valid => Verdict.Valid,
        Standing.Expired => Verdict.Expired,
        Standing.Suspended => Verdict.Suspended,
        Standing.Revoked => Verdict.Revoked,
        Standing.Superseded => Verdict.Superseded,
        Standing.Unknown => Verdict.Unknown,
    };

    /// <summary>Sixteen digits may be a code too, and then they are: an offline payload has hundreds.</summary>
    private static bool IsDigitsOrAddress(string text) =>
        text.Contains("/v#", StringComparison.OrdinalIgnoreCase) || (text.Length > CertificateCode.Length * 2 && text.All(char.IsAsciiDigit));

    private static string CodeIn(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Segments is [.., var c, var code] && c.Equals("C/", StringComparison.OrdinalIgnoreCase) ? code.TrimEnd('/') : text;
}
