using Lms.Assessment.Papers;
using Lms.Assessment.Scoring;
using Lms.Data;

namespace Lms.Assessment.Attempts;

/// <summary>One sitting of a paper for one group of people, within a window.</summary>
/// <param name="ContextKey">The caller's own key for the group (a class); this module only hands it back.</param>
/// <param name="ClosesAt">The first instant at which it is closed; after <paramref name="OpensAt"/>.</param>
public sealed record NewExam(Guid PaperVersionKey, string Title, Guid ContextKey, DateTime OpensAt, DateTime ClosesAt);
/// <summary>What the caller needs to keep: nothing of the exam can be read before the caller has saved.</summary>
public sealed record ScheduledExam(Guid Key, PublicCode Code, int AttemptsAllowed);
public sealed record ExamDetail(Guid Key, PublicCode Code, Guid ContextKey, Guid PaperVersionKey, string Title, string Instructions, DateTime OpensAt, DateTime ClosesAt,
    int Questions, Points Maximum, Points PassMark, int TimeLimitMinutes, int AttemptsAllowed, ReviewPolicy Review)
{
    /// <summary>Those that have a pass mark of their own.</summary>
    public IReadOnlyList<SectionToPass> Sections { get; init; } = [];
    public ResultRule Result { get; init; }
    public int CoolingOffHours { get; init; }
    /// <summary>In order; empty where the paper's sections are not timed.</summary>
    public IReadOnlyList<SectionToSit> TimedSections { get; init; } = [];
    public bool AsksForCode { get; init; }
    /// <summary>See <see cref="ExamDoor"/>.</summary>
    public string Networks { get; init; } = "";

    public bool MayBeSatFrom(System.Net.IPAddress? address) => Lms.Assessment.Attempts.Networks.Admit(Networks, address);
}

/// <param name="Number">Its place on the paper, from 1.</param>
public sealed record SectionToPass(string Title, int Number, Points PassMark, Points Maximum);
/// <param name="Number">Likewise.</param>
public sealed record SectionToSit(string Title, int Number, int Minutes);

/// <summary>CoolingOff: the last attempt ended too short a time ago. OutsideNetwork: the exam may not be sat from where she is. WrongCode: or none.</summary>
public enum StartOutcome { Started, Resumed, NotFound, NotOpenYet, Closed, NoAttemptsLeft, CoolingOff, OutsideNetwork, WrongCode }
/// <param name="Certainty">Kept where the paper asks for it.</param>
public sealed record GivenAnswer(int Slot, Response Response, Certainty? Certainty = null);
/// <summary>Paused: the clock stands; to be sent again when it runs. Elsewhere: the questions were opened later on another page, which answers now. SectionClosed: of timed sections only the present one is answered, until its time is up.</summary>
public enum AnswerOutcome { Saved, NotFound, AlreadyHandedIn, TooLate, NoSuchSlot, MalformedResponse, OutsideNetwork, Paused, Elsewhere, SectionClosed }
/// <param name="SavedAt">When the newest of these answers was committed; null where nothing was saved.</param>
/// <param name="DueAt">Until when more may be answered where she is: of timed sections the end of hers. Without meaning where the outcome is NotFound.</param>
public sealed record AnswerReceipt(AnswerOutcome Outcome, DateTime? SavedAt, DateTime DueAt)
{
    /// <summary>Another than the page knows: there is news to ask for. Empty where the outcome is NotFound.</summary>
    public string Tag { get; init; } = "";
}
/// <summary>Begun: or had been before. NotNext: another is. NotNow: the attempt is paused, over, or she is outside its network; its page says which.</summary>
public enum SectionOutcome { Begun, NotFound, NotNext, NotNow }
/// <summary>AwaitingMarking: handed in, and a person has to mark some of it before there is a score.</summary>
public enum HandInOutcome { Graded, AwaitingMarking, NotFound, AlreadyHandedIn }
/// <summary>The numbers are stored.</summary>
public enum AttemptState { InProgress = 0, Graded = 1, AwaitingMarking = 2 }
