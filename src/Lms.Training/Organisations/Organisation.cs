using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Training.Organisations;

/// <summary>A department, an institution that teaches, a facility, a ward, an association: where people belong.</summary>
internal sealed class Organisation
{
    private Organisation() { }

    public Guid Key { get; private set; }
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string NameEn { get; private set; } = "";
    public OrganisationKind Kind { get; private set; }
    public WorkforceGroup? Group { get; private set; }
    public bool Public { get; private set; }
    public string Address { get; private set; } = "";
    public bool Active { get; private set; }
    public string SortKey { get; private set; } = "";
    public string SearchText { get; private set; } = "";

    public static Organisation Found(OrganisationDraft draft, DateTime now)
    {
        var organisation = new Organisation { Key = Lms.Data.Key.New(now) };
        organisation.Change(draft);
        return organisation;
    }

    public void Change(OrganisationDraft draft)
    {
        (Code, Name, NameEn, Address) = (draft.Code, draft.Name, draft.NameEn, draft.Address);
        (Kind, Group, Public, Active) = (draft.Kind, draft.Group, draft.Public, draft.Active);
        SortKey = VietnameseOrder.KeyOfText(Name);
        SearchText = FoldedText.Of($"{Name} {Code}");
    }
}

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.HasKey(o => o.Key);
        builder.Property(o => o.Key).ValueGeneratedNever();
        builder.Property(o => o.Code).HasMaxLength(40);
        builder.Property(o => o.SortKey).HasMaxLength(VietnameseOrder.LongestKey).IsUnicode(false);
        builder.Property(o => o.SearchText).HasMaxLength(800);
        // Two coordinators who enter the same facility at once: the second is told that the code is taken.
        builder.HasIndex(o => o.Code).IsUnique();
    }
}
