using System.Diagnostics;
using Lms.Certificates.Pdf;
using Lms.Certificates.Templates;
using Lms.Certificates.Templates.Pictures;

namespace Lms.Bench.Certificates;

/// <summary>
/// Renders the sample certificate in every built-in design on one core: laid out, written, both codes, credential attached.
/// </summary>
internal static class CertificatePdfRun
{
    public static int Run(TimeSpan time, string? folder)
    {
        foreach (var built in BuiltInDesigns.All)
        {
            var design = new PreparedDesign(built.Design, new Dictionary<string, PdfPicture>());
            if (folder is not null)
            {
                Directory.CreateDirectory(folder);
                File.WriteAllBytes(Path.Combine(folder, $"{built.NameEn.Replace(", ", "-", StringComparison.Ordinal)}.pdf"), Page(design, null));
                File.WriteAllBytes(Path.Combine(folder, $"{built.NameEn.Replace(", ", "-", StringComparison.Ordinal)}-long.pdf"), Page(design, "Công Tằng Tôn Nữ Huyền Trân Nguyễn Phước Thùy Dương Ngọc Bảo Châu Anh Thư"));
            }
            for (var round = 0; round < 2; round++)
            {
                var watch = Stopwatch.StartNew();
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var (count, bytes) = (0, 0L);
                for (; watch.Elapsed < time; count++) bytes += Page(design, $"Nguyễn Thị Thùy Dương {count}").Length;
                if (round == 1) Console.WriteLine($"{built.NameEn}: {count / watch.Elapsed.TotalSeconds:N0}/s on one core, {bytes / count:N0} bytes each, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / count / 1024:N0} kB allocated");
            }
        }
        return 0;
    }

    private static byte[] Page(PreparedDesign design, string? name) =>
        CertificatePdf.Render(FilledPage.Fill(design, SampleFacts.With(name) with { CredentialJwt = new string('a', 1600) }, out _)).Bytes;
}
