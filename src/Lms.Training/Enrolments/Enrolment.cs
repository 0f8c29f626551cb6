using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;
using Lms.Certificates.Issuing;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Training.Enrolments;

/// <summary>
/// One person in one class. The events are the record; what stands here besides is what they come to, so that a roster or a
/// report of twenty thousand need not add them up. Each verb returns the events to append.
/// </summary>
internal sealed class Enrolment
{
    private Enrolment() { }

    public Guid Key { get; private set; }
    public Guid ClassKey { get; private set; }
    public Guid PersonKey { get; private set; }
    public EnrolmentStatus Status { get; private set; }
    public DateTime EnrolledAt { get; private set; }
    public DateTime? CompletedAt { get; private set; }
    /// <summary>Where she resumes.</summary>
    public string? LastLessonId { get; private set; }
    /// <summary>Of the exam's result, in hundredths of a percent; null until an attempt is graded.</summary>
    public int? ResultBasisPoints { get; private set; }
    public bool? ExamPassed { get; private set; }
    public DateTime? CertificateIssuedAt { get; private set; }
    /// <summary>Put before the registrar, where the credential is issued by decision.</summary>
    public DateTime? CertificateProposedAt { get; private set; }
    /// <summary>The <see cref="IssueOutcome"/> that refused the certificate, until it is issued.</summary>
    public string? CertificateHeldBack { get; private set; }
    /// <summary>Moved to hold this row's lock: the last lesson and the grading, at one moment, must not both find the other missing.</summary>
    public int Turn { get; private set; }

    public static Enrolment Of(Guid classKey, Guid personKey, DateTime now) =>
        new() { Key = Lms.Data.Key.New(now), ClassKey = classKey, PersonKey = personKey, Status = EnrolmentStatus.Enrolled, EnrolledAt = now };

    public EnrolmentEvent Enrolled(Guid? by, DateTime now) => Event(EnrolmentEventKind.Enrolled, now, by);

    public EnrolmentEvent Return(Guid? by, DateTime now)
    {
        Status = EnrolmentStatus.Enrolled;
        return Enrolled(by, now);
    }

    public EnrolmentEvent Withdraw(string? reason, Guid? by, DateTime now)
    {
        Status = EnrolmentStatus.Withdrawn;
        return Event(EnrolmentEventKind.Withdrawn, now, by, reason);
    }

    /// <summary>
    /// The exam's result decides, which its paper makes of all attempts. A completed enrolment stays completed, whatever a
    /// regrading or a later attempt finds.
    /// </summary>
    public IEnumerable<EnrolmentEvent> Graded(AttemptGraded graded, int attemptsAllowed)
    {
        (ResultBasisPoints, ExamPassed) = (BasisPoints(graded.Result.Score, graded.Result.Maximum), graded.Result.Passed);
        yield return Event(EnrolmentEventKind.ExamGraded, graded.At) with { AttemptKey = graded.AttemptKey, BasisPoints = BasisPoints(graded.Score, graded.Maximum), Passed = graded.Passed };

        var failed = ExamPassed == false && graded.Result.Attempts >= attemptsAllowed;
        if (failed && Status == EnrolmentStatus.Enrolled)
        {
            Status = EnrolmentStatus.Failed;
            yield return Event(EnrolmentEventKind.Failed, graded.At);
        }
        else if (!failed && Status == EnrolmentStatus.Failed)
        {
            yield return Return(null, graded.At);
        }
    }

    private static int BasisPoints(Points score, Points maximum) =>
        maximum.Hundredths == 0 ? 0 : (int)Math.Round(score.Hundredths * 10_000m / maximum.Hundredths, MidpointRounding.AwayFromZero);

    public EnrolmentEvent Complete(DateTime now)
    {
        (Status, CompletedAt) = (EnrolmentStatus.Completed, now);
        return Event(EnrolmentEventKind.Completed, now);
    }

    public EnrolmentEvent? Certified(IssueOutcome outcome, Guid? by, DateTime now) => outcome switch
    {
        IssueOutcome.Issued => Issued(by, now),
        IssueOutcome.Proposed => Proposed(by, now),
        IssueOutcome.AlreadyIssued => CertificateIssuedAt is null ? Issued(by, now) : null,
        IssueOutcome.AlreadyHeld => AlreadyHeld(),
        IssueOutcome.UnknownCredential or IssueOutcome.MissingBirthDate or IssueOutcome.MissingHolderName or IssueOutcome.UnprintableCharacter or IssueOutcome.FieldNotPrintable => HoldBack(outcome, by, now),
    };

    private EnrolmentEvent Issued(Guid? by, DateTime now)
    {
        (CertificateIssuedAt, CertificateHeldBack) = (now, null);
        return Event(EnrolmentEventKind.CertificateIssued, now, by);
    }

    /// <summary>It waits for a decision; the certificate module knows how far that is.</summary>
    private EnrolmentEvent? Proposed(Guid? by, DateTime now)
    {
        if (CertificateProposedAt is not null) return null;
        (CertificateProposedAt, CertificateHeldBack) = (now, null);
        return Event(EnrolmentEventKind.CertificateProposed, now, by);
    }

    /// <summary>She earned it in another class and it is still valid: there is nothing to hold back.</summary>
    private EnrolmentEvent? AlreadyHeld()
    {
        CertificateHeldBack = null;
        return null;
    }

    private EnrolmentEvent? HoldBack(IssueOutcome outcome, Guid? by, DateTime now)
    {
        if (CertificateHeldBack == outcome.ToString()) return null;
        CertificateHeldBack = outcome.ToString();
        return Event(EnrolmentEventKind.CertificateHeldBack, now, by, CertificateHeldBack);
    }

    private EnrolmentEvent Event(EnrolmentEventKind kind, DateTime at, Guid? by = null, string? detail = null) =>
        new(Lms.Data.Key.New(at), Key, kind, at, by, detail);
}

internal sealed class EnrolmentConfiguration : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.ToTable("Enrolments");
        builder.HasKey(e => e.Key);
        builder.Property(e => e.Key).ValueGeneratedNever();
        builder.Property(e => e.LastLessonId).HasMaxLength(40);
        builder.Property(e => e.CertificateHeldBack).HasMaxLength(40).IsUnicode(false);
        builder.HasOne<TrainingClass>().WithMany().HasForeignKey(e => e.ClassKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonKey).OnDelete(DeleteBehavior.Restrict);
        // Nobody sits twice in one class. Enrolling locks the class's row, so this is the second lock on that door.
        builder.HasIndex(e => new { e.ClassKey, e.PersonKey }).IsUnique();
        builder.HasIndex(e => e.PersonKey);
        builder.HasIndex(e => e.CertificateHeldBack);
    }
}
