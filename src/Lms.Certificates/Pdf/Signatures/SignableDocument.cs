using System.Security.Cryptography;
using System.Text;

namespace Lms.Certificates.Pdf.Signatures;

/// <summary>A finished file with a gap for its signature.</summary>
/// <param name="GapStart">Where the hexadecimal string of the signature begins, with its bracket; 0: there is none.</param>
/// <param name="GapEnd">Behind the closing bracket.</param>
internal sealed record SignableDocument(byte[] Bytes, int GapStart, int GapEnd)
{
    public byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Bytes.AsSpan(0, GapStart));
        hash.AppendData(Bytes.AsSpan(GapEnd));
        return hash.GetHashAndReset();
    }

    /// <summary>What is left of the gap stays zeros (ISO 32000-2, 12.8.3.3).</summary>
    public byte[] With(byte[] signature)
    {
        if (2 * signature.Length > GapEnd - GapStart - 2) throw new InvalidOperationException($"A signature of {signature.Length} bytes does not fit.");
        Encoding.ASCII.GetBytes(Convert.ToHexString(signature), Bytes.AsSpan(GapStart + 1));
        return Bytes;
    }
}
