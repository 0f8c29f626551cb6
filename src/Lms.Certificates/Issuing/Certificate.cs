using System.Globalization;
using Lms.Certificates.Approval;
using Lms.Certificates.Credentials;
using Lms.Certificates.Pdf;
using Lms.Certificates.Verification;
using Lms.Data;

namespace Lms.Certificates.Issuing;

/// <summary>
/// A line of the register and the certificate itself: every printed fact is a copy made on the day of issue
/// (text in NFC), so that neither a renamed person nor an edited course changes what was issued. Paper, QR
/// code and public page are renderings of this row.
/// </summary>
internal sealed partial class Certificate
{
    private Certificate() { }

    public Guid Key { get; private set; }
    public CertificateCode Code { get; private set; }
    /// <summary>Why it was issued. Of a certificate that supersedes another, the key of that other one: a certificate has one successor.</summary>
    public Guid AchievementKey { get; private set; }

    public Guid HolderKey { get; private set; }
    public string HolderName { get; private set; } = "";
    public DateOnly BirthDate { get; private set; }
    public string? BirthPlace { get; private set; }
    public string? OrganisationName { get; private set; }

    public string CredentialCode { get; private set; } = "";
    public string CredentialName { get; private set; } = "";
    public string CredentialNameEn { get; private set; } = "";
    public string ProfessionalTitleCode { get; private set; } = "";
    /// <summary>1 for the holder's first certificate of this credential, 2 for the one after it expired, was revoked or was superseded.</summary>
    public int HolderOrdinal { get; private set; }

