using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Lms.Data;

/// <summary>
/// What stands in an address instead of a key: 12 lower-case Crockford base32 characters, 60 random bits,
/// so that nobody counts or guesses his way through other people's pages.
/// </summary>
public readonly record struct PublicCode(string Value)
{
    public const int Length = 12;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static PublicCode New() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    public static bool TryParse(string? text, [NotNullWhen(true)] out PublicCode code)
    {
        code = new PublicCode(text?.ToLowerInvariant() ?? "");
        return code.Value.Length == Length && code.Value.All(Alphabet.Contains);
    }

    public override string ToString() => Value;
}
