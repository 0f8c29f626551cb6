using System.Text;
using Lms.Certificates.Verification;
using Lms.Web.Platform;

namespace Lms.Web.Cli.Certificates;

/// <summary>What somebody typed after "certificate verify": the certificate in one of its shapes, or the name of a file that holds it.</summary>
internal static class GivenCertificate
{
    /// <summary>Bytes; a certificate's PDF has a seventh of a megabyte.</summary>
    private const int Largest = 10 * 1024 * 1024;

    /// <exception cref="StartupProblem">The file cannot be read, or is too large to hold a certificate.</exception>
    public static async Task<CheckedCertificate> CheckAsync(CertificateChecking checking, string given, CancellationToken ct)
    {
        if (!File.Exists(given)) return await checking.CheckAsync(given, ct);
        var content = await ReadAsync(given, ct);
        return content.AsSpan(0, Math.Min(content.Length, 1024)).IndexOf("%PDF-"u8) >= 0 || Path.GetExtension(given).Equals(".pdf", StringComparison.OrdinalIgnoreCase)
            ? await checking.CheckDocumentAsync(content, ct)
            : await checking.CheckAsync(Encoding.UTF8.GetString(content), ct);
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            if (new FileInfo(path).Length > Largest) throw new StartupProblem($"{path} is too large to hold a certificate.");
            return await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupProblem($"{path} cannot be read: {DatabaseChoice.FirstLine(e.Message)}", e);
        }
    }
}
