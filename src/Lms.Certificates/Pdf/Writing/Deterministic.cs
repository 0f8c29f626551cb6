using System.Security.Cryptography;
using System.Text;

namespace Lms.Certificates.Pdf.Writing;

/// <summary>Where others take random numbers: the same certificate must give the same bytes.</summary>
internal static class Deterministic
{
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
