using Lms.Assessment.Attempts;
using Lms.Data;

namespace Lms.Assessment.Invigilation;

/// <summary>More time for one person, in percent of the paper's limit (rounded up to minutes) or in minutes. None takes back what was allowed.</summary>
public sealed record ExtraTime(int? Percent, int? Minutes)
{
    public const int MostPercent = 300;
    public const int MostMinutes = 600;

    public bool IsValid => (Percent, Minutes) is ({ } percent, null) ? percent is >= 0 and <= MostPercent : (Percent, Minutes) is (null, >= 0 and <= MostMinutes);
    public int Of(int limitMinutes) => Minutes ?? ((limitMinutes * (Percent ?? 0)) + 99) / 100;
}

/// <summary>NobodyConcerned: nobody sits, or the clock stood (or ran) already. LessThanGiven: somebody who sits already has more. TextMissing: no reason, or an empty message.</summary>
public enum InterventionOutcome { Done, NotFound, NobodyConcerned, OutOfRange, LessThanGiven, TextMissing, TextTooLong }

/// <param name="AttemptNumber">Null where it met everybody, or somebody who had not begun.</param>
/// <param name="Reached">Of one that met everybody how many attempts it changed.</param>
/// <param name="Seen">Of a message how many have confirmed it.</param>
public sealed record InterventionRow(Guid Key, InterventionKind Kind, Guid? LearnerKey, int? AttemptNumber, int Minutes, int? Percent, int Reached, string Text, Guid By, DateTime At, int Seen);

/// <summary>One attempt as an invigilator sees it.</summary>
/// <param name="Answered">Questions that an answer was ever given to.</param>
/// <param name="LastSeen">The last answer, or the last sign of life of the page, which is written down once a minute.</param>
/// <param name="Signals">How often each kind was noticed.</param>
public sealed record RoomSeat(PublicCode Code, Guid LearnerKey, int Number, AttemptState State, DateTime StartedAt, DateTime DueAt, DateTime? PausedAt, DateTime? ClosedAt,
    int ExtraMinutes, int Answered, DateTime LastSeen, RoomSignals Signals)
{
    /// <summary>Of timed sections the one she is in, from 1; 0 where they are not timed.</summary>
    public int Section { get; init; }
    public DateTime? SectionDueAt { get; init; }

    /// <summary>What is left of that section; null without timed sections, or once it is over.</summary>
    public TimeSpan? SectionLeftAt(DateTime now) => SectionDueAt is not { } due || LeftAt(now) is not { } whole ? null
        : due - (PausedAt ?? now) is var left && left < TimeSpan.Zero ? TimeSpan.Zero : left < whole ? left : whole;

    /// <summary>What is left to answer in; null once it is over.</summary>
    public TimeSpan? LeftAt(DateTime now) => State != AttemptState.InProgress ? null : DueAt - (PausedAt ?? now) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}

public sealed record RoomSignals(int FocusLosses, int SecondsAway, int AddressChanges, int OpenedElsewhere)
{
    public static RoomSignals None { get; } = new(0, 0, 0, 0);
}

/// <param name="Seats">In order of start; of each person the attempts one after the other.</param>
/// <param name="Extra">Minutes allowed to persons, whether they have begun or not.</param>
/// <param name="Latest">The newest interventions first; what met everybody is one row.</param>
public sealed record ExamRoom(Guid ExamKey, string Title, DateTime OpensAt, DateTime ClosesAt, int Questions, int LimitMinutes, DateTime Now,
    IReadOnlyList<RoomSeat> Seats, IReadOnlyDictionary<Guid, int> Extra, IReadOnlyList<InterventionRow> Latest)
{
    /// <summary>How many timed sections the paper has.</summary>
    public int TimedSections { get; init; }
}

/// <summary>What the page of an attempt has to hear of.</summary>
/// <param name="Messages">Null where the page knows this tag already.</param>
/// <param name="Elsewhere">The questions were opened later on another page.</param>
/// <param name="EndsAt">Of timed sections the end of hers, else DueAt.</param>
public sealed record Pulse(string Tag, AttemptState State, DateTime Now, DateTime DueAt, DateTime EndsAt, DateTime? PausedAt, bool Elsewhere, IReadOnlyList<SeatMessage>? Messages);
public sealed record SeatMessage(Guid Key, string Text, DateTime At, bool Seen);

/// <summary>What a start at this moment would give.</summary>
/// <param name="Minutes">Whole minutes that would be left.</param>
/// <param name="FullMinutes">The paper's limit and the person's extra.</param>
public sealed record Allowance(int Minutes, int FullMinutes, int ExtraMinutes);
