using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Lms.Web.Features.Register.Transcription;

/// <summary>
/// An uploaded list on its way through the preview and back: it travels in the form, sealed for one person and for a day, because
/// another node may get the answer and names and birth dates should not be left behind by a registrar who walks away.
/// </summary>
internal sealed record PackedSheet(string Name, byte[] Bytes)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public string Seal(IDataProtectionProvider protection, Guid person)
    {
        using var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Fastest)))
        {
            writer.Write(Name);
            writer.Write(Bytes.Length);
            writer.Write(Bytes);
        }

        return WebEncoders.Base64UrlEncode(SealOf(protection, person).Protect(packed.ToArray(), Lifetime));
    }

    /// <summary>Null where the seal is broken, another person's, or of another day.</summary>
    public static PackedSheet? Open(IDataProtectionProvider protection, Guid person, string? packed)
    {
        try
        {
            using var reader = new BinaryReader(new BrotliStream(new MemoryStream(SealOf(protection, person).Unprotect(WebEncoders.Base64UrlDecode(packed ?? ""))), CompressionMode.Decompress));
            return new PackedSheet(reader.ReadString(), reader.ReadBytes(reader.ReadInt32()));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector SealOf(IDataProtectionProvider protection, Guid person) =>
        protection.CreateProtector(nameof(PackedSheet), person.ToString("N")).ToTimeLimitedDataProtector();
}
