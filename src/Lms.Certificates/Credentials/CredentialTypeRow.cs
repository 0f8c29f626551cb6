using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Credentials;

/// <summary>The row behind a <see cref="CredentialType"/>.</summary>
internal sealed class CredentialTypeRow
{
    private CredentialTypeRow() { }

    public CredentialTypeRow(CredentialType type)
    {
        Code = type.Code.Trim();
        ChangeTo(type);
    }

    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string NameEn { get; private set; } = "";
    public string ProfessionalTitleCode { get; private set; } = "";
    public int? ValidityMonths { get; private set; }
    public string NumberFormat { get; private set; } = "";
    public string DecisionWording { get; private set; } = "";
    public string SignatoryName { get; private set; } = "";
    public string SignatoryTitle { get; private set; } = "";
    public IssuesBy IssuesBy { get; private set; }
    public int? RequiredHours { get; private set; }
    /// <summary>Codes of other credentials, separated by a comma and a space.</summary>
    public string Prerequisites { get; private set; } = "";
    public Guid? IssuerKey { get; private set; }
    public string IssuerName { get; private set; } = "";
    public string IssuerNameEn { get; private set; } = "";
    public int? RenewalHours { get; private set; }
    public Guid? RenewalCourseKey { get; private set; }
    public Guid? TemplateKey { get; private set; }

    public void ChangeTo(CredentialType type)
    {
        Name = PrintedText.Clean(type.Name);
        NameEn = PrintedText.Clean(type.NameEn);
        ProfessionalTitleCode = PrintedText.Clean(type.ProfessionalTitleCode);
        ValidityMonths = type.ValidityMonths;
        NumberFormat = PrintedText.Clean(type.NumberFormat);
        DecisionWording = PrintedText.Clean(type.DecisionWording);
        SignatoryName = PrintedText.Clean(type.SignatoryName);
        SignatoryTitle = PrintedText.Clean(type.SignatoryTitle);
        IssuesBy = type.IssuesBy;
        RequiredHours = type.RequiredHours;
        Prerequisites = string.Join(", ", type.PrerequisiteCodes);
        (IssuerKey, IssuerName, IssuerNameEn) = (type.Issuer?.Key, PrintedText.Clean(type.Issuer?.Name), PrintedText.Clean(type.Issuer?.NameEn));
        RenewalHours = type.RenewalHours;
        RenewalCourseKey = type.RenewalCourseKey;
        TemplateKey = type.TemplateKey;
    }

    public CredentialType Facts() => new(Code, Name, NameEn, ProfessionalTitleCode, ValidityMonths, NumberFormat, DecisionWording, SignatoryName, SignatoryTitle)
    {
        IssuesBy = IssuesBy,
        RequiredHours = RequiredHours,
        TemplateKey = TemplateKey,
        Prerequisites = Prerequisites,
        Issuer = IssuerKey is { } issuer ? new CredentialIssuer(issuer, IssuerName, IssuerNameEn) : null,
        RenewalHours = RenewalHours,
        RenewalCourseKey = RenewalCourseKey,
    };
}

internal sealed class CredentialTypeConfiguration : IEntityTypeConfiguration<CredentialTypeRow>
{
    public void Configure(EntityTypeBuilder<CredentialTypeRow> builder)
    {
        builder.ToTable("CredentialTypes");
        // The code is the key: two coordinators who add the same credential at once cannot both succeed.
        builder.HasKey(t => t.Code);
        builder.Property(t => t.Code).HasMaxLength(CredentialTypes.LongestCode).ValueGeneratedNever();
        builder.Property(t => t.DecisionWording).IsLongText();
        builder.Property(t => t.IssuesBy).HasDefaultValue(IssuesBy.Rule).HasSentinel(IssuesBy.Rule);
    }
}
