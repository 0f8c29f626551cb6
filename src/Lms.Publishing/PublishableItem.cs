using System.Security.Cryptography;
using System.Text;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Publishing;

/// <summary>Where the draft of an item stands on its way to the public.</summary>
public enum Stage { Draft, InReview, Returned, Published, Withdrawn }

/// <summary>
/// Anything that is drafted, reviewed and published: a course, a question, a paper. The body is the owning
/// module's JSON document; this module never looks inside. Publishing freezes the draft as a new
/// <see cref="ItemVersion"/>; a published version is never changed, only followed by another.
/// </summary>
public sealed class PublishableItem
{
    private PublishableItem() { }

    public Guid Key { get; private set; }
    /// <summary>The owning module's name for what this is, for example "course".</summary>
    public string Kind { get; private set; } = "";
    /// <summary>The organisation that owns it, null where the department as a whole does.</summary>
    public Guid? OwnerKey { get; private set; }
    public string Title { get; private set; } = "";
    public string DraftBody { get; private set; } = "";
    public Stage Stage { get; private set; }
    public int LatestNumber { get; private set; }
    public Guid? PublishedVersionKey { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime ChangedAt { get; private set; }
    public Guid? ChangedBy { get; private set; }
    /// <summary>Moves with every change, so that of two people who edit one draft the second is told.</summary>
    public int Revision { get; private set; }

    public static PublishableItem Create(string kind, Guid? ownerKey, string title, string body, Guid? by, DateTime now) => new()
    {
        Key = Lms.Data.Key.New(now), Kind = kind, OwnerKey = ownerKey, Title = title, DraftBody = body,
        Stage = Stage.Draft, CreatedAt = now, ChangedAt = now, ChangedBy = by,
    };

    public void Revise(string title, string body, Guid? by, DateTime now)
    {
        if (title == Title && body == DraftBody) return;
        (Title, DraftBody, ChangedAt, ChangedBy) = (title, body, now, by);
        Stage = Stage.Draft;
        Revision++;
    }

    public void HandOver(Guid? ownerKey) => OwnerKey = ownerKey;

    /// <summary>
    /// Whether the step leads on from here. Who may take it is the caller's question; a returned draft has to be revised
    /// or submitted again before it can be published. What is published can be published again after a revision, and can
    /// be withdrawn while a revision is in the making.
    /// </summary>
    public bool Allows(PublishAction action) => action switch
    {
        PublishAction.Submitted => Stage is Stage.Draft or Stage.Returned or Stage.Withdrawn,
        PublishAction.Returned => Stage is Stage.InReview,
        PublishAction.Published => Stage is not Stage.Returned,
        PublishAction.Withdrawn => PublishedVersionKey is not null,
    };

    internal PublishLogEntry Submit(Guid? by, DateTime now, string? note) => Move(Stage.InReview, PublishAction.Submitted, by, now, note);

    internal PublishLogEntry Return(Guid? by, DateTime now, string? note) => Move(Stage.Returned, PublishAction.Returned, by, now, note);

    internal PublishLogEntry Withdraw(Guid? by, DateTime now, string? note)
    {
        PublishedVersionKey = null;
        return Move(Stage.Withdrawn, PublishAction.Withdrawn, by, now, note);
    }

    internal ItemVersion Freeze(string body, Guid? by, DateTime now) =>
        new(Lms.Data.Key.New(now), Key, ++LatestNumber, Title, body, Hash(body), now, by);

    internal PublishLogEntry Publish(Guid versionKey, Guid? by, DateTime now, string? note)
    {
        PublishedVersionKey = versionKey;
        return Move(Stage.Published, PublishAction.Published, by, now, note, versionKey);
    }

    internal static string Hash(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    private PublishLogEntry Move(Stage to, PublishAction action, Guid? by, DateTime now, string? note, Guid? versionKey = null)
    {
        Stage = to;
        Revision++;
        return new PublishLogEntry(Lms.Data.Key.New(now), Key, versionKey, action, now, by, note);
    }
}

internal sealed class PublishableItemConfiguration : IEntityTypeConfiguration<PublishableItem>
{
    public void Configure(EntityTypeBuilder<PublishableItem> builder)
    {
        builder.ToTable("PublishableItems");
        builder.HasKey(i => i.Key);
        builder.Property(i => i.Key).ValueGeneratedNever();
        builder.Property(i => i.Kind).HasMaxLength(40);
        builder.Property(i => i.DraftBody).IsLongText();
        builder.Property(i => i.Revision).IsConcurrencyToken();
        builder.HasIndex(i => new { i.Kind, i.OwnerKey });
    }
}
