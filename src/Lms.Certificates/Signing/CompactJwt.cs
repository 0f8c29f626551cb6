using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lms.Certificates.Signing;

/// <summary>JWS compact serialisation (RFC 7515, 7.1) with ES256; of other algorithms it knows none, so none can be slipped in.</summary>
internal static class CompactJwt
{
    private const int Longest = 200_000;

    public static string Sign(byte[] payload, string keyAddress, string type, ECDsa key)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["alg"] = "ES256", ["kid"] = keyAddress, ["typ"] = type }, CredentialJson.Options);
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public static bool TryRead(string text, [NotNullWhen(true)] out SignedJwt? read)
    {
        read = null;
        if (text.Length > Longest || text.Split('.') is not [var header, var payload, var signature]) return false;
        try
        {
            using var head = JsonDocument.Parse(Base64Url.DecodeFromChars(header));
            if (head.RootElement.ValueKind != JsonValueKind.Object || Text(head.RootElement, "alg") != "ES256" || head.RootElement.TryGetProperty("crit", out _)) return false;
            read = new SignedJwt(Text(head.RootElement, "kid") ?? "", Encoding.ASCII.GetBytes($"{header}.{payload}"), Base64Url.DecodeFromChars(signature), Base64Url.DecodeFromChars(payload));
            return read.Signature.Length == 64;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <param name="KeyAddress">As the header says: believed only where it ends in the id of a key of ours.</param>
internal sealed record SignedJwt(string KeyAddress, byte[] ToBeSigned, byte[] Signature, byte[] Payload);
