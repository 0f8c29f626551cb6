using Lms.Training.Classes;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.Planning;

/// <summary>As typed; what it means is read in <see cref="ClassForms"/>.</summary>
/// <param name="Course">Programme and course, "key:key": one choice, because the second depends on the first and there may be no script.</param>
/// <param name="Instructors">Staff codes, separated by line breaks, commas or semicolons.</param>
public sealed record ClassForm(string? Code = null, string? Title = null, string? Course = null, Guid? Institution = null, Guid? Paper = null, string? StartsOn = null, string? EndsOn = null,
    string? ExamOpensAt = null, string? ExamClosesAt = null, string? Capacity = "75", string? Place = null, string? Instructors = null);

public sealed record ClassFormPage(ClassForm Form, ClassDetail? Class, ClassOptions Options);

/// <summary>Between the form that plans a class and the plan.</summary>
public sealed class ClassForms(Classes classes, People people, IStringLocalizer<DepartmentText> text)
{
    private const int MostInstructors = 20;

    public async Task<ClassFormPage> PageAsync(ClassForm form, ClassDetail? found, Scope scope, CancellationToken ct)
    {
        var options = await classes.OptionsAsync(ct);
        return new ClassFormPage(form, found, options with { Institutions = [.. options.Institutions.Where(i => scope.Covers(i.Key))] });
    }

    public async Task<ClassForm> OfAsync(ClassDetail found, CancellationToken ct)
    {
        var codes = new List<string>();
        foreach (var key in found.InstructorKeys)
            if (await people.FindAsync(key, ct) is { } person) codes.Add(person.StaffCode);
        return new ClassForm(found.Code, found.Title, $"{found.ProgrammeKey}:{found.CourseKey}", found.InstitutionKey, found.PaperKey, FormText.Input(found.StartsOn), FormText.Input(found.EndsOn),
            FormText.Input(found.ExamOpensAt), FormText.Input(found.ExamClosesAt), found.Capacity.ToString(System.Globalization.CultureInfo.InvariantCulture), found.Place, string.Join('\n', codes));
    }

    /// <summary>Null where something cannot be read; the model state says what.</summary>
    public async Task<ClassDraft?> ReadAsync(ClassForm form, Scope scope, ModelStateDictionary state, CancellationToken ct)
    {
        state.Clear();
        if (FormText.IsEmpty(form.Code)) Tell(ClassOutcome.CodeMissing, state);
        if (FormText.IsEmpty(form.Title)) Tell(ClassOutcome.TitleMissing, state);
        var course = form.Course?.Split(':') is [var first, var second] && Guid.TryParse(first, out var programme) && Guid.TryParse(second, out var key) ? (programme, key) : ((Guid, Guid)?)null;
        if (course is null) state.Refuse(nameof(form.Course), text["CourseMissing"]);
        if (form.Institution is not { } institution || !scope.Covers(institution)) Tell(ClassOutcome.UnknownInstitution, state);
        if (FormText.Date(form.StartsOn) is null) state.Refuse(nameof(form.StartsOn), text[FormText.IsEmpty(form.StartsOn) ? "DateMissing" : "DateUnreadable"]);
        if (FormText.Date(form.EndsOn) is null) state.Refuse(nameof(form.EndsOn), text[FormText.IsEmpty(form.EndsOn) ? "DateMissing" : "DateUnreadable"]);
        if (form.Paper is not null && FormText.Instant(form.ExamOpensAt) is null) state.Refuse(nameof(form.ExamOpensAt), text["InstantUnreadable"]);
        if (form.Paper is not null && FormText.Instant(form.ExamClosesAt) is null) state.Refuse(nameof(form.ExamClosesAt), text["InstantUnreadable"]);
        if (FormText.Number(form.Capacity) is null) Tell(ClassOutcome.CapacityInvalid, state);
        var instructors = await InstructorsAsync(form.Instructors, state, ct);
        if (!state.IsValid) return null;

        return new ClassDraft(form.Code!, form.Title!, course!.Value.Item1, course.Value.Item2, form.Institution!.Value, form.Paper,
            FormText.Date(form.StartsOn)!.Value, FormText.Date(form.EndsOn)!.Value, FormText.Instant(form.ExamOpensAt), FormText.Instant(form.ExamClosesAt),
            FormText.Number(form.Capacity)!.Value, form.Place ?? "", instructors);
    }

    private async Task<List<Guid>> InstructorsAsync(string? typed, ModelStateDictionary state, CancellationToken ct)
    {
        var codes = (typed ?? "").Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (codes.Count > MostInstructors)
        {
            state.Refuse(nameof(ClassForm.Instructors), text["TooManyInstructors", MostInstructors]);
            return [];
        }

        var keys = new List<Guid>();
        foreach (var code in codes)
        {
            if (await people.FindByStaffCodeAsync(code, ct) is { } person) keys.Add(person.Key);
            else state.Refuse(nameof(ClassForm.Instructors), text["NobodyHasCode", code]);
        }

        return keys;
    }

    public void Tell(ClassOutcome outcome, ModelStateDictionary state) => state.Refuse(FieldOf(outcome), text[$"Class.{outcome}"]);

    private static string FieldOf(ClassOutcome outcome) => outcome switch
    {
        ClassOutcome.CodeMissing or ClassOutcome.CodeTaken => nameof(ClassForm.Code),
        ClassOutcome.TitleMissing or ClassOutcome.TooLong => nameof(ClassForm.Title),
        ClassOutcome.DatesReversed => nameof(ClassForm.EndsOn),
        ClassOutcome.ExamWindowInvalid => nameof(ClassForm.ExamClosesAt),
        ClassOutcome.CapacityInvalid => nameof(ClassForm.Capacity),
        ClassOutcome.UnknownProgramme or ClassOutcome.CourseNotInProgramme or ClassOutcome.CourseNotPublished or ClassOutcome.HasEnrolments => nameof(ClassForm.Course),
        ClassOutcome.PaperNotPublished => nameof(ClassForm.Paper),
        ClassOutcome.UnknownInstitution => nameof(ClassForm.Institution),
        ClassOutcome.UnknownInstructor => nameof(ClassForm.Instructors),
        ClassOutcome.Done or ClassOutcome.NotFound => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Nothing to tell."),
    };
}
