using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Pdf.Inspection;

/// <summary>
/// <see cref="None"/>: nobody signed it. <see cref="Valid"/>: one of our document certificates signed the whole file as it is.
/// <see cref="Altered"/>: there is a signature, and it is not one of this file. <see cref="OtherSigner"/>: a sound signature of
/// somebody else. <see cref="AppendedAfterSigning"/>: our signature is sound, and something was put behind what it covers.
/// </summary>
public enum PdfSignatureState { None, Valid, Altered, OtherSigner, AppendedAfterSigning }

/// <summary>What a file that somebody brings says of itself. Only where the signature is valid is any of it more than a claim.</summary>
/// <param name="IsPdf">False: all else is empty.</param>
/// <param name="Code">The first one that stands in a link or in the text.</param>
/// <param name="CredentialJwt">The attached credential (carrier C), unchecked.</param>
/// <param name="SignerName">The subject of the signer's certificate; null without signature.</param>
/// <param name="Lines">The text of the page, line by line, where it is set as our documents are; empty otherwise, for example after an editor rewrote it.</param>
public sealed record PdfCheck(bool IsPdf, CertificateCode? Code, string? CredentialJwt, PdfSignatureState Signature, string? SignerName, IReadOnlyList<string> Lines)
{
    public static PdfCheck NoPdf { get; } = new(false, null, null, PdfSignatureState.None, null, []);
}

/// <summary>Reads PDFs that people bring. Any bytes may come: nothing throws, and the work is bounded by the size.</summary>
public sealed class PdfInspection
{
    /// <summary>Bytes; ours have a tenth of a megabyte. Larger files are no PDF to us.</summary>
    public const int Largest = 10 * 1024 * 1024;

    private readonly LmsDb db;

    internal PdfInspection(LmsDb db) => this.db = db;

    public async Task<PdfCheck> ReadAsync(byte[] pdf, CancellationToken ct = default) =>
        Read(pdf, await db.DocumentCertificates.Select(c => c.Thumbprint).ToHashSetAsync(ct));

    /// <summary>Many, in their order, with one question to the database.</summary>
    public async Task<IReadOnlyList<PdfCheck>> ReadManyAsync(IReadOnlyList<byte[]> pdfs, CancellationToken ct = default)
    {
        var ours = await db.DocumentCertificates.Select(c => c.Thumbprint).ToHashSetAsync(ct);
        return [.. pdfs.Select(pdf => Read(pdf, ours))];
    }

    /// <param name="ours">SHA-256 of the certificates that are ours, in hexadecimal.</param>
    internal static PdfCheck Read(byte[] pdf, IReadOnlySet<string> ours)
    {
        if (pdf.Length > Largest || pdf.AsSpan(0, Math.Min(pdf.Length, 1024)).IndexOf("%PDF-"u8) < 0) return PdfCheck.NoPdf;
        var streams = PdfStreams.Of(pdf);
        var lines = PageText.Of(streams);
        var (signature, signer) = SignatureReading.Of(pdf, ours);
        return new PdfCheck(true, CodeReading.Of(pdf, streams, lines), CodeReading.CredentialOf(streams), signature, signer, lines);
    }
}
