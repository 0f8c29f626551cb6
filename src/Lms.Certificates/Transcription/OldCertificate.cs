using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;

namespace Lms.Certificates.Transcription;

/// <summary>A line that could be read.</summary>
internal sealed record OldCertificate(
    CredentialType Type, OldIssuer Issuer, string CertificateNumber, string? RegisterNumber, string HolderName, DateOnly BirthDate, string? BirthPlace, string? OrganisationName,
    string ClassCode, string CourseTitle, int Hours, DateOnly? StudiedFrom, DateOnly? StudiedTo, string? Result, string? DecisionNumber, DateOnly? DecidedOn,
    DateOnly IssuedOn, DateOnly? ExpiresOn, string SignatoryName, string SignatoryTitle, string StaffCode)
{
    /// <summary>The same number of the same issuer is the same achievement, however its letters and spaces were typed: a second import finds it there.</summary>
    public Guid AchievementKey => KeyOf("transcribed");

    /// <summary>For a holder who is not among the people of this system. Not made from name and birth date: two people may share both.</summary>
    public Guid HolderKey => KeyOf("holder");

    /// <summary>As it stands beside "on the grounds of"; old registers write "QĐ 88", "88/QĐ-SLĐ" or the whole words.</summary>
    public string DecisionWording =>
        (DecisionNumber is null ? "" : DecisionNumber.StartsWith("Quyết định", StringComparison.OrdinalIgnoreCase) ? DecisionNumber : $"Quyết định số {DecisionNumber}")
        + (DecisionNumber is not null && DecidedOn is { } on ? $" ngày {on.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}" : "");

    /// <summary>What two transcriptions of one certificate are compared by.</summary>
    public static IEnumerable<(OldField Field, string Text)> Facts(Certificate c)
    {
        yield return (OldField.CertificateNumber, c.CertificateNumber);
        yield return (OldField.RegisterNumber, c.HistoricRegisterNumber ?? "");
        yield return (OldField.HolderName, c.HolderName);
        yield return (OldField.BirthDate, Text(c.BirthDate));
        yield return (OldField.BirthPlace, c.BirthPlace ?? "");
        yield return (OldField.Organisation, c.OrganisationName ?? "");
        yield return (OldField.Credential, c.CredentialCode);
        yield return (OldField.Class, c.ClassCode);
        yield return (OldField.Course, c.CourseTitle);
        yield return (OldField.Hours, c.Hours == 0 ? "" : c.Hours.ToString(CultureInfo.InvariantCulture));
        yield return (OldField.StudiedFrom, c.KnowsPeriod ? Text(c.StudiedFrom) : "");
        yield return (OldField.StudiedTo, c.KnowsPeriod ? Text(c.StudiedTo) : "");
        yield return (OldField.Result, c.HistoricResult ?? "");
        yield return (OldField.DecisionNumber, c.DecisionNumber ?? "");
        yield return (OldField.DecidedOn, Text(c.DecidedOn));
        yield return (OldField.IssuedOn, Text(c.IssuedOn));
        yield return (OldField.ExpiresOn, Text(c.ExpiresOn));
        yield return (OldField.Signatory, c.SignatoryName);
        yield return (OldField.SignatoryTitle, c.SignatoryTitle);
    }

    private static string Text(DateOnly? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A name-based key, as RFC 9562 has it for hashes of one's own choice (version 8).</summary>
    private Guid KeyOf(string kind)
    {
        var number = string.Concat(CertificateNumber.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{Issuer.Key:N}\n{number}")).AsSpan(0, 16);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
