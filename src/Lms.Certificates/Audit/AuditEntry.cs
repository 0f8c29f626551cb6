using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lms.Certificates.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Lms.Data;

namespace Lms.Certificates.Audit;

/// <summary>
/// One line of the log (nhật ký): appended, never changed. Its hash covers the hash of the line before, so whoever changes,
/// removes or inserts a line has to make every later one anew; triggers of the database refuse the attempt in the first place.
/// </summary>
internal sealed class AuditEntry
{
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    private AuditEntry() { }

    public AuditEntry(long number, string previousHash, AuditFact fact)
    {
        Number = number;
        // No finer than every database keeps it, else the hash would not be found again.
        At = new DateTime(fact.At.Ticks - fact.At.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        (Action, By, CertificateKey, DecisionKey, Detail, PreviousHash) = (fact.Action, fact.By, fact.CertificateKey, fact.DecisionKey, fact.Detail, previousHash);
        Hash = Recomputed();
    }

    /// <summary>Gapless from 1, and the key: two nodes cannot append the same line.</summary>
    public long Number { get; private set; }
    public DateTime At { get; private set; }
    /// <summary>Null: a rule did it, not a person.</summary>
    public Guid? By { get; private set; }
    public CertificateAction Action { get; private set; }
    public Guid? CertificateKey { get; private set; }
    public Guid? DecisionKey { get; private set; }
    public string? Detail { get; private set; }
    public string PreviousHash { get; private set; } = "";
    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Of the text below in UTF-8, lines ended by "\n"; the detail, which alone may hold line ends, is the last.</summary>
    public string Recomputed() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        PreviousHash, Number.ToString(CultureInfo.InvariantCulture), At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        By?.ToString("D") ?? "-", Action.ToString(), CertificateKey?.ToString("D") ?? "-", DecisionKey?.ToString("D") ?? "-", Detail ?? ""))));
}

/// <summary>What is to be written down; the log gives it its number and its hash.</summary>
internal sealed record AuditFact(DateTime At, CertificateAction Action, Guid? By, Guid? CertificateKey = null, Guid? DecisionKey = null, string? Detail = null);

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        // The triggers are written in the migrations; SQL Server has to know of them before it writes.
        builder.ToTable("AuditEntries", table => table.HasTrigger("AuditEntries_are_only_appended"));
        // Two nodes append at once: the sequence makes them queue, this holds even against a restored backup of it.
        builder.HasKey(e => e.Number);
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Property(e => e.Detail!).IsLongText();
        builder.Property(e => e.PreviousHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(e => e.Hash).HasMaxLength(64).IsUnicode(false);
        // No foreign keys: the log says what was, whatever is.
        builder.HasIndex(e => e.CertificateKey);
        builder.HasIndex(e => e.DecisionKey);
    }
}
