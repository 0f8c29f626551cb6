using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Approval;

/// <summary>
/// Somebody is to get a certificate (đề nghị cấp): the facts of an <see cref="Achievement"/> as they were when it was
/// reached. The registrar may mend what is wrong with them; what is issued is a copy of what stands here then.
/// </summary>
internal sealed class Proposal
{
    private Proposal() { }

    public Proposal(Achievement a, Guid? by, DateTime now)
    {
        Key = Data.Key.New(now);
        (AchievementKey, CredentialCode, HolderKey, IssuerKey, ClassKey) = (a.AchievementKey, a.CredentialCode, a.HolderKey, a.IssuerKey, a.ClassKey);
        (IssuerName, IssuerNameEn, ClassCode) = (PrintedText.Clean(a.IssuerName), PrintedText.Clean(a.IssuerNameEn), PrintedText.Clean(a.ClassCode));
        (CourseTitle, CourseTitleEn, CourseVersion, Hours) = (PrintedText.Clean(a.CourseTitle), PrintedText.Clean(a.CourseTitleEn), a.CourseVersion, a.Hours);
        (StudiedFrom, StudiedTo, ResultPercentHundredths) = (a.StudiedFrom, a.StudiedTo, a.ResultPercent is { } percent ? (int)decimal.Round(percent * 100, MidpointRounding.AwayFromZero) : null);
        Mend(new ProposalFacts(a.HolderName, a.BirthDate, a.BirthPlace, a.OrganisationName));
        (ProposedAt, ProposedBy, Turn) = (now, by, 0);
    }

    public Guid Key { get; private set; }
    public Guid AchievementKey { get; private set; }
    public string CredentialCode { get; private set; } = "";
    public Guid HolderKey { get; private set; }
    public string HolderName { get; private set; } = "";
    public DateOnly? BirthDate { get; private set; }
    public string? BirthPlace { get; private set; }
    public string? OrganisationName { get; private set; }
    public Guid IssuerKey { get; private set; }
    public string IssuerName { get; private set; } = "";
    public string IssuerNameEn { get; private set; } = "";
    public Guid ClassKey { get; private set; }
    public string ClassCode { get; private set; } = "";
    public string CourseTitle { get; private set; } = "";
    public string CourseTitleEn { get; private set; } = "";
    public int CourseVersion { get; private set; }
    public int Hours { get; private set; }
    public DateOnly StudiedFrom { get; private set; }
    public DateOnly StudiedTo { get; private set; }
    public int? ResultPercentHundredths { get; private set; }

    public DateTime ProposedAt { get; private set; }
    /// <summary>Null: the programme's rule did.</summary>
    public Guid? ProposedBy { get; private set; }
    public ProposalState State { get; private set; }
    public Guid? DecisionKey { get; private set; }
    public Guid? CertificateKey { get; private set; }
    /// <summary>Why it was put aside, or could not be issued though its decision was approved.</summary>
    public string? Note { get; private set; }
    /// <summary>Moved by every verb: of two registrars who decide about one proposal at once, one does.</summary>
    public int Turn { get; private set; }

    public Achievement Achievement() => new(AchievementKey, CredentialCode, HolderKey, HolderName, BirthDate, BirthPlace, OrganisationName, IssuerKey, IssuerName, IssuerNameEn, ClassKey, ClassCode,
        CourseTitle, CourseTitleEn, CourseVersion, Hours, StudiedFrom, StudiedTo, Certificate.Percent(ResultPercentHundredths));

    public void Mend(ProposalFacts facts)
    {
        HolderName = PrintedText.Clean(facts.HolderName);
        BirthDate = facts.BirthDate;
        BirthPlace = PrintedText.CleanOrNull(facts.BirthPlace);
        OrganisationName = PrintedText.CleanOrNull(facts.OrganisationName);
        Turn++;
    }

    public void PutAside(string reason)
    {
        (State, DecisionKey, Note) = (ProposalState.PutAside, null, reason);
        Turn++;
    }

    public void WaitAgain()
    {
        (State, DecisionKey, Note) = (ProposalState.Waiting, null, null);
        Turn++;
    }

    public void Issued(Guid certificateKey)
    {
        (State, CertificateKey, Note) = (ProposalState.Issued, certificateKey, null);
        Turn++;
    }

    public void Refused(ProposalProblem problem)
    {
        (State, Note) = (ProposalState.Refused, problem.ToString());
        Turn++;
    }
}

internal sealed class ProposalConfiguration : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("CertificateProposals");
        builder.HasKey(p => p.Key);
        builder.Property(p => p.Key).ValueGeneratedNever();
        builder.Property(p => p.CredentialCode).HasMaxLength(CredentialTypes.LongestCode);
        builder.Property(p => p.Turn).IsConcurrencyToken();
        // The completion rule and the instructor propose one achievement at once: the second insert fails.
        builder.HasIndex(p => p.AchievementKey).IsUnique();
        builder.HasIndex(p => new { p.State, p.CredentialCode });
        builder.HasIndex(p => new { p.DecisionKey, p.State });
        builder.HasIndex(p => p.HolderKey);
    }
}
