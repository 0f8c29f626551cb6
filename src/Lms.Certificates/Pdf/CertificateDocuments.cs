using System.Runtime.CompilerServices;
using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf.Signatures;
using Lms.Certificates.Signing;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Certificates.Pdf;

/// <summary>Certificates as PDFs: signed, one by one, or many for the printer. A rendering of the rows: the same certificate gives the same bytes.</summary>
public sealed class CertificateDocuments
{
    private const int Batch = 200;

    private readonly LmsDb db;
    private readonly PreparedDesigns designs;
    private readonly DocumentSigning signing;
    private readonly string publicAddress;

    internal CertificateDocuments(LmsDb db, PreparedDesigns designs, DocumentSigning signing, IOptions<CertificateOptions> options) =>
        (this.db, this.designs, this.signing, publicAddress) = (db, designs, signing, options.Value.PublicAddress);

    /// <summary>Null where the code is unknown, or <paramref name="holderKey"/> is given and is not its holder.</summary>
    public async Task<CertificateDocument?> FindAsync(CertificateCode code, Guid? holderKey = null, CancellationToken ct = default)
    {
        await foreach (var page in PagesAsync(db.Certificates.Where(c => c.Code == code && (holderKey == null || c.HolderKey == holderKey)), ct)) return await DocumentAsync(page, ct);
        return null;
    }

    /// <summary>One signed document each, in the order of the codes; unknown codes are passed over. Two queries for every 200.</summary>
    public async IAsyncEnumerable<CertificateDocument> EachAsync(IReadOnlyCollection<CertificateCode> codes, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var page in InOrderAsync(codes, ct)) yield return await DocumentAsync(page, ct);
    }

    /// <summary>All in one file for the printer, one page each, without signatures; one file per design, because that may be another paper.</summary>
    public async Task<IReadOnlyList<byte[]>> PrintAsync(IReadOnlyCollection<CertificateCode> codes, string title, CancellationToken ct = default)
    {
        List<FilledPage> pages = [];
        await foreach (var (_, page) in InOrderAsync(codes, ct)) pages.Add(page);
        return [.. pages.GroupBy(page => page.Design).Select(group => CertificatePdf.RenderAll([.. group], title))];
    }

    /// <summary>A certificate with what its page says, not drawn: to be compared with a file that somebody brings.</summary>
    internal async Task<(Certificate Certificate, FilledPage Page)?> FilledAsync(CertificateCode code, CancellationToken ct)
    {
        await foreach (var page in PagesAsync(db.Certificates.Where(c => c.Code == code), ct)) return page;
        return null;
    }

    /// <summary>What would keep a certificate that has no number yet from being printed in its design.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> ProblemsAsync(Certificate draft, Guid? version, CancellationToken ct)
    {
        var facts = PageFacts.Of(draft, publicAddress, null, null);
        var numbered = new Dictionary<string, string>(facts.Facts) { ["CertificateNumber"] = "0" };
        FilledPage.Fill(await designs.GetAsync(db, version, ct), facts with { Facts = numbered }, out var problems);
        return problems;
    }

    private async IAsyncEnumerable<(Certificate Certificate, FilledPage Page)> InOrderAsync(IReadOnlyCollection<CertificateCode> codes, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var batch in codes.Distinct().Chunk(Batch))
        {
            Dictionary<CertificateCode, (Certificate, FilledPage)> found = [];
            await foreach (var page in PagesAsync(db.Certificates.Where(c => batch.Contains(c.Code)), ct)) found[page.Certificate.Code] = page;
            foreach (var code in batch)
                if (found.TryGetValue(code, out var page)) yield return page;
        }
    }

    private async IAsyncEnumerable<(Certificate Certificate, FilledPage Page)> PagesAsync(IQueryable<Certificate> certificates, [EnumeratorCancellation] CancellationToken ct)
    {
        // A certificate from before there were seals has none: it is printed without what they carry.
        var rows = await certificates.AsNoTracking().Select(c => new { Certificate = c, Seal = db.Set<CertificateSeal>().FirstOrDefault(s => s.CertificateKey == c.Key) }).ToListAsync(ct);
        foreach (var row in rows)
        {
            var design = await designs.GetAsync(db, row.Certificate.TemplateVersionKey, ct);
            yield return (row.Certificate, FilledPage.Fill(design, PageFacts.Of(row.Certificate, publicAddress, row.Seal?.OfflineAddress(publicAddress), row.Seal?.Jwt), out _));
        }
    }

    private async Task<CertificateDocument> DocumentAsync((Certificate Certificate, FilledPage Page) of, CancellationToken ct) =>
        new(FileName(of.Certificate), await signing.SignAsync(of.Certificate.Key, CertificatePdf.Render(of.Page, signing.Space), ct));

    /// <summary>In ASCII, because old mail programs and archives spoil anything else.</summary>
    private static string FileName(Certificate c) => $"chung-chi-{Plain(c.HolderName)}-{Plain(c.CertificateNumber)}.pdf";

    private static string Plain(string text) =>
        string.Join('-', string.Concat(FoldedText.Of(text).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
