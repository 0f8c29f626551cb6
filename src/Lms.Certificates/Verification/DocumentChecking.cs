using Lms.Certificates.Pdf;
using Lms.Certificates.Pdf.Inspection;
using Lms.Certificates.Signing;

namespace Lms.Certificates.Verification;

/// <summary>
/// Checks a certificate that somebody brings as a PDF. A genuine code on an edited page deceives whoever only scans it: so the
/// signature is checked, and each fact of the page and of the attached credential is held against the register.
/// </summary>
public sealed class DocumentChecking
{
    private readonly PdfInspection inspection;
    private readonly CarrierReading carriers;
    private readonly CertificateDocuments documents;
    private readonly CertificateLookup lookup;

    internal DocumentChecking(PdfInspection inspection, CarrierReading carriers, CertificateDocuments documents, CertificateLookup lookup) =>
        (this.inspection, this.carriers, this.documents, this.lookup) = (inspection, carriers, documents, lookup);

    public async Task<CheckedDocument> CheckAsync(byte[] pdf, CancellationToken ct = default)
    {
        var read = await ReadAsync(await inspection.ReadAsync(pdf, ct), ct);
        var result = (await lookup.ManyAsync([read.Code], ct))[0];
        var filled = result.Facts is { } known ? await documents.FilledAsync(known.Code, ct) : null;
        return Judge(read, result, filled is { } page ? FactComparison.Of(page.Certificate, page.Page, read.Pdf.Lines, read.Credential?.Claims) : []);
    }

    /// <summary>
    /// Many files, in their order, with one question to the register. Pages are not compared one by one: whatever our signature
    /// does not cover is unproven anyway, and can be looked at alone.
    /// </summary>
    public async Task<IReadOnlyList<CheckedDocument>> CheckManyAsync(IReadOnlyList<byte[]> pdfs, CancellationToken ct = default)
    {
        var read = new List<ReadDocument>();
        foreach (var check in await inspection.ReadManyAsync(pdfs, ct)) read.Add(await ReadAsync(check, ct));
        var results = await lookup.ManyAsync([.. read.Select(r => r.Code)], ct);
        return [.. read.Select((r, i) => Judge(r, results[i], results[i].Facts is { } facts ? FactComparison.Of(facts, r.Credential?.Claims) : []))];
    }

    /// <param name="Code">Empty where the file names no certificate.</param>
    private sealed record ReadDocument(PdfCheck Pdf, CredentialReading? Credential, string Code);

    private async Task<ReadDocument> ReadAsync(PdfCheck check, CancellationToken ct)
    {
        var credential = check.CredentialJwt is { } jwt ? await carriers.ReadCredentialAsync(jwt, ct) : null;
        var signed = credential is { State: CarrierState.Valid, Claims: { } claims } ? claims.Code : (CertificateCode?)null;
        return new ReadDocument(check, credential, (check.Code ?? signed)?.Value ?? "");
    }

    private static CheckedDocument Judge(ReadDocument read, VerificationResult result, IReadOnlyList<ComparedFact> facts)
    {
        // A credential of another certificate was put into this file by somebody.
        var isAnothers = read.Credential is { State: CarrierState.Valid, Claims: { } claims } && result.Facts is { } known && claims.Code != known.Code;
        var isAltered = isAnothers || read.Credential?.State is CarrierState.Altered || facts.Any(f => f.Differs)
            || read.Pdf.Signature is PdfSignatureState.Altered or PdfSignatureState.AppendedAfterSigning;
        var finding = !read.Pdf.IsPdf ? DocumentFinding.NotAPdf
            : read.Code.Length == 0 ? DocumentFinding.NoCode
            : result.Facts is null ? DocumentFinding.UnknownCode
            : isAltered ? DocumentFinding.Altered
            : read.Pdf.Signature is PdfSignatureState.Valid ? DocumentFinding.Genuine : DocumentFinding.Unproven;
        return new CheckedDocument(finding, read.Pdf.Signature, read.Pdf.SignerName, read.Credential?.State, result, facts);
    }
}
