using System.Globalization;
using System.Text;
using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf;

namespace Lms.Certificates.Templates;

/// <summary>An invented certificate for previews, with every fact filled; its codes say that it is a sample.</summary>
internal static class SampleFacts
{
    private const string Address = "https://example.vn";

    private static readonly PageFacts Sample = PageFacts.Of(Certificate(), Address, $"{Address}/v#{OfflineDigits()}", null);

    public static IReadOnlyDictionary<string, string> Facts => Sample.Facts;

    /// <param name="holderName">To see how a long name comes out; null: an invented one.</param>
    public static PageFacts With(string? holderName = null)
    {
        var facts = new Dictionary<string, string>(Sample.Facts) { ["Code"] = "MẪU-SAMPLE-MẪU-SAMPLE" };
        if (PrintedText.CleanOrNull(holderName) is { } name) facts["HolderName"] = name;
        return Sample with { Title = "Bản xem thử mẫu chứng chỉ", Address = $"{Address.ToUpperInvariant()}/SAMPLE", Id = Guid.Empty, Facts = facts };
    }

    private static Certificate Certificate()
    {
        var type = new CredentialType(
            "MAU", "Chứng chỉ bồi dưỡng Công tác xã hội viên (hạng III)", "Certificate of In-service Training: Social Worker, Grade III",
            "V.09.04.02", 60, "{number:0000}/{year}/MAU", "Căn cứ Quyết định số 15/QĐ-TTBD ngày 27 tháng 02 năm 2026", "TS. Trần Minh Hòa", "Giám đốc");
        var achievement = new Achievement(
            Guid.Empty, type.Code, Guid.Empty, "Nguyễn Thị Thùy Dương", new DateOnly(1990, 9, 5), "Thành phố Hồ Chí Minh", "Trung tâm Công tác xã hội Thành phố",
            Guid.Empty, "Trung tâm Bồi dưỡng Công tác xã hội", "Centre for Social Work Training", Guid.Empty, "CTXH-2026-03",
            "Quản lý ca trong công tác xã hội", "Case Management in Social Work", 2, 120, new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 27), 86.5m);
        var certificate = Issuing.Certificate.Draft(achievement, type, "TP. Hồ Chí Minh", 1, new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc));
        certificate.EnterInRegister(127, NumberFormat.Parse(type.NumberFormat)!);
        return certificate;
    }

    /// <summary>As long as a real one's, and no signature.</summary>
    private static string OfflineDigits()
    {
        var digits = new StringBuilder("9");
        for (var i = 1; digits.Length < 600; i++) digits.Append(CultureInfo.InvariantCulture, $"{i * 7919 % 1000:D3}");
        return digits.ToString();
    }
}
