using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf;
using Lms.Certificates.Pdf.Signatures;
using Lms.Certificates.Templates;
using Lms.Certificates.Templates.Pictures;

namespace Lms.UnitTests.Certificates;

/// <summary>Certificates that are in no database, rendered in a built-in design.</summary>
internal static class PdfSample
{
    public const string Address = "https://ctxh.example.vn", Jwt = "eyJhbGciOiJFUzI1NiJ9.eyJpZCI6IngifQ.c2lnbmF0dXJl";
    public static readonly string OfflineAddress = $"{Address}/v#{string.Concat(Enumerable.Range(0, 600).Select(i => (char)('1' + i * i % 9)))}";
    private static readonly Dictionary<Guid, PreparedDesign> Prepared = BuiltInDesigns.All.ToDictionary(b => b.Key, b => new PreparedDesign(b.Design, new Dictionary<string, PdfPicture>()));
    private static readonly Lazy<DocumentKey> Signer = new(() => DocumentKey.Read(DocumentKey.MakeForDevelopment(null), null)!);

    public static DocumentKey Key => Signer.Value;
    public static PreparedDesign Design(Guid? key = null) => Prepared[key ?? BuiltInDesigns.Default];

    public static Certificate Certificate(string name = "Nguyễn Thị Thùy Dương", Func<Achievement, Achievement>? change = null)
    {
        var achievement = Sample.Achievement(name);
        var certificate = Lms.Certificates.Issuing.Certificate.Draft(change?.Invoke(achievement) ?? achievement, Sample.GradeThree, "TP. Hồ Chí Minh", 1, new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc));
        certificate.EnterInRegister(127, NumberFormat.Parse(Sample.GradeThree.NumberFormat)!);
        return certificate;
    }

    public static FilledPage Page(Certificate certificate, Guid? design = null)
    {
        var page = FilledPage.Fill(Design(design), PageFacts.Of(certificate, Address, OfflineAddress, Jwt), out var problems);
        Assert.Empty(problems);
        return page;
    }

    public static byte[] Unsigned(Certificate certificate, Guid? design = null) => CertificatePdf.Render(Page(certificate, design)).Bytes;

    public static byte[] Signed(Certificate certificate, Guid? design = null, DocumentKey? key = null)
    {
        key ??= Key;
        var document = CertificatePdf.Render(Page(certificate, design), DocumentSigning.SpaceOf(key, withTimestamp: false));
        var digest = document.Digest();
        return document.With(CmsSignature.Write(key, digest, CmsSignature.Value(key, digest)));
    }
}
