using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Training.Organisations;

internal sealed class Person
{
    private Person() { }

    public Guid Key { get; private set; }
    public string StaffCode { get; private set; } = "";
    public string FullName { get; private set; } = "";
    public DateOnly? BirthDate { get; private set; }
    public string BirthPlace { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Phone { get; private set; } = "";
    public Guid? OrganisationKey { get; private set; }
    public string Position { get; private set; } = "";
    public string SortKey { get; private set; } = "";
    public string SearchText { get; private set; } = "";
    /// <summary>Moved to hold this row's lock: two courses she completes at one moment must not both miss that the programme is complete.</summary>
    public int Turn { get; private set; }

    public static Person Enter(PersonDraft draft, DateTime now)
    {
        var person = new Person { Key = Lms.Data.Key.New(now) };
        person.Change(draft);
        return person;
    }

    public void Change(PersonDraft draft)
    {
        (StaffCode, FullName, BirthDate, BirthPlace) = (draft.StaffCode, draft.FullName, draft.BirthDate, draft.BirthPlace);
        (Email, Phone, OrganisationKey, Position) = (draft.Email, draft.Phone, draft.OrganisationKey, draft.Position);
        SortKey = VietnameseOrder.KeyOfName(FullName);
        SearchText = FoldedText.Of($"{FullName} {StaffCode}");
    }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.HasKey(p => p.Key);
        builder.Property(p => p.Key).ValueGeneratedNever();
        builder.Property(p => p.StaffCode).HasMaxLength(40);
        builder.Property(p => p.SortKey).HasMaxLength(VietnameseOrder.LongestKey).IsUnicode(false);
        builder.Property(p => p.SearchText).HasMaxLength(800);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationKey).OnDelete(DeleteBehavior.Restrict);
        // Two imports of one spreadsheet: the second is told that the code is taken.
        builder.HasIndex(p => p.StaffCode).IsUnique();
        builder.HasIndex(p => p.SortKey);
    }
}
