using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Questions.Cases;

/// <summary>A case study's place in its bank; what it says is in the body of the <see cref="PublishableItem"/>.</summary>
internal sealed class CaseStudy
{
    private CaseStudy() { }

    public Guid ItemKey { get; private set; }
    public Guid BankKey { get; private set; }

    public static CaseStudy Create(Guid itemKey, Guid bankKey) => new() { ItemKey = itemKey, BankKey = bankKey };
}

internal sealed class CaseStudyConfiguration : IEntityTypeConfiguration<CaseStudy>
{
    public void Configure(EntityTypeBuilder<CaseStudy> builder)
    {
        builder.ToTable("CaseStudies");
        builder.HasKey(c => c.ItemKey);
        builder.Property(c => c.ItemKey).ValueGeneratedNever();
        builder.HasOne<PublishableItem>().WithOne().HasForeignKey<CaseStudy>(c => c.ItemKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<QuestionBank>().WithMany().HasForeignKey(c => c.BankKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.BankKey);
    }
}
