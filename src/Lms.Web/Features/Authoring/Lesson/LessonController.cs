using Lms.Content.Courses;
using Lms.Content.Media;
using Lms.Web.Features.Authoring.Course;
using Lms.Web.Features.Media;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Lesson;

/// <summary>One lesson of a draft. Every button saves what is typed, so that an hour's work never hangs on the last click.</summary>
[Requires(Permission.Author), Route("authoring/courses/{course:guid}/lessons/{lesson}")]
public sealed class LessonController(Courses courses, MediaLibrary media, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid course, string lesson, CancellationToken ct) =>
        await FindAsync(course, lesson, ct) is var (draft, content)
            ? View("Edit", await PageAsync(draft, content, LessonForm.Of(content, draft.Revision), false, ct))
            : NotFound();

    [HttpPost(""), RequestSizeLimit(Uploads.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = Uploads.LargestRequest)]
    public async Task<IActionResult> Save(Guid course, string lesson, [Bind(Prefix = FormName)] LessonForm form, string? button, CancellationToken ct)
    {
        if (await FindAsync(course, lesson, ct) is not var (draft, content)) return NotFound();
        RefuseUnreadable();
        await StoreUploadsAsync(form, draft.OwnerKey, ct);
        var pressed = LessonButton.Parse(button);
        if (pressed.Change == LessonChange.Preview) return View("Edit", await PageAsync(draft, content, form, true, ct));
        if (!ModelState.IsValid) return Again("Edit", await PageAsync(draft, content, form, false, ct));

        var typed = form.ApplyTo(content).Parts.Select(PartForm.Of).ToList();
        var lookAt = pressed.ApplyTo(typed);
        var changed = form.ApplyTo(content) with { Parts = [.. typed.Select(p => p.ToPart())] };
        var (outcome, problems) = await courses.SaveAsync(course, form.Revision, draft.Content.WithLessonChanged(lesson, _ => changed), User.PersonKey, ct);
        switch (outcome)
        {
            case DraftOutcome.Done:
                if (pressed.Change is LessonChange.Save) this.Tell(NoticeKind.Success, Text["Saved"]);
                return LocalRedirect($"~/authoring/courses/{course}/lessons/{lesson}{(lookAt < 0 ? "" : $"#part-{lookAt}")}");
            case DraftOutcome.ChangedMeanwhile:
                // Where the lesson itself is gone meanwhile there is nothing left to save into, but what was typed is shown all the same.
                if (await courses.DraftAsync(Scope, course, ct) is not { } present) return NotFound();
                form.Revision = present.Revision;
                return AgainAfterConflict("Edit", await PageAsync(present, content, form, false, ct));
            case DraftOutcome.Invalid or DraftOutcome.WrongStage:
                foreach (var problem in problems) Refuse(FieldOf(problem.Field), PlacedProblem.WordsOf(problem.Kind, Text));
                return Again("Edit", await PageAsync(draft, content, form, false, ct));
            case DraftOutcome.NotFound:
            default: return NotFound();
        }
    }

    private async Task<(CourseDraft Draft, LessonContent Lesson)?> FindAsync(Guid course, string lesson, CancellationToken ct) =>
        await courses.DraftAsync(Scope, course, ct) is { } draft && draft.Content.Lessons.FirstOrDefault(l => l.Id == lesson) is { } content
            ? (draft, content) : null;

    private async Task StoreUploadsAsync(LessonForm form, Guid? owner, CancellationToken ct)
    {
        foreach (var (index, part) in form.Parts.Index())
        {
            if (part.Upload is { } upload)
                part.Media = await StoreAsync(upload, $"Parts[{index}].Upload", $"Form.Parts[{index}].Media", f => LessonPage.Fits(part.Kind, f), owner, ct) ?? part.Media;
            if (part.CaptionsUpload is { } captions)
                part.Captions = await StoreAsync(captions, $"Parts[{index}].CaptionsUpload", $"Form.Parts[{index}].Captions", LessonPage.IsCaptions, owner, ct) ?? part.Captions;
        }
    }

    private async Task<string?> StoreAsync(IFormFile upload, string field, string codeField, Predicate<MediaFile> fits, Guid? owner, CancellationToken ct)
    {
        await using var content = upload.OpenReadStream();
        var (outcome, file) = await media.StoreAsync(upload.FileName, content, owner, User.PersonKey, ct);
        if (file is null) Refuse(field, Text[$"Store{outcome}", upload.FileName]);
        else if (!fits(file)) Refuse(field, Text["StoreDoesNotFit", upload.FileName]);
        else
        {
            ModelState.Remove(codeField);
            return file.Code.Value;
        }

        return null;
    }

    private async Task<LessonPage> PageAsync(CourseDraft draft, LessonContent lesson, LessonForm form, bool preview, CancellationToken ct)
    {
        var files = await media.ForAsync(draft.OwnerKey, ct);
        return new LessonPage(draft.Key, draft.Content, lesson, form, files,
            preview ? new LessonFiles(files.DistinctBy(f => f.Code).ToDictionary(f => f.Code)) : null);
    }

    /// <summary>"Modules[1].Lessons[0].Parts[2].Alt" is this form's "Parts[2].Alt".</summary>
    private static string FieldOf(string path) => path.IndexOf("].Lessons[", StringComparison.Ordinal) is >= 0 and var at
        ? path[(path.IndexOf('.', at + 10) + 1)..] : "";
}
