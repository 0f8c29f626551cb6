using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Questions;

internal sealed class QuestionBank
{
    private QuestionBank() { }

    public Guid Key { get; private set; }
    public string Title { get; private set; } = "";
    /// <summary>The institution that owns it, null where the department as a whole does.</summary>
    public Guid? OwnerKey { get; private set; }
    /// <summary>Every institution may read and draw from it; see also <see cref="BankShare"/>.</summary>
    public bool SharedWithAll { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public Guid? CreatedBy { get; private set; }

    public static QuestionBank Create(string title, Guid? ownerKey, Guid? by, DateTime now) =>
        new() { Key = Lms.Data.Key.New(now), Title = Tidy(title), OwnerKey = ownerKey, CreatedAt = now, CreatedBy = by };

    public void Rename(string title) => Title = Tidy(title);

    public void Share(bool withAll) => SharedWithAll = withAll;

    private static string Tidy(string title) => title.Trim().Normalize();
}

/// <summary>One institution that may read a bank and draw from it.</summary>
internal sealed record BankShare(Guid BankKey, Guid OrganisationKey);

internal sealed class BankShareConfiguration : IEntityTypeConfiguration<BankShare>
{
    public void Configure(EntityTypeBuilder<BankShare> builder)
    {
        builder.ToTable("BankShares");
        // Two who share a bank at once: one institution stands in it once.
        builder.HasKey(s => new { s.BankKey, s.OrganisationKey });
        builder.HasOne<QuestionBank>().WithMany().HasForeignKey(s => s.BankKey).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => s.OrganisationKey);
    }
}

internal sealed class QuestionBankConfiguration : IEntityTypeConfiguration<QuestionBank>
{
    public void Configure(EntityTypeBuilder<QuestionBank> builder)
    {
        builder.ToTable("QuestionBanks");
        builder.HasKey(b => b.Key);
        builder.Property(b => b.Key).ValueGeneratedNever();
        builder.HasIndex(b => b.OwnerKey);
    }
}
