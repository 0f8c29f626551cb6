using Lms.Assessment.Papers;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lms.Assessment.Attempts;

/// <summary>One learner's sitting: which questions she got and until when. What she answered is in <see cref="Answer"/>.</summary>
internal sealed class Attempt
{
    private Attempt() { }

    public Guid Key { get; private set; }
    public PublicCode PublicCode { get; private set; }
    public Guid ExamKey { get; private set; }
    public Guid LearnerKey { get; private set; }
    /// <summary>1 for the learner's first attempt at this exam.</summary>
    public int Number { get; private set; }
    public long Seed { get; private set; }
    /// <summary>See <see cref="DrawnForm"/>.</summary>
    public string Form { get; private set; } = "";
    public DateTime StartedAt { get; private set; }
    /// <summary>The last instant at which an answer counts. Only an intervention moves it; a later change of the exam's window leaves it alone. Without meaning while the attempt is paused.</summary>
    public DateTime DueAt { get; private set; }
    /// <summary>Since when the clock stands; null while it runs.</summary>
    public DateTime? PausedAt { get; private set; }
    /// <summary>The section she is in, from 1, of a paper whose sections are timed; 0 of any other.</summary>
    public int Section { get; private set; }
    /// <summary>The last instant at which an answer in that section counts, unless <see cref="DueAt"/> comes first. Moves as that does.</summary>
    public DateTime? SectionDueAt { get; private set; }
    /// <summary>What the learner was allowed beyond the paper's limit; already in <see cref="DueAt"/>.</summary>
    public int ExtraMinutes { get; private set; }
    /// <summary>How often the questions were opened. Whoever opened them last answers; see ADR 0011.</summary>
    public int Seat { get; private set; }
    /// <summary>Where the questions were opened or asked for last, and when that was written down last: see <see cref="Invigilation.Seats"/>.</summary>
    public string? Address { get; private set; }
    public DateTime? SeenAt { get; private set; }
    /// <summary>Counts what its candidate has to hear of; see <see cref="Sitting.Tag"/>.</summary>
    public int News { get; private set; }
    public AttemptState State { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public Points Maximum { get; private set; }
    /// <summary>Score and Passed repeat the latest <see cref="Grading"/>, so that lists need no join; the grading is the record.</summary>
    public Points? Score { get; private set; }
    public bool? Passed { get; private set; }

    /// <param name="extraMinutes">Lengthens the limit and, for her, the exam itself: cut off at its end they would be none.</param>
    public static Attempt Start(Guid examKey, DateTime examClosesAt, FrozenPaper paper, Guid learnerKey, int number, long seed, DateTime now, IReadOnlySet<Guid>? seen = null, int extraMinutes = 0)
    {
        var timed = paper.Content.TimesSections();
        return new Attempt
        {
            Key = Lms.Data.Key.New(now), PublicCode = PublicCode.New(), ExamKey = examKey, LearnerKey = learnerKey, Number = number,
            Seed = seed, Form = DrawnForm.Write(paper.Draw(seed, seen)), Maximum = paper.Maximum,
            StartedAt = now, DueAt = DueOf(paper.Content.TimeLimitMinutes, examClosesAt, extraMinutes, now), ExtraMinutes = extraMinutes, State = AttemptState.InProgress,
            Section = timed ? 1 : 0, SectionDueAt = timed ? now + SectionTime.Of(paper.Content, 1, extraMinutes) : null,
        };
    }

    public static DateTime DueOf(int limitMinutes, DateTime examClosesAt, int extraMinutes, DateTime now)
    {
        var limit = now.AddMinutes(limitMinutes);
        return (limit < examClosesAt ? limit : examClosesAt).AddMinutes(extraMinutes);
    }

    /// <summary>True where the clock ran and stands now. Past the deadline there is nothing left to keep.</summary>
    public bool Pause(DateTime now)
    {
        if (State != AttemptState.InProgress || PausedAt is not null || now > DueAt) return false;
        PausedAt = now;
        News++;
        return true;
    }

    /// <summary>The time that stood still is given back to the second.</summary>
    public bool Resume(DateTime now)
    {
        if (State != AttemptState.InProgress || PausedAt is not { } since) return false;
        DueAt += now - since;
        SectionDueAt += now - since;
        PausedAt = null;
        News++;
        return true;
    }

    /// <summary>Of timed sections the one she is in is lengthened.</summary>
    public bool Extend(int minutes, DateTime now) => Lengthen(minutes, TimeSpan.FromMinutes(minutes), now);

    /// <param name="minutes">In all. Less than she has already is refused: time once promised is not taken back.</param>
    public bool Allow(int minutes, PaperContent paper, DateTime now)
    {
        if (minutes < ExtraMinutes) return false;
        var ofSection = Section == 0 ? TimeSpan.Zero : SectionTime.Of(paper, Section, minutes) - SectionTime.Of(paper, Section, ExtraMinutes);
        if (!Lengthen(minutes - ExtraMinutes, ofSection, now)) return false;
        ExtraMinutes = minutes;
        return true;
    }

    private bool Lengthen(int minutes, TimeSpan ofSection, DateTime now)
    {
        if (IsOver(now)) return false;
        DueAt = DueAt.AddMinutes(minutes);
        SectionDueAt += ofSection;
        News++;
        return true;
    }

    private bool IsOver(DateTime now) => State != AttemptState.InProgress || (PausedAt is null && now > DueAt);

    /// <summary>Closes at <paramref name="now"/>, or at the deadline where that has passed, on what the log holds.</summary>
    /// <returns>Null where a person has to mark some of it first.</returns>
    public Grading? HandIn(FrozenPaper paper, AnswerLog log, AttemptScoring scoring, DateTime now)
    {
        if (State != AttemptState.InProgress) throw new InvalidOperationException("An attempt is handed in once.");
        Resume(now);
        News++;
        var late = now > DueAt;
        ClosedAt = late ? DueAt : now;
        var score = scoring.Score(Key, paper, DrawnForm.Read(Form), log);
        if (score.NeedsMarking)
        {
            State = AttemptState.AwaitingMarking;
            return null;
        }

        return Grade(score, number: 1, late ? GradingReason.TimeUp : GradingReason.HandedIn, by: null, now);
    }

    /// <param name="number">One more than that of the last grading.</param>
    public Grading Grade(FormScore score, int number, GradingReason reason, Guid? by, DateTime now)
    {
        if (State == AttemptState.InProgress && ClosedAt is null) throw new InvalidOperationException("An attempt is graded once it is closed.");
        (State, Score, Passed) = (AttemptState.Graded, score.Score, score.Passed);
        return Grading.Append(Key, number, score, reason, by, now);
    }
}

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    internal sealed class PointsAsHundredths() : ValueConverter<Points, int>(points => points.Hundredths, hundredths => new Points(hundredths));

    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.ToTable("Attempts");
        builder.HasKey(a => a.Key);
        builder.Property(a => a.Key).ValueGeneratedNever();
        builder.Property(a => a.Form).IsLongText().IsUnicode(false);
        builder.Property(a => a.Maximum).HasConversion<PointsAsHundredths>();
        builder.Property(a => a.Score).HasConversion<PointsAsHundredths>();
        builder.HasOne<Exam>().WithMany().HasForeignKey(a => a.ExamKey).OnDelete(DeleteBehavior.Restrict);
        builder.Property(a => a.Address).HasMaxLength(45).IsUnicode(false);
        // More time at the last second and the job that closes, or two who intervene at once: whoever comes second finds the row changed and looks again.
        builder.Property(a => a.News).IsConcurrencyToken();
        builder.HasIndex(a => a.PublicCode).IsUnique();
        // The double click on "Start": both requests count the same attempts and take the same number. One of them gets it,
        // the other reads again and resumes what the first has started.
        builder.HasIndex(a => new { a.ExamKey, a.LearnerKey, a.Number }).IsUnique();
        builder.HasIndex(a => new { a.LearnerKey, a.StartedAt });
        builder.HasIndex(a => new { a.State, a.DueAt });
    }
}