    public Guid IssuerKey { get; private set; }
    public string IssuerName { get; private set; } = "";
    public string IssuerNameEn { get; private set; } = "";
    public string PlaceOfIssue { get; private set; } = "";
    public string DecisionWording { get; private set; } = "";
    /// <summary>The decision it was issued under; null where a rule issued it under a standing one.</summary>
    public Guid? DecisionKey { get; private set; }
    public string? DecisionNumber { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public string SignatoryName { get; private set; } = "";
    public string SignatoryTitle { get; private set; } = "";

    public Guid ClassKey { get; private set; }
    public string ClassCode { get; private set; } = "";
    public string CourseTitle { get; private set; } = "";
    public string CourseTitleEn { get; private set; } = "";
    public int CourseVersion { get; private set; }
    public int Hours { get; private set; }
    public DateOnly StudiedFrom { get; private set; }
    public DateOnly StudiedTo { get; private set; }
    /// <summary>Hundredths of a percent.</summary>
    public int? ResultBasisPoints { get; private set; }

    public int RegisterYear { get; private set; }
    public long RegisterNumber { get; private set; }
    public string CertificateNumber { get; private set; } = "";
    /// <summary>Earned before this system and copied from paper: it keeps its number, and its register numbers are a series of their own.</summary>
    public bool IsTranscribed { get; private set; }
    /// <summary>As the old register wrote it; of transcribed certificates only.</summary>
    public string? HistoricRegisterNumber { get; private set; }
    /// <summary>As the old register wrote it ("Giỏi", "8,5"), not made a percentage of; of transcribed certificates and what supersedes them.</summary>
    public string? HistoricResult { get; private set; }
    public DateTime IssuedAt { get; private set; }
    /// <summary>The date by the city's calendar, as printed.</summary>
    public DateOnly IssuedOn { get; private set; }
    /// <summary>The last valid day.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public DateTime? RevokedAt { get; private set; }
    public DateOnly? RevokedOn { get; private set; }
    public string? RevocationReason { get; private set; }

    public DateTime? SuspendedAt { get; private set; }
    public DateOnly? SuspendedOn { get; private set; }
    public string? SuspensionReason { get; private set; }

    public DateTime? SupersededAt { get; private set; }
    public DateOnly? SupersededOn { get; private set; }
    public Guid? SuccessorKey { get; private set; }
    public SupersessionCause? SupersededBecause { get; private set; }

    public DateOnly? HandedOverOn { get; private set; }
    /// <summary>Who signed for it: the holder, or whoever fetched it for her.</summary>
    public string? HandedOverTo { get; private set; }

    /// <summary>Moved by every verb: of two registrars who change one certificate at once, one does.</summary>
    public int Turn { get; private set; }

    /// <summary>Null: the design that came with the system when templates were not yet data.</summary>
    public Guid? TemplateVersionKey { get; private set; }

    /// <summary>Name and number as <see cref="FoldedText"/>.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>As the decision says, of which number and date stand in the wording where the credential wants them.</summary>
    public void Under(Decision decision)
    {
        (DecisionKey, DecisionNumber, DecidedOn) = (decision.Key, decision.Number, decision.DecidedOn);
        (SignatoryName, SignatoryTitle) = (decision.SignatoryName, decision.SignatoryTitle);
        DecisionWording = DecisionWording.Replace("{decision}", decision.Number, StringComparison.Ordinal).Replace("{date}", decision.DecidedOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>What keeps it from being issued, if anything.</summary>
    public IssueOutcome? Refusal() =>
        HolderName.Length == 0 ? IssueOutcome.MissingHolderName
        : BirthDate == default ? IssueOutcome.MissingBirthDate
        : !PrintedTexts().All(PrintableText.CanPrint) ? IssueOutcome.UnprintableCharacter
        : null;

    public IEnumerable<string?> PrintedTexts() =>
    [
        HolderName, BirthPlace, OrganisationName, CredentialName, CredentialNameEn, ProfessionalTitleCode, IssuerName, IssuerNameEn,
        PlaceOfIssue, DecisionWording, SignatoryName, SignatoryTitle, ClassCode, CourseTitle, CourseTitleEn,
    ];

    /// <summary>For ever: a template that is edited later makes a new version.</summary>
    public void PrintIn(Guid templateVersion) => TemplateVersionKey = templateVersion;

    public void EnterInRegister(long number, NumberFormat format)
    {
        RegisterNumber = number;
        CertificateNumber = format.Write(number, RegisterYear, CredentialCode);
        SearchText = $"{FoldedText.Of(HolderName)} {FoldedText.Of(CertificateNumber)}";
    }

    /// <summary>The instant after the last valid day.</summary>
    public DateTime? ExpiresAt => ExpiresOn is { } last ? CityCalendar.StartOf(last.AddDays(1)) : null;

    public void EnterAsTranscribed(long number)
    {
        RegisterNumber = number;
        SearchText = $"{FoldedText.Of(HolderName)} {FoldedText.Of(CertificateNumber)}";
    }

    /// <summary>Transcribed, or in the place of one that was: no published version of a course was taught.</summary>
    public bool StemsFromOldRegister => CourseVersion == 0;

    /// <summary>False where an old register does not say when the class was held.</summary>
    public bool KnowsPeriod => StudiedFrom != default;

    public bool IsRevoked => RevokedAt is not null;

    public Standing StandingOn(DateOnly today) => Standings.Of(RevokedOn, SupersededOn, SuspendedOn, ExpiresOn, today);

    public void Revoke(string reason, DateTime now)
    {
        (RevokedAt, RevokedOn, RevocationReason) = (now, CityCalendar.DateAt(now), reason);
        Turn++;
    }

    public void Suspend(string reason, DateTime now)
    {
        (SuspendedAt, SuspendedOn, SuspensionReason) = (now, CityCalendar.DateAt(now), reason);
        Turn++;
    }

    public void LiftSuspension()
    {
        (SuspendedAt, SuspendedOn, SuspensionReason) = (null, null, null);
        Turn++;
    }

    public void SupersedeBy(Certificate successor, SupersessionCause cause, DateTime now)
    {
        (SupersededAt, SupersededOn, SuccessorKey, SupersededBecause) = (now, CityCalendar.DateAt(now), successor.Key, cause);
        Turn++;
    }

    public void HandOver(string to, DateOnly on)
    {
        (HandedOverOn, HandedOverTo) = (on, to);
        Turn++;
    }

    public void Correct(Correction correction)
    {
        HolderName = PrintedText.Clean(correction.HolderName);
        BirthDate = correction.BirthDate;
        BirthPlace = PrintedText.CleanOrNull(correction.BirthPlace);
        OrganisationName = PrintedText.CleanOrNull(correction.OrganisationName);
        CourseTitle = PrintedText.Clean(correction.CourseTitle);
        CourseTitleEn = PrintedText.Clean(correction.CourseTitleEn);
        Hours = correction.Hours;
        ResultBasisPoints = BasisPoints(correction.ResultPercent);
    }

    /// <summary>Whoever renews early loses no day: the new term begins where the old one ends, or today if that is over.</summary>
    public void Extend(int months, DateOnly from) => ExpiresOn = (ExpiresOn > from ? ExpiresOn.Value : from).AddMonths(months);

    public static decimal? Percent(int? basisPoints) => basisPoints / 100m;

    private static int? BasisPoints(decimal? percent) => percent is { } given ? (int)decimal.Round(given * 100, MidpointRounding.AwayFromZero) : null;
}
