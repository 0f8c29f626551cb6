using System.Security.Cryptography;
using Lms.Certificates;

namespace Lms.Web.Platform;

/// <summary>
/// The secret that opens the signing keys: <c>Certificates:MasterKey</c> (32 bytes in base64), or a file that is made at the
/// first start: <c>Certificates:MasterKeyFile</c>, else master.key beside the SQLite file. It belongs in a backup of its own:
/// with the database alone nobody can sign, and without it the site needs new keys.
/// </summary>
internal static class MasterKey
{
    private const int Size = 32;

    /// <summary>Looked for when it is first needed, which is at the end of the start: first the database has to be there.</summary>
    public static IServiceCollection AddMasterKey(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, DatabaseChoice database) =>
        services.Configure<CertificateOptions>(o => o.MasterKey = Find(configuration, environment, database));

    /// <exception cref="StartupProblem">There is none, or it is no key.</exception>
    private static byte[] Find(IConfiguration configuration, IHostEnvironment environment, DatabaseChoice database)
    {
        var file = configuration["Certificates:MasterKeyFile"];
        if (configuration["Certificates:MasterKey"] is { Length: > 0 } given) return Decoded(given, "Certificates:MasterKey");
        if (string.IsNullOrWhiteSpace(file) && database.SqliteFile is null && environment.IsProduction())
            throw new StartupProblem("Certificates:MasterKey is not set. Several nodes may share this database, so each needs the same key: give 32 random bytes in base64 (openssl rand -base64 32), or a file of them in Certificates:MasterKeyFile.");
        return FromFile(Path.GetFullPath(file ?? Path.Combine(Path.GetDirectoryName(database.SqliteFile) ?? "App_Data", "master.key"), environment.ContentRootPath));
    }

    private static byte[] FromFile(string path)
    {
        try
        {
            if (!File.Exists(path)) Make(path);
            return Decoded(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupProblem($"The key file {path} cannot be read or made ({DatabaseChoice.FirstLine(e.Message)}): make its folder writable, or name another in Certificates:MasterKeyFile.", e);
        }
    }

    /// <summary>Whole or not at all, and only for this user: two processes that start at once agree on the one that came first.</summary>
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options)) writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size)));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static byte[] Decoded(string text, string from)
    {
        var key = new byte[Size + 1];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == Size
            ? key[..Size] : throw new StartupProblem($"{from} is not a key: 32 bytes in base64 are expected (openssl rand -base64 32).");
    }
}
