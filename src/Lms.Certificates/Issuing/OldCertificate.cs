using System.Security.Cryptography;
using System.Text;
using Lms.Certificates.Credentials;

namespace Lms.Certificates.Issuing;

/// <summary>A certificate of an older register, read and checked.</summary>
internal sealed record OldCertificate(
    int Line, CredentialType Type, CredentialIssuer Issuer, string CertificateNumber, string? RegisterNumber, Guid HolderKey, string HolderName, DateOnly BirthDate, string? BirthPlace, string? OrganisationName,
    string CourseTitle, string ClassCode, int Hours, DateOnly IssuedOn, DateOnly? ExpiresOn, string? DecisionNumber, DateOnly? DecidedOn, string SignatoryName, string SignatoryTitle)
{
    /// <summary>The same line read again is the same achievement: a second import finds it there.</summary>
    public Guid AchievementKey => KeyOf($"transcribed\n{Issuer.Key:N}\n{CertificateNumber}");

    /// <summary>For a holder who is not among the people of this system.</summary>
    public static Guid HolderOf(string name, DateOnly born) => KeyOf($"holder\n{name}\n{born:yyyy-MM-dd}");

    private static Guid KeyOf(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16), bigEndian: true);
}
