using System.Diagnostics;
using System.Text;
using Lms.Certificates.Pdf.Inspection;
using Lms.Certificates.Templates;

namespace Lms.UnitTests.Certificates;

/// <summary>Our documents in the eyes of other people's programs: poppler, qpdf, OpenSSL and zbar, which test.sh installs.</summary>
public sealed class PrintedPdfTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("certificate-pdf").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<Guid> Designs => [.. BuiltInDesigns.All.Select(b => b.Key)];

    [Theory, MemberData(nameof(Designs))]
    public async Task Qpdf_finds_nothing_wrong_and_pdfsig_trusts_the_signature(Guid design)
    {
        var pdf = Write(PdfSample.Signed(PdfSample.Certificate(), design));
        Assert.Contains("No syntax or stream encoding errors found", await RunAsync("qpdf", "--check", pdf), StringComparison.Ordinal);
        var signature = await RunAsync("pdfsig", "-nocert", pdf);
        Assert.Contains("Signature is Valid.", signature, StringComparison.Ordinal);
        Assert.Contains("Total document signed", signature, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", signature, StringComparison.Ordinal);
        var fonts = (await RunAsync("pdffonts", pdf)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+.*CID TrueType +Identity-H +yes yes yes", font));
    }

    [Fact]
    public async Task OpenSSL_verifies_the_signature_over_the_byte_range()
    {
        var pdf = PdfSample.Signed(PdfSample.Certificate());
        var text = Encoding.Latin1.GetString(pdf);
        var start = text.IndexOf("/Contents <3", StringComparison.Ordinal) + "/Contents ".Length;
        var end = text.IndexOf('>', start) + 1;
        await File.WriteAllBytesAsync(Path.Combine(folder, "signed"), [.. pdf[..start], .. pdf[end..]]);
        await File.WriteAllBytesAsync(Path.Combine(folder, "cms"), Convert.FromHexString(text[(start + 1)..(end - 1)]));
        await File.WriteAllTextAsync(Path.Combine(folder, "ca.pem"), PdfSample.Key.Certificate.ExportCertificatePem());

        string[] verify = ["cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", Path.Combine(folder, "cms"), "-CAfile", Path.Combine(folder, "ca.pem"), "-purpose", "any", "-out", "/dev/null"];
        Assert.Contains("CAdES Verification successful", await RunAsync("openssl", [.. verify, "-content", Path.Combine(folder, "signed")]), StringComparison.Ordinal);
        pdf[start - 40] ^= 1;
        await File.WriteAllBytesAsync(Path.Combine(folder, "signed"), [.. pdf[..start], .. pdf[end..]]);
        Assert.Contains("Verification failure", await RunAsync("openssl", [.. verify, "-content", Path.Combine(folder, "signed")]), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Nguyễn Thị Thùy Dương"), InlineData("Y Bhăm Niê"), InlineData("K'Tuyên"), InlineData("Mạch Thị Thu Ngân"), InlineData("H'Wơ̆n Ê̆ban"), InlineData("Siu H’Ƀlơ̆m")]
    [InlineData("Công Tằng Tôn Nữ Huyền Trân Nguyễn Phước Thùy Dương Ngọc Bảo Châu Anh"), InlineData("Françoise Müller-Łukasz O'Brien"), InlineData("João Gonçalves da Conceição Ñandú")]
    public async Task Every_name_is_read_back_as_it_was_written(string name)
    {
        foreach (var design in BuiltInDesigns.All)
        {
            // Sent as some programs do, with every mark on its own: stored and printed composed.
            var pdf = PdfSample.Unsigned(PdfSample.Certificate(name.Normalize(NormalizationForm.FormD)), design.Key);
            var text = (await RunAsync("pdftotext", "-raw", Write(pdf), "-")).Normalize();
            Assert.Contains(name.Normalize(), text.Replace('\n', ' '), StringComparison.Ordinal);
            // With our own reader too, which takes the lines one by one.
            Assert.Contains(name.Normalize(), string.Join(' ', PdfInspection.Read(pdf, new HashSet<string>()).Lines), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_attached_credential_comes_out_as_it_went_in()
    {
        var pdf = Write(PdfSample.Signed(PdfSample.Certificate()));
        await RunAsync("pdfdetach", "-save", "1", "-o", Path.Combine(folder, "jwt"), pdf);
        Assert.Equal(PdfSample.Jwt, await File.ReadAllTextAsync(Path.Combine(folder, "jwt")));
    }

    [Theory, MemberData(nameof(Designs))]
    public async Task The_reading_order_is_that_of_the_page_and_figures_say_what_they_are(Guid design)
    {
        var tree = await RunAsync("pdfinfo", "-struct-text", Write(PdfSample.Unsigned(PdfSample.Certificate(), design)));
        string[] order = ["Document", "Trung tâm Bồi dưỡng", "H1", "CHỨNG CHỈ", "H2", "Nguyễn Thị Thùy Dương", "Quản lý ca"];
        var at = 0;
        foreach (var word in order) Assert.True((at = tree.IndexOf(word, at, StringComparison.Ordinal)) >= 0, $"{word} in {tree}");
        Assert.Equal(2, tree.Split("Figure").Length - 1);
        Assert.Contains("Link", tree, StringComparison.Ordinal);
    }

    /// <summary>Prints at 150 dots an inch, photographed badly.</summary>
    [Theory, MemberData(nameof(Designs))]
    public async Task Both_codes_are_read_from_bad_photographs_of_the_print(Guid design)
    {
        var certificate = PdfSample.Certificate();
        await RunAsync("pdftoppm", "-r", "150", "-singlefile", Write(PdfSample.Unsigned(certificate, design)), Path.Combine(folder, "page"));
        var page = BadPhotograph.Read(Path.Combine(folder, "page.ppm"));
        (string What, BadPhotograph Photo)[] photos =
        [
            ("plain", page), ("turned by 7 degrees", page.Turned(7)), ("blurred", page.Blurred()), ("in perspective", page.InPerspective()), ("with JPEG noise", page.WithJpegNoise()),
            ("all at once", page.Turned(3).InPerspective().WithJpegNoise()),
        ];
        foreach (var (what, photo) in photos)
        {
            var file = Path.Combine(folder, "photo.ppm");
            photo.Write(file);
            var read = (await RunAsync("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(read.Contains($"HTTPS://CTXH.EXAMPLE.VN/C/{certificate.Code}"), $"front code {what}");
            Assert.True(read.Contains(PdfSample.OfflineAddress), $"offline code {what}");
        }
    }

    private string Write(byte[] pdf)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        return file;
    }

    /// <summary>What a program says on both of its outputs.</summary>
    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return await said + await complained;
    }
}
