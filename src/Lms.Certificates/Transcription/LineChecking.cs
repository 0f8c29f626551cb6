using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Certificates.Transcription;

/// <param name="Certificate">Where there is no mistake.</param>
/// <param name="PersonKey">Null: the holder is not among the people of this system.</param>
internal sealed record LineFound(CheckedLine Shown, OldCertificate? Certificate, Guid? PersonKey);

/// <summary>Compares lines with the register and with the people. Two queries for each portion, whatever stands in its lines.</summary>
internal sealed class LineChecking(LmsDb db, TimeProvider clock, CredentialTypes credentialTypes, IOptions<CertificateOptions> options)
{
    public const int Portion = 500;

    /// <param name="leftOut">Rows that are not to be entered; another line may have their number.</param>
    public async Task<List<LineFound>> CheckAsync(OldRegister register, IReadOnlySet<int> leftOut, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var reading = new LineReading(await credentialTypes.ListAsync(ct), register.Issuers, CityCalendar.DateAt(now));
        Dictionary<Guid, int> rows = [];
        List<LineFound> found = [];
        foreach (var portion in register.Lines.Chunk(Portion))
        {
            var lines = portion.Select(line => (Line: line, Read: reading.Read(line))).ToList();
            var readable = lines.Select(l => l.Read.Certificate).OfType<OldCertificate>().ToList();
            var holders = readable.Count == 0 ? null : new Holders(await register.Holders(
                [.. readable.Select(c => c.StaffCode).Where(code => code.Length > 0).Distinct()], [.. readable.Where(c => c.StaffCode.Length == 0).Select(c => c.BirthDate).Distinct()], ct));
            var keys = readable.Select(c => c.AchievementKey).Distinct().ToList();
            var saved = keys.Count == 0 ? [] : await db.Certificates.AsNoTracking().Where(c => keys.Contains(c.AchievementKey)).ToDictionaryAsync(c => c.AchievementKey, ct);
            foreach (var (line, (certificate, mistakes)) in lines)
            {
                if (certificate is null)
                {
                    found.Add(new(Shown(line, null, null, HolderMatch.Nobody, mistakes), null, null));
                    continue;
                }

                var existing = saved.GetValueOrDefault(certificate.AchievementKey);
                var (match, person) = holders!.Match(certificate, mistakes);
                if (!leftOut.Contains(line.Row) && !rows.TryAdd(certificate.AchievementKey, line.Row)) mistakes.Add(new(OldField.CertificateNumber, OldProblem.TwiceInFile, rows[certificate.AchievementKey].ToString(System.Globalization.CultureInfo.InvariantCulture)));
                if (existing is not null) mistakes.AddRange(Differences(existing, certificate, now));
                found.Add(new(Shown(line, certificate, existing, match, mistakes), mistakes.Count == 0 ? certificate : null, person));
            }
        }

        return found;
    }

    private IEnumerable<OldMistake> Differences(Certificate saved, OldCertificate certificate, DateTime now) =>
        OldCertificate.Facts(saved).Zip(OldCertificate.Facts(Certificate.Transcribe(certificate, certificate.HolderKey, 1, options.Value.PlaceOfIssue, now)))
            .Where(facts => facts.First.Text != facts.Second.Text).Select(facts => new OldMistake(facts.First.Field, OldProblem.DiffersFromRegister, facts.First.Text));

    private static CheckedLine Shown(OldLine line, OldCertificate? c, Certificate? existing, HolderMatch holder, List<OldMistake> mistakes) => new(
        line.Row, PrintedText.Clean(line[OldField.HolderName]), c?.BirthDate, PrintedText.Clean(line[OldField.CertificateNumber]), PrintedText.Clean(line[OldField.RegisterNumber]),
        c?.Type.Name ?? PrintedText.Clean(line[OldField.Credential]), c?.Issuer.Name ?? PrintedText.Clean(line[OldField.Issuer]), c?.IssuedOn,
        mistakes.Count > 0 ? LineState.Wrong : existing is null ? LineState.New : LineState.AlreadyThere, holder, existing?.Code, mistakes);

    /// <summary>People who may hold one of the certificates of a portion.</summary>
    private sealed class Holders(IReadOnlyList<PossibleHolder> people)
    {
        private readonly ILookup<string, PossibleHolder> byCode = people.ToLookup(p => p.StaffCode, StringComparer.OrdinalIgnoreCase);
        private readonly ILookup<DateOnly, PossibleHolder> byBirth = people.Where(p => p.BirthDate is not null).ToLookup(p => p.BirthDate!.Value);

        public (HolderMatch, Guid?) Match(OldCertificate certificate, List<OldMistake> mistakes)
        {
            if (certificate.StaffCode.Length > 0) return ByCode(certificate, mistakes);
            return byBirth[certificate.BirthDate].Where(p => IsNamed(p, certificate)).ToList() switch
            {
                [] => (HolderMatch.Nobody, null),
                [var person] => (HolderMatch.Person, person.Key),
                _ => (HolderMatch.SeveralAlike, null),
            };
        }

        private (HolderMatch, Guid?) ByCode(OldCertificate certificate, List<OldMistake> mistakes)
        {
            if (byCode[certificate.StaffCode].FirstOrDefault() is not { } person)
            {
                mistakes.Add(new(OldField.StaffCode, OldProblem.UnknownStaffCode, certificate.StaffCode));
                return (HolderMatch.Nobody, null);
            }

            // A name may have been corrected since, or a birth date; where both differ, it is somebody else's code.
            if (IsNamed(person, certificate) || person.BirthDate == certificate.BirthDate) return (HolderMatch.Person, person.Key);
            mistakes.Add(new(OldField.StaffCode, OldProblem.StaffCodeOfAnother, person.FullName));
            return (HolderMatch.Nobody, null);
        }

        /// <summary>Old registers write names in capitals.</summary>
        private static bool IsNamed(PossibleHolder person, OldCertificate certificate) => string.Equals(PrintedText.Clean(person.FullName), certificate.HolderName, StringComparison.OrdinalIgnoreCase);
    }
}
