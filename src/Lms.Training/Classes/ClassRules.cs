using Lms.Data;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>The class, with its row locked until the caller's unit of work ends. Null where there is none.</summary>
    public static async Task<TrainingClass?> HoldClassAsync(this LmsDb db, PublicCode code, CancellationToken ct) =>
        await db.Classes.Where(c => c.PublicCode == code).ExecuteUpdateAsync(set => set.SetProperty(c => c.Turn, c => c.Turn + 1), ct) == 0 ? null
        : await db.Classes.Include(c => c.Instructors).SingleAsync(c => c.PublicCode == code, ct);
}
