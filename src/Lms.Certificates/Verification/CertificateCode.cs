using System.Globalization;
using System.Security.Cryptography;

namespace Lms.Certificates.Verification;

/// <summary>
/// The public name of a certificate: 16 Crockford base32 characters, upper case. 15 are random (75 bits, so
/// codes are neither counted nor guessed), the last is a check character.
/// </summary>
/// <remarks>
/// Each character is an element of GF(32), and a code is right where Σ αⁱ·cᵢ = 0 (α primitive, i the place counted
/// from the check character). The weights are 16 different non-zero elements, so any one wrong character and
/// any two exchanged characters, neighbours or not, change the sum. Crockford's own check (modulo 37) catches
/// the same but needs five more characters, which are neither easy to say nor all in a QR code's alphabet.
/// </remarks>
public readonly record struct CertificateCode
{
    public const int Length = 16;
    private const int PackedLength = Length * 5 / 8;
    internal const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private CertificateCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>In groups of four for reading aloud: XXXX-XXXX-XXXX-XXXX.</summary>
    public string Spoken => $"{Value[..4]}-{Value[4..8]}-{Value[8..12]}-{Value[12..]}";

    public static CertificateCode New()
    {
        var random = RandomNumberGenerator.GetString(Alphabet, Length - 1);
        return new CertificateCode(random + Alphabet[Sum(random + '0')]);
    }

    /// <summary>Takes any case, spaces and dashes, and reads O as 0, I and L as 1. False where length, alphabet or check character is wrong.</summary>
    public static bool TryParse(string? text, out CertificateCode code)
    {
        code = default;
        Span<char> value = stackalloc char[Length];
        var length = 0;
        foreach (var c in text ?? "")
        {
            if (IsSpacing(c)) continue;
            if (length == Length || AsWritten(c) is not { } letter) return false;
            value[length++] = letter;
        }
        if (length != Length || Sum(value) != 0) return false;
        code = new CertificateCode(new string(value));
        return true;
    }

    public override string ToString() => Value;

    /// <summary>Five bits a character, 80 in all, the first character first.</summary>
    internal byte[] ToBytes()
    {
        var bits = UInt128.Zero;
        foreach (var letter in Value) bits = bits << 5 | (uint)Alphabet.IndexOf(letter, StringComparison.Ordinal);
        var bytes = new byte[PackedLength];
        for (var i = PackedLength - 1; i >= 0; i--, bits >>= 8) bytes[i] = (byte)bits;
        return bytes;
    }

    /// <summary>The reverse of <see cref="ToBytes"/>; false where there are not ten bytes or the check character is wrong.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> bytes, out CertificateCode code)
    {
        code = default;
        if (bytes.Length != PackedLength) return false;
        var bits = UInt128.Zero;
        foreach (var b in bytes) bits = bits << 8 | b;
        Span<char> letters = stackalloc char[Length];
        for (var i = Length - 1; i >= 0; i--, bits >>= 5) letters[i] = Alphabet[(int)(bits & 31)];
        return TryParse(new string(letters), out code);
    }

    /// <summary>What the register holds was checked when it was issued.</summary>
    internal static CertificateCode FromRegister(string value) => new(value);

    /// <summary>No code at all; what is asked for it costs the same as for a code that nobody holds.</summary>
    internal static readonly CertificateCode None = new("");

    /// <summary>Null where the character stands for none of the alphabet.</summary>
    internal static char? AsWritten(char c) => char.ToUpperInvariant(c) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var letter => Alphabet.Contains(letter, StringComparison.Ordinal) ? letter : null,
    };

    internal static bool IsSpacing(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    /// <summary>Horner's rule: the last character has weight 1, the one before it α, and so on.</summary>
    private static int Sum(ReadOnlySpan<char> letters)
    {
        var sum = 0;
        foreach (var letter in letters) sum = TimesAlpha(sum) ^ Alphabet.IndexOf(letter, StringComparison.Ordinal);
        return sum;
    }

    /// <summary>α is the root of the primitive polynomial x⁵ + x² + 1.</summary>
    private static int TimesAlpha(int element) => (element << 1) ^ (element >= 16 ? 0b100101 : 0);
}
