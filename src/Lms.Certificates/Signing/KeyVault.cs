using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Lms.Certificates.Signing;

/// <summary>
/// Private keys at rest: AES-256-GCM under a master key that is not in the database, so that a stolen backup signs nothing.
/// Layout: 12 bytes nonce, 16 bytes tag, ciphertext; the key's id is bound to it.
/// </summary>
internal sealed class KeyVault(IOptions<CertificateOptions> options)
{
    private const int NonceSize = 12, TagSize = 16;

    public byte[] Seal(byte[] secret, string id)
    {
        var box = new byte[NonceSize + TagSize + secret.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = Cipher();
        aes.Encrypt(box.AsSpan(0, NonceSize), secret, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(id));
        return box;
    }

    /// <returns>Null where the master key is another one, or somebody changed the row.</returns>
    public byte[]? Open(byte[] box, string id)
    {
        if (box.Length <= NonceSize + TagSize) return null;
        var secret = new byte[box.Length - NonceSize - TagSize];
        using var aes = Cipher();
        try
        {
            aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), secret, Encoding.UTF8.GetBytes(id));
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private AesGcm Cipher() => new(options.Value.MasterKey is { Length: 32 } key ? key : throw new InvalidOperationException("No master key of 32 bytes is configured."), TagSize);
}
