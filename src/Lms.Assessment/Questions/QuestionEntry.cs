using Lms.Assessment.Questions.Cases;
using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Assessment.Questions;

/// <summary>
/// A question's place in its bank, and what lists are narrowed by. It follows the draft; what a paper draws is decided
/// by the published versions themselves.
/// </summary>
internal sealed class QuestionEntry
{
    private QuestionEntry() { }

    /// <summary>The key of the <see cref="PublishableItem"/> that holds the question itself.</summary>
    public Guid ItemKey { get; private set; }
    public Guid BankKey { get; private set; }
    /// <summary>Order of entry within the bank. Keys do not tell it: those of one bulk are made at one instant.</summary>
    public int Position { get; private set; }
    public string Category { get; private set; } = "";
    public int Difficulty { get; private set; }
    public string Outcome { get; private set; } = "";
    public CognitiveLevel? Level { get; private set; }
    /// <summary>Each between line breaks, so that one is found whole: "\ntrẻ em\nđạo đức\n"; empty where there are none.</summary>
    public string Tags { get; private set; } = "";
    public Guid? CaseKey { get; private set; }
    public string Type { get; private set; } = "";
    /// <summary>Lower case without diacritics, so that "tham van" finds "Tham vấn" on every database alike.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>By which <see cref="Describe"/> the row was last written: what is looked through has grown over time.</summary>
    public int Described { get; private set; }

    /// <summary>Moves whenever <see cref="Describe"/> takes note of more.</summary>
    public const int PresentDescription = 1;

    public static QuestionEntry Create(Guid itemKey, Guid bankKey, int position, QuestionDraft draft)
    {
        var entry = new QuestionEntry { ItemKey = itemKey, BankKey = bankKey, Position = position };
        entry.Describe(draft);
        return entry;
    }

    /// <summary>With another of the bank.</summary>
    public void ChangePlaces(QuestionEntry other) => (Position, other.Position) = (other.Position, Position);

    /// <summary>To the end of another bank.</summary>
    public void MoveTo(Guid bankKey, int position) => (BankKey, Position) = (bankKey, position);

    public void Describe(QuestionDraft draft)
    {
        (Category, Difficulty, Outcome, Type) = (draft.Category, draft.Difficulty, draft.Outcome, QuestionType.Of(draft.Definition));
        (CaseKey, Level, Tags) = (draft.CaseKey, draft.Level, draft.Tags.Count == 0 ? "" : $"\n{string.Join('\n', draft.Tags)}\n");
        Described = PresentDescription;
        SearchText = FoldedText.Of(string.Join('\n', [.. QuestionTexts.Of(draft.Definition), draft.Category, draft.Outcome, draft.Source, .. draft.Tags]));
    }
}

internal sealed class QuestionEntryConfiguration : IEntityTypeConfiguration<QuestionEntry>
{
    public void Configure(EntityTypeBuilder<QuestionEntry> builder)
    {
        builder.ToTable("QuestionEntries");
        builder.HasKey(e => e.ItemKey);
        builder.Property(e => e.ItemKey).ValueGeneratedNever();
        builder.Property(e => e.Type).HasMaxLength(40).IsUnicode(false);
        builder.Property(e => e.Tags).HasMaxLength(QuestionTags.Most * (QuestionTags.Longest + 1) + 1);
        builder.Property(e => e.SearchText).IsLongText();
        builder.HasOne<PublishableItem>().WithOne().HasForeignKey<QuestionEntry>(e => e.ItemKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<QuestionBank>().WithMany().HasForeignKey(e => e.BankKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CaseStudy>().WithMany().HasForeignKey(e => e.CaseKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.BankKey, e.Position });
    }
}
