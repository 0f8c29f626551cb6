using Lms.Certificates.Credentials;
using Lms.Content.Courses;
using Lms.Training.Programmes;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.Curricula;

/// <summary>Programmes: the courses that must all be completed, and the certificate they lead to.</summary>
[Requires(Permission.KeepProgrammes), Route("programmes")]
public sealed class ProgrammesController(Programmes programmes, Courses courses, CredentialTypes credentials, IStringLocalizer<DepartmentText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken ct) => View("Programmes", new ProgrammeListPage(
        await programmes.ListAsync(ct), (await courses.ListAsync(ct: ct)).ToDictionary(c => c.Key, c => c.Title), (await credentials.ListAsync(ct)).ToDictionary(c => c.Code, c => c.Name)));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken ct) => View("Programme", await PageAsync(new ProgrammeForm { Active = true }, null, ct));

    [HttpPost("")]
    public async Task<IActionResult> Create(ProgrammeForm form, CancellationToken ct)
    {
        ModelState.Clear();
        var (outcome, _) = await programmes.AddAsync(form.Draft, ct);
        return outcome is ProgrammeOutcome.Done ? Saved(form) : await RefusedAsync(outcome, form, null, ct);
    }

    [HttpGet("{key:guid}")]
    public async Task<IActionResult> Edit(Guid key, CancellationToken ct) =>
        await programmes.FindAsync(key, ct) is { } found ? View("Programme", await PageAsync(ProgrammeForm.Of(found), found, ct)) : NotFound();

    [HttpPost("{key:guid}")]
    public async Task<IActionResult> Change(Guid key, ProgrammeForm form, CancellationToken ct)
    {
        if (await programmes.FindAsync(key, ct) is not { } found) return NotFound();
        ModelState.Clear();
        var outcome = await programmes.ChangeAsync(key, form.Draft, ct);
        return outcome is ProgrammeOutcome.Done ? Saved(form) : await RefusedAsync(outcome, form, found, ct);
    }

    /// <summary>The chosen courses first, in their order: a list of ticked boxes comes back in the order it was shown.</summary>
    private async Task<ProgrammeFormPage> PageAsync(ProgrammeForm form, ProgrammeDetail? found, CancellationToken ct)
    {
        var offered = (await courses.ListAsync(ct: ct)).OrderBy(c => form.Courses.IndexOf(c.Key) is >= 0 and var place ? place : int.MaxValue).ToList();
        return new ProgrammeFormPage(form, found, offered, await credentials.ListAsync(ct));
    }

    private RedirectResult Saved(ProgrammeForm form)
    {
        this.Tell(NoticeKind.Success, text["ProgrammeSaved", form.Title ?? ""]);
        return Redirect("/programmes");
    }

    private async Task<IActionResult> RefusedAsync(ProgrammeOutcome outcome, ProgrammeForm form, ProgrammeDetail? found, CancellationToken ct)
    {
        if (outcome is ProgrammeOutcome.NotFound) return NotFound();
        ModelState.Refuse(outcome switch
        {
            ProgrammeOutcome.CodeMissing or ProgrammeOutcome.CodeTaken => nameof(form.Code),
            ProgrammeOutcome.TitleMissing or ProgrammeOutcome.TooLong => nameof(form.Title),
            ProgrammeOutcome.NoCourses or ProgrammeOutcome.UnknownCourse => nameof(form.Courses),
            ProgrammeOutcome.UnknownCredential => nameof(form.Credential),
            ProgrammeOutcome.Done or ProgrammeOutcome.NotFound => "",
        }, text[$"Programme.{outcome}"]);
        return this.Again("Programme", await PageAsync(form, found, ct));
    }
}

public sealed record ProgrammeListPage(IReadOnlyList<ProgrammeDetail> Programmes, IReadOnlyDictionary<Guid, string> Courses, IReadOnlyDictionary<string, string> Credentials);
public sealed record ProgrammeFormPage(ProgrammeForm Form, ProgrammeDetail? Programme, IReadOnlyList<CourseSummary> Courses, IReadOnlyList<CredentialType> Credentials);

public sealed class ProgrammeForm
{
    public string? Code { get; set; }
    public string? Title { get; set; }
    public string? TitleEn { get; set; }
    public string? Summary { get; set; }
    public string? Credential { get; set; }
    public bool Active { get; set; }
    public List<Guid> Courses { get; set; } = [];

    public ProgrammeDraft Draft => new(Code ?? "", Title ?? "", TitleEn ?? "", Summary ?? "", Credential, Active, Courses);

    public static ProgrammeForm Of(ProgrammeDetail p) =>
        new() { Code = p.Code, Title = p.Title, TitleEn = p.TitleEn, Summary = p.Summary, Credential = p.CredentialCode, Active = p.Active, Courses = [.. p.CourseKeys] };
}
