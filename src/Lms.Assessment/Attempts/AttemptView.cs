using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;
using Lms.Data;

namespace Lms.Assessment.Attempts;

/// <summary>
/// An attempt in progress, as the candidate sees it: no key, no feedback, options in drawn order. Once it is graded the
/// slots are empty: what may be seen then is the review's to say.
/// </summary>
public sealed record AttemptView(PublicCode Code, PublicCode ExamCode, Guid ContextKey, string Title, int Number, AttemptState State, DateTime StartedAt, DateTime DueAt, DateTime Now, int QuestionsPerPage, IReadOnlyList<SlotView> Slots)
{
    public IReadOnlyList<ShownSection> Sections { get; init; } = [];
    /// <summary>The paper tells, while it is being sat, how questions were answered.</summary>
    public bool Practice { get; init; }
    /// <summary>She is outside the exam's network: there are no slots.</summary>
    public bool Outside { get; init; }
    /// <summary>Since when an invigilator has stopped the clock; then <see cref="DueAt"/> says nothing but how much was left at that instant.</summary>
    public DateTime? PausedAt { get; init; }
    /// <summary>See <see cref="Invigilation.Seats"/>.</summary>
    public int Seat { get; init; }
    public string Tag { get; init; } = "";
    /// <summary>False where nobody ever sent a message or moved a deadline: there is nothing to ask for.</summary>
    public bool HasNews { get; init; }
    /// <summary>Where sections are timed, the one she is in; the slots are then its own alone.</summary>
    public TimedSection? Timed { get; init; }
    /// <summary>Until when what is shown may be answered.</summary>
    public DateTime EndsAt => Timed?.DueAt ?? DueAt;
    public bool IsSectionOver => Timed is not null && (PausedAt ?? Now) > EndsAt;
    public bool IsOver => PausedAt is null && Now > DueAt;
}

/// <param name="Slot">1-based place on the paper.</param>
/// <param name="Question">The definition stripped of what is right: <see cref="ShownQuestion"/>.</param>
/// <param name="Response">Null where nothing was given; an empty one where an answer was cleared.</param>
public sealed record SlotView(int Slot, string? Section, Points Maximum, ShownQuestion Question, Response? Response, DateTime? SavedAt)
{
    public bool AsksCertainty { get; init; }
    /// <summary>Null where none was stated.</summary>
    public Certainty? Certainty { get; init; }
}

/// <param name="Number">From 1.</param>
/// <param name="Count">Of all sections.</param>
/// <param name="DueAt">Never after the attempt's own deadline.</param>
public sealed record TimedSection(int Number, int Count, DateTime DueAt)
{
    public bool IsLast => Number == Count;
}

/// <summary>A section that has something to say of itself.</summary>
/// <param name="Instructions">Markdown.</param>
/// <param name="Minimum">The points it takes there to pass; null where only the sum counts.</param>
public sealed record ShownSection(string Title, string Instructions, int FirstSlot, int LastSlot, Points Maximum, Points? Minimum)
{
    /// <summary>Null where it has no time of its own.</summary>
    public int? Minutes { get; init; }
}
