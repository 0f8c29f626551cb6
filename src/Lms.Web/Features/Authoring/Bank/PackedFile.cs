using System.IO.Compression;
using System.Security.Cryptography;
using Lms.Assessment.Exchange;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Lms.Web.Features.Authoring.Bank;

/// <summary>
/// An uploaded file on its way through the preview and back. It travels in the form, sealed and for a day, because a
/// second node may get the answer and an author who walks away should leave nothing behind.
/// </summary>
public sealed record PackedFile(string Name, QuestionFormat? Format, byte[] Bytes)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <exception cref="OperationCanceledException">The author has gone.</exception>
    public ImportedFile Read(CancellationToken ct) => QuestionFiles.Read(Bytes, Name, Format, ct);

    public string Seal(IDataProtectionProvider protection, Guid bank)
    {
        using var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Fastest)))
        {
            writer.Write(Name);
            writer.Write(Format is { } format ? (int)format : -1);
            writer.Write(Bytes.Length);
            writer.Write(Bytes);
        }

        return WebEncoders.Base64UrlEncode(SealOf(protection, bank).Protect(packed.ToArray(), Lifetime));
    }

    /// <summary>Null where the seal is broken, another bank's, or of another day.</summary>
    public static PackedFile? Open(IDataProtectionProvider protection, Guid bank, string? packed)
    {
        try
        {
            using var reader = new BinaryReader(new BrotliStream(new MemoryStream(SealOf(protection, bank).Unprotect(WebEncoders.Base64UrlDecode(packed ?? ""))), CompressionMode.Decompress));
            var (name, format) = (reader.ReadString(), reader.ReadInt32());
            return new PackedFile(name, format < 0 ? null : (QuestionFormat)format, reader.ReadBytes(reader.ReadInt32()));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector SealOf(IDataProtectionProvider protection, Guid bank) =>
        protection.CreateProtector(nameof(PackedFile), bank.ToString("N")).ToTimeLimitedDataProtector();
}
