using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Certificates.Signing;

/// <param name="FrontAddress">Carrier A: upper case, as its QR code has it.</param>
/// <param name="OfflineAddress">Carrier B.</param>
/// <param name="Credential">Carrier C: a compact JWT.</param>
public sealed record CarrierTexts(CertificateCode Code, string FrontAddress, string OfflineAddress, string Credential);

/// <summary>The texts that a certificate travels in, for its holder and for whoever prints it.</summary>
public sealed class Carriers(LmsDb db, IOptions<CertificateOptions> options)
{
    /// <summary>Null where there is no such certificate, or <paramref name="holderKey"/> is given and is not its holder.</summary>
    public Task<CarrierTexts?> FindAsync(CertificateCode code, Guid? holderKey = null, CancellationToken ct = default)
    {
        var certificates = db.Certificates.Where(c => c.Code == code && (holderKey == null || c.HolderKey == holderKey));
        return db.Seals.Join(certificates, s => s.CertificateKey, c => c.Key, (s, c) => new { c.Code, s }).AsNoTracking()
            .Select(x => Of(x.Code, x.s, options.Value.PublicAddress)).SingleOrDefaultAsync(ct);
    }

    private static CarrierTexts Of(CertificateCode code, CertificateSeal seal, string publicAddress) =>
        new(code, $"{publicAddress.TrimEnd('/')}/C/{code}".ToUpperInvariant(), seal.OfflineAddress(publicAddress), seal.Jwt);
}
