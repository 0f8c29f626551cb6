namespace Lms.Web.Features.Exams.Sitting;

using Lms.Assessment.Attempts;
using Lms.Assessment.Invigilation;

/// <param name="Slots">The questions of this page, in the attempt's order.</param>
public sealed record AttemptPage(AttemptView Attempt, int Page, IReadOnlyList<SlotView> Slots)
{
    /// <summary>From the invigilators, oldest first.</summary>
    public IReadOnlyList<SeatMessage> Messages { get; init; } = [];
    public int PageSize => Attempt.QuestionsPerPage > 0 ? Attempt.QuestionsPerPage : Math.Max(1, Attempt.Slots.Count);
    public int Pages => Math.Max(1, (Attempt.Slots.Count + PageSize - 1) / PageSize);
    public int Answered => Attempt.Slots.Count(AnswerForm.IsAnswered);

    /// <param name="page">Taken to the nearest there is: an old bookmark is no reason for an error in an exam.</param>
    public static AttemptPage Of(AttemptView attempt, int page)
    {
        var sized = new AttemptPage(attempt, 1, []);
        var at = Math.Clamp(page, 1, sized.Pages);
        return sized with { Page = at, Slots = [.. attempt.Slots.Skip((at - 1) * sized.PageSize).Take(sized.PageSize)] };
    }

    /// <summary>What stands above a question: the section that begins with it, or that this page goes on with.</summary>
    public (ShownSection Section, bool Begins)? SectionAbove(int slot)
    {
        if (Attempt.Sections.FirstOrDefault(s => s.FirstSlot <= slot && slot <= s.LastSlot) is not { } section) return null;
        return slot == section.FirstSlot ? (section, true) : slot == Slots[0].Slot ? (section, false) : null;
    }

    public int PageOf(int slot)
    {
        var index = Attempt.Slots.Select((s, i) => (s.Slot, i)).FirstOrDefault(s => s.Slot == slot).i;
        return index / PageSize + 1;
    }
}

public enum DestinationKind { Stay, Back, Next, Check, Question, Feedback }

/// <summary>Which button sent a page of answers: "back", "next", "check", "feedback", or a question's number.</summary>
public readonly record struct Destination(DestinationKind Kind, int Slot = 0)
{
    public static Destination Parse(string? go) => go switch
    {
        "back" => new(DestinationKind.Back),
        "next" => new(DestinationKind.Next),
        "check" => new(DestinationKind.Check),
        "feedback" => new(DestinationKind.Feedback),
        _ => int.TryParse(go, out var slot) ? new(DestinationKind.Question, slot) : new(DestinationKind.Stay),
    };

    public int PageFrom(AttemptPage shown) => Kind switch
    {
        DestinationKind.Back => shown.Page - 1,
        DestinationKind.Next => shown.Page + 1,
        DestinationKind.Question => shown.PageOf(Slot),
        DestinationKind.Stay or DestinationKind.Check or DestinationKind.Feedback => shown.Page,
    };
}
