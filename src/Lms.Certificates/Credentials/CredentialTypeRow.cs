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
    }

    public CredentialType Facts() =>
        new(Code, Name, NameEn, ProfessionalTitleCode, ValidityMonths, NumberFormat, DecisionWording, SignatoryName, SignatoryTitle);
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
    }
}
