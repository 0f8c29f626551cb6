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
    public DateTime CreatedAt { get; private set; }
    public Guid? CreatedBy { get; private set; }

    public static QuestionBank Create(string title, Guid? ownerKey, Guid? by, DateTime now) =>
        new() { Key = Lms.Data.Key.New(now), Title = Tidy(title), OwnerKey = ownerKey, CreatedAt = now, CreatedBy = by };

    public void Rename(string title) => Title = Tidy(title);

    private static string Tidy(string title) => title.Trim().Normalize();
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
