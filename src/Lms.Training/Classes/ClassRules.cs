namespace Lms.Training.Classes;

internal static class ClassRules
{
    public static ClassDraft Tidy(ClassDraft draft) => draft with
    {
        Code = OneLine.Of(draft.Code), Title = OneLine.Of(draft.Title), Place = OneLine.Of(draft.Place), InstructorKeys = [.. draft.InstructorKeys.Distinct()],
    };

    public static ClassOutcome? Problem(ClassDraft draft) =>
        draft.Code.Length == 0 ? ClassOutcome.CodeMissing
        : draft.Title.Length == 0 ? ClassOutcome.TitleMissing
        : OneLine.AnyLongerThan(40, draft.Code) || OneLine.AnyLongerThan(300, draft.Title, draft.Place) ? ClassOutcome.TooLong
        : draft.EndsOn < draft.StartsOn ? ClassOutcome.DatesReversed
        : draft.Capacity < 1 ? ClassOutcome.CapacityInvalid
        : draft.PaperKey is not null && !(draft.ExamOpensAt < draft.ExamClosesAt) ? ClassOutcome.ExamWindowInvalid
        : null;
}
