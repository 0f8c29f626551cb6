using Lms.Certificates.Verification;

namespace Lms.Certificates.Transcription;

/// <summary>What a line of an older register may say.</summary>
public enum OldField
{
    RegisterNumber, CertificateNumber, HolderName, BirthDate, BirthPlace, Organisation, Credential, Class, Course, Hours, StudiedFrom, StudiedTo, Result,
    DecisionNumber, DecidedOn, IssuedOn, ExpiresOn, Signatory, SignatoryTitle, Issuer, StaffCode,
}

public static class OldFields
{
    public static bool IsNeeded(this OldField field) =>
        field is OldField.CertificateNumber or OldField.HolderName or OldField.BirthDate or OldField.Credential or OldField.Course or OldField.IssuedOn or OldField.Issuer;
}

/// <summary>One line as the spreadsheet has it: dates as 31/12/2019, 2019-12-31 or the spreadsheet's own count of days, credential and issuer by code or name.</summary>
/// <param name="Row">As the spreadsheet program shows it.</param>
public sealed record OldLine(int Row, IReadOnlyDictionary<OldField, string> Cells)
{
    public string this[OldField field] => Cells.GetValueOrDefault(field, "");
}

public sealed record OldIssuer(Guid Key, string Code, string Name, string NameEn);

public sealed record PossibleHolder(Guid Key, string StaffCode, string FullName, DateOnly? BirthDate);

/// <summary>Everybody with one of the staff codes or born on one of the days; asked once for some hundred lines.</summary>
public delegate Task<IReadOnlyList<PossibleHolder>> HolderSearch(IReadOnlyCollection<string> staffCodes, IReadOnlyCollection<DateOnly> birthDates, CancellationToken ct);

/// <param name="Issuers">All that a line may name.</param>
public sealed record OldRegister(IReadOnlyList<OldLine> Lines, IReadOnlyList<OldIssuer> Issuers, HolderSearch Holders);

/// <summary>
/// <see cref="NotAsText"/>: a spreadsheet made a power of ten of a long number. <see cref="CellError"/>: "#REF!" and its like.
/// <see cref="StaffCodeOfAnother"/>: neither name nor birth date are that person's. <see cref="TwiceInFile"/>: the detail is the other row.
/// <see cref="DiffersFromRegister"/>: this certificate was transcribed before; the detail is what the register says there.
/// </summary>
public enum OldProblem
{
    Missing, TooLong, UnprintableCharacter, CellError, NotAsText, NotADate, InTheFuture, BeforeIssue, EndsBeforeItBegins, TooYoung, NotAWholeNumber,
    UnknownCredential, UnknownIssuer, UnknownStaffCode, StaffCodeOfAnother, TwiceInFile, DiffersFromRegister,
}

public sealed record OldMistake(OldField Field, OldProblem Problem, string Detail = "");

public enum LineState { New, AlreadyThere, Wrong }

/// <summary><see cref="SeveralAlike"/>: more than one person of that name and birth date, so none is taken.</summary>
public enum HolderMatch { Person, Nobody, SeveralAlike }

/// <param name="Existing">The certificate transcribed from the same number before.</param>
public sealed record CheckedLine(
    int Row, string HolderName, DateOnly? BirthDate, string CertificateNumber, string RegisterNumber, string CredentialName, string IssuerName, DateOnly? IssuedOn,
    LineState State, HolderMatch Holder, CertificateCode? Existing, IReadOnlyList<OldMistake> Mistakes);

/// <summary>
/// <see cref="LinesWrong"/>: a chosen line has a mistake, and nothing was written. <see cref="ChangedMeanwhile"/>: somebody
/// entered one of these certificates, or issued to one of these holders, at this very moment; what was written before that
/// stays, and the same file imported again goes on behind it.
/// </summary>
public enum TranscriptionOutcome { Done, NothingChosen, LinesWrong, ChangedMeanwhile }

/// <param name="Added">Certificates entered in the register.</param>
/// <param name="AlreadyThere">Chosen lines that had been entered before, with the same facts.</param>
public sealed record TranscriptionResult(TranscriptionOutcome Outcome, int Added, int AlreadyThere, IReadOnlyList<CheckedLine> Lines);
