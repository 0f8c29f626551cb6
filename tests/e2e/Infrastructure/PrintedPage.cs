using System.Diagnostics;

namespace Lms.E2E.Infrastructure;

/// <summary>A PDF as the employer has it before him: printed, and its QR code read by an independent reader.</summary>
public static class PrintedPage
{
    /// <summary>Renders the first page at 150 dpi (poppler) and returns what the QR codes on it say (ZBar).</summary>
    public static async Task<IReadOnlyList<string>> QrCodesAsync(string pdf)
    {
        var picture = Path.ChangeExtension(pdf, null);
        await RunAsync("pdftoppm", "-png", "-r", "150", "-singlefile", pdf, picture);
        var read = await RunAsync("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture + ".png");
        return read.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>The first page as somebody holds it before a camera: 150 dpi.</summary>
    public static async Task<string> PhotoAsync(string pdf)
    {
        var picture = Path.ChangeExtension(pdf, null);
        await RunAsync("pdftoppm", "-jpeg", "-jpegopt", "quality=60", "-r", "150", "-singlefile", pdf, picture);
        return picture + ".jpg";
    }

    /// <summary>The text of the document in reading order (poppler).</summary>
    public static Task<string> TextAsync(string pdf) => RunAsync("pdftotext", "-layout", pdf, "-");

    /// <summary>A picture of the first page for the README.</summary>
    public static async Task PictureAsync(string pdf, string name)
    {
        if (Pictures.Wanted(name)) await RunAsync("pdftoppm", "-png", "-r", "70", "-singlefile", pdf, Path.ChangeExtension(Pictures.PathOf(name), null));
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}");
        return await output;
    }
}
