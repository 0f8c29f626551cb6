using Lms.Certificates.Pdf;
using Lms.Certificates.Pdf.Qr;
using Lms.Certificates.Verification;
using QRCoder;

namespace Lms.UnitTests.Certificates;

public class QrCodeTests
{
    [Fact]
    public void The_front_code_stays_small_enough_for_old_phones()
    {
        var address = PageFacts.FrontAddress("https://ctxh.example.vn/", CertificateCode.New().Value);
        Assert.Matches("^HTTPS://CTXH\\.EXAMPLE\\.VN/C/[0-9A-Z]{16}$", address);
        Assert.Equal(3, PageWriter.FrontCode(address).Version);
        Assert.StartsWith("HTTP://LOCALHOST:5000/C/", PageFacts.FrontAddress("http://localhost:5000", CertificateCode.New().Value), StringComparison.Ordinal);
    }

    [Fact]
    public void The_offline_code_holds_the_payload_it_is_made_for_in_65_modules()
    {
        var code = PageWriter.OfflineCode($"https://ctxh.example.vn/v#{new string('7', 620)}");
        Assert.Equal((12, 65), (code.Version, code.Size));
        Assert.Equal(12, PageWriter.OfflineCode("https://ctxh.example.vn/v#7").Version);
        // A name of 70 letters with two marks each.
        Assert.InRange(PageWriter.OfflineCode($"https://ctxh.example.vn/v#{new string('7', 900)}").Version, 13, 16);
        Assert.Throws<InvalidOperationException>(() => PageWriter.OfflineCode($"https://ctxh.example.vn/v#{new string('7', 9000)}"));
    }

    /// <summary>An implementation by others draws the same modules, whatever mask either of them thinks best.</summary>
    [Theory]
    [InlineData(QrLevel.Q, 3), InlineData(QrLevel.Q, 5), InlineData(QrLevel.Q, 7), InlineData(QrLevel.Q, 14), InlineData(QrLevel.Q, 22)]
    [InlineData(QrLevel.M, 1), InlineData(QrLevel.M, 2), InlineData(QrLevel.M, 9), InlineData(QrLevel.M, 10), InlineData(QrLevel.M, 12), InlineData(QrLevel.M, 17), InlineData(QrLevel.M, 25)]
    internal void Another_encoder_draws_the_same_code(QrLevel level, int version)
    {
        string[] texts = ["https://ctxh.example.vn/v", "HTTPS://CTXH.EXAMPLE.VN/C/0123", "0123456789012", "a", "7", "HTTP-9 +"];
        var drawn = 0;
        foreach (var text in texts)
        {
            var mode = text.All(char.IsAsciiDigit) ? QrMode.Numeric : QrSegment.Capitals(text).Mode;
            if (QrCode.Codewords(level, version, [new QrSegment(mode, text)], out var needed) is not { } codewords || needed != version) continue;
            using var theirs = QRCodeGenerator.GenerateQrCode(text, level == QrLevel.M ? QRCodeGenerator.ECCLevel.M : QRCodeGenerator.ECCLevel.Q, requestedVersion: version);
            Assert.Single(QrMatrix.Masked(version, level, codewords), mine => IsSame(theirs, mine));
            drawn++;
        }
        Assert.True(drawn > 2);
    }

    private static bool IsSame(QRCodeData theirs, QrCode mine) => theirs.ModuleMatrix.Count - 8 == mine.Size
        && Enumerable.Range(0, mine.Size).All(y => Enumerable.Range(0, mine.Size).All(x => theirs.ModuleMatrix[y + 4][x + 4] == mine.IsDark(x, y)));
}
