using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Lms.Certificates.Pdf;
using Lms.Certificates.Pdf.Signatures;
using Lms.Certificates.Templates;
using Lms.Certificates.Templates.Pictures;

namespace Lms.Bench.Certificates;

/// <summary>
/// The sample certificate in every built-in design on one core, a new name each time: facts put in, laid out, written, with
/// both codes and the credential attached; unsigned and signed. Then the same page by others, as far as they are installed.
/// </summary>
internal static class CertificatePdfRun
{
    private const int HtmlPages = 100;
    private static readonly string Root = typeof(CertificatePdfRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    /// <param name="folder">Where the pages are left to be looked at.</param>
    public static int Run(TimeSpan time, string? folder)
    {
        folder ??= Directory.CreateTempSubdirectory("lms-certificates").FullName;
        Directory.CreateDirectory(folder);
        using var key = DocumentKey.Read(DocumentKey.MakeForDevelopment(null), null)!;
        Console.WriteLine($"One page, one core of {Environment.ProcessorCount}; documents in {folder}");
        foreach (var built in BuiltInDesigns.All)
        {
            var design = new PreparedDesign(built.Design, new Dictionary<string, PdfPicture>());
            var name = built.NameEn.Replace(", ", "-", StringComparison.Ordinal);
            File.WriteAllBytes(Path.Combine(folder, $"{name}.pdf"), Signed(design, null, key));
            File.WriteAllBytes(Path.Combine(folder, $"{name}-long.pdf"), Page(design, "Công Tằng Tôn Nữ Huyền Trân Nguyễn Phước Thùy Dương Ngọc Bảo Châu Anh Thư").Bytes);
            Measure($"{built.NameEn}, unsigned", time, i => Page(design, $"Nguyễn Thị Thùy Dương {i}").Bytes);
            Measure($"{built.NameEn}, signed (RSA 2048)", time, i => Signed(design, $"Nguyễn Thị Thùy Dương {i}", key));
        }
        var lotus = new PreparedDesign(BuiltInDesigns.Find(BuiltInDesigns.Default)!.Design, new Dictionary<string, PdfPicture>());
        var class75 = Enumerable.Range(0, 75).Select(i => Filled(lotus, $"Nguyễn Thị Thùy Dương {i}")).ToList();
        Measure("75 pages in one file for the printer", time, _ => CertificatePdf.RenderAll(class75, "Lớp"), 75);
        Peers(lotus, folder, time);
        return 0;
    }

    private static void Measure(string what, TimeSpan time, Func<int, byte[]> render, int pages = 1)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < time / 2;) render(0);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var (watch, allocated, bytes, count) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread(), 0L, 0);
        for (; watch.Elapsed < time; count++) bytes += render(count).Length;
        // Other work on the machine takes time from this one, but not processor time.
        var used = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        Console.WriteLine($"{what}: {count * pages / watch.Elapsed.TotalSeconds:N0} pages/s, {count * pages / used.TotalSeconds:N0} per second of processor time; {bytes / count / 1024:N0} kB each, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / count / 1024:N0} kB allocated; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024:N0} MB");
    }

    private static FilledPage Filled(PreparedDesign design, string? name) => FilledPage.Fill(design, SampleFacts.With(name) with { CredentialJwt = new string('a', 1600) }, out _);

    private static SignableDocument Page(PreparedDesign design, string? name, int space = 0) => CertificatePdf.Render(Filled(design, name), space);

    private static byte[] Signed(PreparedDesign design, string? name, DocumentKey key)
    {
        var document = Page(design, name, DocumentSigning.SpaceOf(key, withTimestamp: false));
        var digest = document.Digest();
        return document.With(CmsSignature.Write(key, digest, CmsSignature.Value(key, digest)));
    }

    private static void Peers(PreparedDesign design, string folder, TimeSpan time)
    {
        string page = Path.Combine(folder, "page.json"), html = Path.Combine(folder, "page.html"), fonts = Path.GetFullPath(Path.Combine(Root, "src/Lms.Documents/Fonts")), peers = Path.Combine(Root, "tests/bench/peers");
        PeerPage.Write(page, Page(design, null).Bytes, design, Filled(design, null).Facts);
        var seconds = time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        Say("ReportLab", Run("/usr/bin/python3", Path.Combine(peers, "reportlab_page.py"), page, fonts, seconds, Path.Combine(folder, "reportlab.pdf")));
        Say("TCPDF", Run("php", Path.Combine(peers, "tcpdf_page.php"), page, fonts, seconds, Path.Combine(folder, "tcpdf.pdf")));

        var chromium = new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
        var (one, many) = (Print(1), Print(HtmlPages + 1));
        Say("Chromium", one is null || many is null ? null : $"{HtmlPages / (many - one).Value.TotalSeconds:N1} {new FileInfo(Path.Combine(folder, "chromium.pdf")).Length / (HtmlPages + 1)}");

        TimeSpan? Print(int pages)
        {
            if (chromium is null) return null;
            PeerPage.WriteHtml(html, page, fonts, pages);
            var watch = Stopwatch.StartNew();
            return Run(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--no-pdf-header-footer", $"--print-to-pdf={Path.Combine(folder, "chromium.pdf")}", $"file://{html}") is null ? null : watch.Elapsed;
        }
    }

    private static void Say(string peer, string? result) =>
        Console.WriteLine(result?.Split(' ') is [var rate, var bytes] ? $"{peer}: {rate} pages/s, {int.Parse(bytes, CultureInfo.InvariantCulture) / 1024:N0} kB each" : $"{peer}: not installed, or it failed; tests/bench/peers/README.md says what it needs");

    /// <returns>What it says; null where it is not there or fails.</returns>
    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            errors.Wait();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
