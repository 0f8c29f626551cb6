using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Templates;

/// <summary>A template of the department's own: a draft to work on, and the version that certificates are issued in.</summary>
internal sealed class TemplateRow
{
    private TemplateRow() { }

    public TemplateRow(string name, TemplateDesign design, DateTime now)
    {
        Key = Data.Key.New(now);
        Save(name, design, now);
    }

    public Guid Key { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>JSON of a <see cref="TemplateDesign"/>.</summary>
    public string Draft { get; private set; } = "";
    public DateTime SavedAt { get; private set; }
    /// <summary>Null until it is published for the first time.</summary>
    public Guid? VersionKey { get; private set; }
    public int VersionNumber { get; private set; }
    public DateTime? PublishedAt { get; private set; }

    public void Save(string name, TemplateDesign design, DateTime now)
    {
        Name = name;
        Draft = TemplateJson.Write(design);
        SavedAt = now;
    }

    public TemplateVersion Publish(DateTime now)
    {
        var version = new TemplateVersion(Key, ++VersionNumber, Draft, now);
        VersionKey = version.Key;
        PublishedAt = now;
        return version;
    }
}

/// <summary>What was published. It never changes, so that what was issued in it looks the same for ever.</summary>
internal sealed class TemplateVersion
{
    private TemplateVersion() { }

    public TemplateVersion(Guid templateKey, int number, string design, DateTime now)
    {
        Key = Data.Key.New(now);
        TemplateKey = templateKey;
        Number = number;
        Design = design;
        PublishedAt = now;
    }

    public Guid Key { get; private set; }
    public Guid TemplateKey { get; private set; }
    public int Number { get; private set; }
    public string Design { get; private set; } = "";
    public DateTime PublishedAt { get; private set; }
}

internal sealed class TemplateRowConfiguration : IEntityTypeConfiguration<TemplateRow>
{
    public void Configure(EntityTypeBuilder<TemplateRow> builder)
    {
        builder.ToTable("CertificateTemplates");
        builder.HasKey(t => t.Key);
        builder.Property(t => t.Key).ValueGeneratedNever();
        builder.Property(t => t.Name).HasMaxLength(Templates.LongestName);
        builder.Property(t => t.Draft).IsLongText();
        // Two people edit one template: the second save finds that the first came between.
        builder.Property(t => t.SavedAt).IsConcurrencyToken();
    }
}

internal sealed class TemplateVersionConfiguration : IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<TemplateVersion> builder)
    {
        builder.ToTable("CertificateTemplateVersions");
        builder.HasKey(v => v.Key);
        builder.Property(v => v.Key).ValueGeneratedNever();
        builder.Property(v => v.Design).IsLongText();
        builder.HasOne<TemplateRow>().WithMany().HasForeignKey(v => v.TemplateKey).OnDelete(DeleteBehavior.Restrict);
        // Published twice at once: one number, one version.
        builder.HasIndex(v => new { v.TemplateKey, v.Number }).IsUnique();
    }
}
