using Lms.Certificates;
using Lms.Certificates.Pdf.Signatures;
using Microsoft.Extensions.Options;

namespace Lms.Web.Platform;

/// <summary>
/// What certificates' PDFs are signed with: <c>Certificates:DocumentKey</c> (a PKCS#12 file with an RSA key) and
/// <c>Certificates:DocumentKeyPassword</c>; <c>Certificates:TimestampAddress</c> for timestamps. In development a key is made
/// beside the database whose name says that it counts for nothing. Elsewhere, without a key, PDFs are not signed: a signature
/// that nobody vouches for would promise more than it holds, and both QR codes and the attached credential are signed anyway.
/// </summary>
internal static partial class DocumentKeyFile
{
    public static IServiceCollection AddDocumentKey(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, DatabaseChoice database)
    {
        var timestamps = configuration["Certificates:TimestampAddress"];
        if (!string.IsNullOrWhiteSpace(timestamps) && !(Uri.TryCreate(timestamps, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw new StartupProblem($"Certificates:TimestampAddress is \"{timestamps}\": give the address of a time-stamping authority, for example http://tsa.example.vn.");
        return services.AddHostedService<Warning>()
            .Configure<CertificateOptions>(o => (o.DocumentKey, o.TimestampAddress) = (Find(configuration, environment, database), string.IsNullOrWhiteSpace(timestamps) ? null : timestamps));
    }

    /// <summary>Looked for when it is first needed: the folder of the database may not be there before.</summary>
    /// <exception cref="StartupProblem">What is named is no such file.</exception>
    private static DocumentKey? Find(IConfiguration configuration, IHostEnvironment environment, DatabaseChoice database) =>
        configuration["Certificates:DocumentKey"] is { Length: > 0 } file ? Read(Path.GetFullPath(file, environment.ContentRootPath), configuration["Certificates:DocumentKeyPassword"])
            : environment.IsDevelopment() ? ForDevelopment(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(database.SqliteFile) ?? "App_Data", "document-key.p12"), environment.ContentRootPath))
            : null;

    private static DocumentKey Read(string path, string? password)
    {
        try
        {
            return DocumentKey.Read(File.ReadAllBytes(path), password)
                ?? throw new StartupProblem($"{path} cannot be used to sign documents: it must be a PKCS#12 file with an RSA key and its certificate, and Certificates:DocumentKeyPassword must open it.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupProblem($"Certificates:DocumentKey names {path}, which cannot be read ({DatabaseChoice.FirstLine(e.Message)}).", e);
        }
    }

    private static DocumentKey? ForDevelopment(string path)
    {
        try
        {
            if (!File.Exists(path)) Make(path);
            return DocumentKey.Read(File.ReadAllBytes(path), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written to is no reason not to start for development.
            return null;
        }
    }

    /// <summary>Whole or not at all, as the master key is.</summary>
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options)) stream.Write(DocumentKey.MakeForDevelopment(null));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    /// <summary>Said once, when the site starts.</summary>
    private sealed partial class Warning(IOptions<CertificateOptions> options, ILogger<Warning> log) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (options.Value.DocumentKey is null) NotSigned();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [LoggerMessage(LogLevel.Warning, "Certificates:DocumentKey is not set: PDFs of certificates are not signed. Their QR codes and the attached credential are.")]
        private partial void NotSigned();
    }
}
