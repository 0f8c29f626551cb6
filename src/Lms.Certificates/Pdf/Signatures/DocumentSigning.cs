using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Certificates.Pdf.Signatures;

/// <summary>Which certificates our documents bear; this process has seen to it that the current one is among them.</summary>
internal sealed class KnownDocumentCertificates
{
    public volatile string? Recorded;
}

/// <summary>Puts the issuer's signature into rendered documents: PAdES B-B, or B-T where a time-stamping authority is set and answers.</summary>
internal sealed class DocumentSigning(LmsDb db, TimeProvider clock, TimestampAuthority timestamps, KnownDocumentCertificates known, IOptions<CertificateOptions> options)
{
    /// <summary>What a timestamp needs at most, with the certificates of its authority.</summary>
    private const int TimestampSpace = 10 * 1024;

    private readonly DocumentKey? key = options.Value.DocumentKey;
    private readonly string? authority = options.Value.TimestampAddress;

    /// <summary>Bytes to leave free in a document; 0: documents are not signed.</summary>
    public int Space => key is null ? 0 : SpaceOf(key, authority is not null);

    /// <summary>The same for the same key, so that it does not move anything.</summary>
    public static int SpaceOf(DocumentKey key, bool withTimestamp) =>
        1024 + key.Chain.Prepend(key.Certificate).Sum(c => c.RawData.Length) + 2 * key.Certificate.IssuerName.RawData.Length + key.Certificate.PublicKey.EncodedKeyValue.RawData.Length + (withTimestamp ? TimestampSpace : 0);

    public async Task<byte[]> SignAsync(Guid certificateKey, SignableDocument document, CancellationToken ct)
    {
        if (key is null) return document.Bytes;
        await RecordAsync(key.Certificate, ct);
        var digest = document.Digest();
        if (authority is null) return document.With(CmsSignature.Write(key, digest, CmsSignature.Value(key, digest)));
        if (await KeptAsync(certificateKey, digest, ct) is { } kept) return document.With(kept);

        var value = CmsSignature.Value(key, digest);
        var token = await timestamps.TokenAsync(authority, value, ct);
        // A token that is longer than any known one does not fit; the signature does.
        var cms = CmsSignature.Write(key, digest, value, token is { Length: < TimestampSpace - 100 } ? token : null);
        if (token is null) return document.With(cms);
        return document.With(await KeepAsync(certificateKey, digest, cms, ct));
    }

    private Task<byte[]?> KeptAsync(Guid certificateKey, byte[] digest, CancellationToken ct) =>
        db.DocumentSignatures.Where(s => s.CertificateKey == certificateKey && s.Digest == digest).Select(s => s.Cms).SingleOrDefaultAsync(ct);

    private async Task<byte[]> KeepAsync(Guid certificateKey, byte[] digest, byte[] cms, CancellationToken ct)
    {
        var row = new DocumentSignature(certificateKey, digest, cms, clock.GetUtcNow().UtcDateTime);
        return await InsertAsync(row, ct) ? cms : await KeptAsync(certificateKey, digest, ct) ?? cms;
    }

    private async Task RecordAsync(X509Certificate2 certificate, CancellationToken ct)
    {
        var thumbprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        if (known.Recorded == thumbprint) return;
        if (!await db.DocumentCertificates.AnyAsync(c => c.Thumbprint == thumbprint, ct))
            await InsertAsync(new DocumentCertificate(thumbprint, certificate.RawData, clock.GetUtcNow().UtcDateTime), ct);
        known.Recorded = thumbprint;
    }

    /// <summary>False: another was first, and its row is the one that counts.</summary>
    private async Task<bool> InsertAsync(object row, CancellationToken ct)
    {
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            db.Entry(row).State = EntityState.Detached;
            return false;
        }
    }
}
