using Lms.Certificates.Credentials;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Issuing;

/// <summary>
/// A line of the register and the certificate itself: every printed fact is a copy made on the day of issue
/// (text in NFC), so that neither a renamed person nor an edited course changes what was issued. Paper, QR
/// code and public page are renderings of this row.
/// </summary>
internal sealed class Certificate
{
    private Certificate() { }

    public Guid Key { get; private set; }
    public CertificateCode Code { get; private set; }
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
    /// <summary>1 for the holder's first certificate of this credential, 2 for the one after it expired or was revoked.</summary>
    public int HolderOrdinal { get; private set; }

    public Guid IssuerKey { get; private set; }
    public string IssuerName { get; private set; } = "";
    public string IssuerNameEn { get; private set; } = "";
    public string PlaceOfIssue { get; private set; } = "";
    public string DecisionWording { get; private set; } = "";
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
    public DateTime IssuedAt { get; private set; }
    /// <summary>The date by the city's calendar, as printed.</summary>
    public DateOnly IssuedOn { get; private set; }
    /// <summary>The last valid day.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public DateTime? RevokedAt { get; private set; }
    public DateOnly? RevokedOn { get; private set; }
    public string? RevocationReason { get; private set; }

    /// <summary>Name and number as <see cref="FoldedText"/>.</summary>
    public string SearchText { get; private set; } = "";

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
            ResultBasisPoints = achievement.ResultPercent is { } percent ? (int)decimal.Round(percent * 100, MidpointRounding.AwayFromZero) : null,
            RegisterYear = issuedOn.Year,
            IssuedAt = now,
            IssuedOn = issuedOn,
            ExpiresOn = type.ValidityMonths is { } months ? issuedOn.AddMonths(months) : null,
        };
    }

    public IEnumerable<string?> PrintedTexts() =>
    [
        HolderName, BirthPlace, OrganisationName, CredentialName, CredentialNameEn, ProfessionalTitleCode, IssuerName, IssuerNameEn,
        PlaceOfIssue, DecisionWording, SignatoryName, SignatoryTitle, ClassCode, CourseTitle, CourseTitleEn,
    ];

    public void EnterInRegister(long number, NumberFormat format)
    {
        RegisterNumber = number;
        CertificateNumber = format.Write(number, RegisterYear, CredentialCode);
        SearchText = $"{FoldedText.Of(HolderName)} {FoldedText.Of(CertificateNumber)}";
    }

    public bool IsRevoked => RevokedAt is not null;

    public void Revoke(string reason, DateTime now)
    {
        RevokedAt = now;
        RevokedOn = CityCalendar.DateAt(now);
        RevocationReason = reason;
    }

    public static Standing StandingOf(DateOnly? revokedOn, DateOnly? expiresOn, DateOnly today) =>
        revokedOn is not null ? Standing.Revoked : expiresOn < today ? Standing.Expired : Standing.Valid;

    public static decimal? Percent(int? basisPoints) => basisPoints / 100m;
}

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("Certificates");
        builder.HasKey(c => c.Key);
        builder.Property(c => c.Key).ValueGeneratedNever();
        builder.Property(c => c.Code).HasConversion(code => code.Value, text => CertificateCode.FromRegister(text)).HasMaxLength(CertificateCode.Length).IsUnicode(false);
        builder.Property(c => c.CredentialCode).HasMaxLength(CredentialTypes.LongestCode);
        builder.Property(c => c.CertificateNumber).HasMaxLength(120);
        builder.Property(c => c.DecisionWording).IsLongText();
        builder.Property(c => c.RevocationReason!).IsLongText();
        builder.Property(c => c.SearchText).IsLongText();
        // Two registrars revoke at once: the second update finds no row that is still unrevoked.
        builder.Property(c => c.RevokedAt).IsConcurrencyToken();

        // The completion job and a teacher's click may both find the same achievement: the second insert fails.
        builder.HasIndex(c => c.AchievementKey).IsUnique();
        // 75 random bits do not collide in practice; if they do, neither certificate may answer for the other.
        builder.HasIndex(c => c.Code).IsUnique();
        // Two classes of one holder close at once, and both find that he holds no valid certificate yet.
        builder.HasIndex(c => new { c.HolderKey, c.CredentialCode, c.HolderOrdinal }).IsUnique();
        // Two nodes issue at once. The sequence makes them queue; this holds even against a restored backup of it.
        builder.HasIndex(c => new { c.IssuerKey, c.RegisterYear, c.RegisterNumber }).IsUnique();
        // Two credentials of one issuer, changed at once to formats that write the same number.
        builder.HasIndex(c => new { c.IssuerKey, c.CertificateNumber }).IsUnique();
        builder.HasIndex(c => c.ClassKey);
    }
}
