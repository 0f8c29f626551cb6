using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf;
using Lms.Certificates.Pdf.Fonts;
using Lms.Certificates.Verification;
using Lms.Documents;
using Lms.UnitTests.Infrastructure;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using Face = Lms.Certificates.Issuing.Certificates;

namespace Lms.UnitTests.Certificates;

public partial class CertificatePdfTests
{
    // Every vowel with every tone, and đ: the 134 letters that Vietnamese adds to or shares with the Latin alphabet, less those of ASCII.
    private const string Vietnamese = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    [Fact]
    public async Task Holders_get_their_own_certificates_and_nobody_elses()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var achievement = Sample.Achievement();
        var entry = await db.IssuedAsync(achievement);

        var document = await DocumentAsync(entry.Code, achievement.HolderKey);
        Assert.Equal("chung-chi-nguyen-thi-thuy-duong-0001-2026-ctxh-iii.pdf", document!.FileName);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(document.Pdf, 0, 8), StringComparison.Ordinal);
        Assert.Equal(document.Pdf, (await DocumentAsync(entry.Code, null))!.Pdf);
        Assert.Null(await DocumentAsync(entry.Code, Guid.CreateVersion7()));
        Assert.Null(await DocumentAsync(CertificateCode.New(), null));

        Task<CertificateDocument?> DocumentAsync(CertificateCode code, Guid? holder) => db.UseAsync<Face, CertificateDocument?>(c => c.DocumentAsync(code, holder));
    }

    [Fact]
    public void One_row_gives_the_same_bytes_every_time_on_every_thread()
    {
        var certificate = Certificate();
        var first = Render(certificate);
        var others = new byte[16][];
        Parallel.For(0, others.Length, i => others[i] = Render(i % 2 == 0 ? certificate : Certificate()));
        for (var i = 0; i < others.Length; i += 2) Assert.Equal(first, others[i]);
        Assert.NotEqual(first, others[1]);
    }

    [Theory]
    [InlineData("Nguyễn Thị Thùy Dương"), InlineData("K'Tuyên"), InlineData("H'Wơ̆n Ê̆ban"), InlineData("Công Tằng Tôn Nữ Huyền Trân Nguyễn Phước Thùy Dương Ngọc Bảo Châu Anh Thư"), InlineData("Ngô-Đặng-Văn-Không-Có-Khoảng-Trắng-Nào-Trong-Tên-Rất-Dài-Của-Người-Này")]
    public void Every_compressed_stream_carries_its_checksum(string name)
    {
        var pdf = Render(Certificate(name));
        var streams = FlateStreams(pdf).ToList();
        Assert.True(streams.Count >= 8, "fonts, their maps, page and ornament");
        foreach (var stream in streams)
        {
            using var inflated = new MemoryStream();
            using (var zlib = new ZLibStream(new MemoryStream(stream), CompressionMode.Decompress)) zlib.CopyTo(inflated);
            Assert.Equal(Adler32(inflated.ToArray()), BitConverter.ToUInt32([stream[^1], stream[^2], stream[^3], stream[^4]]));
        }
    }

    [Fact]
    public void The_document_is_tagged_in_Vietnamese_and_its_two_sets_of_metadata_agree()
    {
        var certificate = Certificate(change: a => a with { IssuerName = "Trung tâm A & B <C>" });
        using var pdf = Read(Render(certificate));
        var catalog = pdf.Internals.Catalog;
        Assert.Equal("vi-VN", catalog.Elements.GetString("/Lang"));
        Assert.True(catalog.Elements.GetDictionary("/MarkInfo")!.Elements.GetBoolean("/Marked"));
        Assert.NotNull(catalog.Elements.GetDictionary("/StructTreeRoot"));
        Assert.Equal($"Chứng chỉ 0127/2026/CTXH-III – {certificate.HolderName}", pdf.Info.Title);
        Assert.Equal("D:20260302010000Z", pdf.Info.Elements.GetString("/CreationDate"));

        var xmp = XDocument.Parse(Encoding.UTF8.GetString(catalog.Elements.GetDictionary("/Metadata")!.Stream!.UnfilteredValue)).Descendants().Where(e => !e.HasElements).ToLookup(e => e.Name.LocalName, e => e.Value);
        Assert.Equal("Trung tâm A & B <C>", pdf.Info.Author);
        Assert.Contains(pdf.Info.Author, xmp["li"]);
        Assert.Contains(pdf.Info.Title, xmp["li"]);
        Assert.Equal([pdf.Info.Elements.GetString("/Producer")], xmp["Producer"]);
        Assert.Equal(["2026-03-02T01:00:00Z"], xmp["CreateDate"]);
    }

    [Fact]
    public void Every_font_is_embedded_once_and_leads_back_to_its_text()
    {
        using var pdf = Read(Render(Certificate()));
        var fonts = pdf.Internals.GetAllObjects().OfType<PdfDictionary>().Where(d => d.Elements.GetName("/Type") == "/Font" && d.Elements.GetName("/Subtype") != "/CIDFontType2").ToList();
        Assert.Equal(5, fonts.Count);
        Assert.All(fonts, font => Assert.NotNull(font.Elements.GetDictionary("/ToUnicode")));
        Assert.Equal(5, pdf.Internals.GetAllObjects().OfType<PdfDictionary>().Count(d => d.Elements.ContainsKey("/FontFile2")));
    }

    [Fact]
    public void Every_face_has_every_Vietnamese_letter()
    {
        Assert.Equal(67, Vietnamese.Normalize(NormalizationForm.FormC).Length);
        foreach (var letter in Vietnamese + Vietnamese.ToUpper(CultureInfo.GetCultureInfo("vi-VN")))
            Assert.All(Faces.Fonts, font => Assert.True(Faces.Of(font).Glyph(letter) != 0, $"{Faces.Of(font).Name} lacks {letter}"));
    }

    /// <summary>PDFsharp writes the exams on paper; here it is a reader that does not know who wrote the file.</summary>
    private static PdfDocument Read(byte[] pdf)
    {
        // Its first use sets PDFsharp's licence.
        _ = Typeface.Serif(10);
        return PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Import);
    }

    private static byte[] Render(Certificate certificate) => PdfSample.Signed(certificate);

    private static Certificate Certificate(string name = "Nguyễn Thị Thùy Dương", Func<Achievement, Achievement>? change = null) => PdfSample.Certificate(name, change);

    private static IEnumerable<byte[]> FlateStreams(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        return StreamStart().Matches(text).Where(m => m.Value.Contains("/FlateDecode", StringComparison.Ordinal))
            .Select(m => pdf[(m.Index + m.Length)..][..int.Parse(Length().Match(m.Value).Groups[1].Value, CultureInfo.InvariantCulture)]);
    }

    /// <summary>RFC 1950, 8.2.</summary>
    private static uint Adler32(byte[] bytes)
    {
        uint a = 1, b = 0;
        foreach (var value in bytes) (a, b) = ((a + value) % 65521, (b + a + value) % 65521);
        return b << 16 | a;
    }

    [GeneratedRegex(@"\d+ 0 obj\s(?:(?!endobj)[\s\S]){1,2000}?stream\r?\n")]
    private static partial Regex StreamStart();

    [GeneratedRegex(@"/Length (\d+)")]
    private static partial Regex Length();
}
