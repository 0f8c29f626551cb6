namespace Lms.Certificates.Issuing;

/// <summary>The columns of an old register, as text from a spreadsheet. Dates as 31/12/2019, 2019-12-31 or a spreadsheet's own number.</summary>
/// <param name="StaffCode">Of the holder, where she is among the people of this system; may be empty.</param>
public sealed record OldRegisterLine(
    int Line, string CredentialCode, string CertificateNumber, string RegisterNumber, string HolderName, string BirthDate, string BirthPlace, string Organisation, string CourseTitle, string ClassCode,
    string Hours, string IssuedOn, string ExpiresOn, string DecisionNumber, string DecidedOn, string SignatoryName, string SignatoryTitle, string StaffCode);

public enum OldRegisterField
{
    CredentialCode, CertificateNumber, RegisterNumber, HolderName, BirthDate, BirthPlace, Organisation, CourseTitle, ClassCode, Hours, IssuedOn, ExpiresOn, DecisionNumber, DecidedOn, SignatoryName, SignatoryTitle, StaffCode,
}

/// <summary><see cref="DiffersFromRegister"/>: this number was transcribed before, for another name or birth date.</summary>
public enum OldRegisterProblem { Missing, NotADate, NotAWholeNumber, UnknownCredential, UnknownPerson, InTheFuture, BeforeIssue, UnprintableCharacter, TooLong, TwiceInThisFile, DiffersFromRegister }

public sealed record OldRegisterMistake(OldRegisterField Field, OldRegisterProblem Problem);

/// <param name="AlreadyThere">Transcribed before; nothing will be added.</param>
public sealed record OldRegisterPreview(int Line, string HolderName, string CertificateNumber, string CredentialName, DateOnly? IssuedOn, bool AlreadyThere, IReadOnlyList<OldRegisterMistake> Mistakes);

/// <param name="Added">0 where a line has a mistake: then nothing is added at all.</param>
public sealed record TranscriptionResult(IReadOnlyList<OldRegisterPreview> Lines, int Added);
