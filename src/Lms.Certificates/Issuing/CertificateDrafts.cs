using Lms.Certificates.Credentials;
using Lms.Certificates.Transcription;
using Lms.Certificates.Verification;
using Lms.Data;

namespace Lms.Certificates.Issuing;

/// <summary>The three ways a certificate begins: earned here, copied from an older register, or in the place of another.</summary>
internal sealed partial class Certificate
{
    /// <summary>Nothing is printable yet, and no number is taken: the caller looks at <see cref="PrintedTexts"/> first.</summary>
    public static Certificate Draft(Achievement achievement, CredentialType type, string place, int holderOrdinal, DateTime now)
    {
        var issuedOn = CityCalendar.DateAt(now);
        return new Certificate
        {
            Key = Data.Key.New(now),
            Code = CertificateCode.New(),
            AchievementKey = achievement.AchievementKey,
            HolderKey = achievement.HolderKey,
            HolderName = PrintedText.Clean(achievement.HolderName),
            BirthDate = achievement.BirthDate.GetValueOrDefault(),
            BirthPlace = PrintedText.CleanOrNull(achievement.BirthPlace),
            OrganisationName = PrintedText.CleanOrNull(achievement.OrganisationName),
            CredentialCode = type.Code,
            CredentialName = type.Name,
            CredentialNameEn = type.NameEn,
            ProfessionalTitleCode = type.ProfessionalTitleCode,
            HolderOrdinal = holderOrdinal,
            IssuerKey = achievement.IssuerKey,
            IssuerName = PrintedText.Clean(achievement.IssuerName),
            IssuerNameEn = PrintedText.Clean(achievement.IssuerNameEn),
            PlaceOfIssue = PrintedText.Clean(place),
            DecisionWording = type.DecisionWording,
            SignatoryName = type.SignatoryName,
            SignatoryTitle = type.SignatoryTitle,
            ClassKey = achievement.ClassKey,
            ClassCode = PrintedText.Clean(achievement.ClassCode),
            CourseTitle = PrintedText.Clean(achievement.CourseTitle),
            CourseTitleEn = PrintedText.Clean(achievement.CourseTitleEn),
            CourseVersion = achievement.CourseVersion,
            Hours = achievement.Hours,
            StudiedFrom = achievement.StudiedFrom,
            StudiedTo = achievement.StudiedTo,
            ResultBasisPoints = BasisPoints(achievement.ResultPercent),
            RegisterYear = issuedOn.Year,
            IssuedAt = now,
            IssuedOn = issuedOn,
            ExpiresOn = type.ValidityMonths is { } months ? issuedOn.AddMonths(months) : null,
        };
    }

    /// <summary>What an older register says; its issuer, not our credential, answers for the wording and the signature.</summary>
    public static Certificate Transcribe(OldCertificate old, Guid holderKey, int holderOrdinal, string place, DateTime now) => new()
    {
        Key = Data.Key.New(now),
        Code = CertificateCode.New(),
        AchievementKey = old.AchievementKey,
        HolderKey = holderKey,
        HolderName = old.HolderName,
        BirthDate = old.BirthDate,
        BirthPlace = old.BirthPlace,
        OrganisationName = old.OrganisationName,
        CredentialCode = old.Type.Code,
        CredentialName = old.Type.Name,
        CredentialNameEn = old.Type.NameEn,
        ProfessionalTitleCode = old.Type.ProfessionalTitleCode,
        HolderOrdinal = holderOrdinal,
        IssuerKey = old.Issuer.Key,
        IssuerName = PrintedText.Clean(old.Issuer.Name),
        IssuerNameEn = PrintedText.Clean(old.Issuer.NameEn),
        PlaceOfIssue = PrintedText.Clean(place),
        DecisionNumber = old.DecisionNumber,
        DecidedOn = old.DecidedOn,
        DecisionWording = old.DecisionWording,
        SignatoryName = old.SignatoryName,
        SignatoryTitle = old.SignatoryTitle,
        ClassCode = old.ClassCode,
        CourseTitle = old.CourseTitle,
        Hours = old.Hours,
        StudiedFrom = old.StudiedFrom.GetValueOrDefault(),
        StudiedTo = old.StudiedTo.GetValueOrDefault(),
        HistoricResult = old.Result,
        RegisterYear = old.IssuedOn.Year,
        CertificateNumber = old.CertificateNumber,
        IsTranscribed = true,
        HistoricRegisterNumber = old.RegisterNumber,
        // Noon in the city: the day is known, the hour never was.
        IssuedAt = old.IssuedOn.ToDateTime(new TimeOnly(5, 0), DateTimeKind.Utc),
        IssuedOn = old.IssuedOn,
        ExpiresOn = old.ExpiresOn,
    };

    /// <summary>
    /// A new certificate with the same facts, issued today and signed by whoever signs today; it enters the register under a
    /// number of its own. What is to differ is set by <see cref="Correct"/> or <see cref="Extend"/> before that.
    /// </summary>
    public Certificate Successor(CredentialType type, int holderOrdinal, DateTime now)
    {
        var next = (Certificate)MemberwiseClone();
        next.Key = Data.Key.New(now);
        next.Code = CertificateCode.New();
        next.AchievementKey = Key;
        next.HolderOrdinal = holderOrdinal;
        (next.SignatoryName, next.SignatoryTitle) = (type.SignatoryName, type.SignatoryTitle);
        (next.IssuedAt, next.IssuedOn) = (now, CityCalendar.DateAt(now));
        next.RegisterYear = next.IssuedOn.Year;
        (next.IsTranscribed, next.HistoricRegisterNumber) = (false, null);
        (next.HandedOverOn, next.HandedOverTo) = (null, null);
        (next.SuspendedAt, next.SuspendedOn, next.SuspensionReason) = (null, null, null);
        next.Turn = 0;
        return next;
    }
}
