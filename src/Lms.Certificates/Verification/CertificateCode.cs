namespace Lms.Certificates.Verification;

/// <summary>16 Crockford base32 characters, upper case: 75 random bits and a check character over GF(32).</summary>
public readonly record struct CertificateCode
{
    public string Value { get; }
    private CertificateCode(string value) => Value = value;
    public static CertificateCode New() => throw new NotImplementedException();
    /// <summary>Takes any case, spaces and dashes, and reads O as 0, I and L as 1. False where length, alphabet or check character is wrong.</summary>
    public static bool TryParse(string? text, out CertificateCode code) => throw new NotImplementedException();
    /// <summary>In groups of four for reading aloud: XXXX-XXXX-XXXX-XXXX.</summary>
    public string Spoken => throw new NotImplementedException();
    public override string ToString() => Value;
}
