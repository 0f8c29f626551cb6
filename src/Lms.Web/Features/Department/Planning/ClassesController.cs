using Lms.Certificates.Credentials;
using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.Planning;

/// <summary>The classes of the programme: found, planned, changed and called off.</summary>
[Requires(Permission.PlanClasses), Route("classes")]
public sealed class ClassesController(Classes classes, Courses courses, Organisations organisations, People people, CredentialTypes credentials, ClassForms forms, IStringLocalizer<DepartmentText> text) : Controller
{
    private Scope Scope => User.ScopeOf(Permission.PlanClasses);

    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] ClassQuery query, CancellationToken ct)
    {
        var filter = new ClassFilter(query.Search, Scope.Only ?? query.Institution, query.State, query.Year);
        var institutions = (await organisations.ListAsync(kind: OrganisationKind.Institution, ct: ct)).FindAll(o => Scope.Covers(o.Key));
        return View("Classes", new ClassListPage(query, await classes.PageAsync(filter, Math.Max(1, query.Page), ct: ct), institutions));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken ct) => View("NewClass", await forms.PageAsync(new ClassForm(), null, Scope, ct));

    [HttpPost("")]
    public async Task<IActionResult> Create(ClassForm form, CancellationToken ct)
    {
        if (await forms.ReadAsync(form, Scope, ModelState, ct) is { } draft)
        {
            var (outcome, code) = await classes.PlanAsync(draft, User.PersonKey, ct);
            if (outcome is ClassOutcome.Done)
            {
                this.Tell(NoticeKind.Success, text["ClassPlanned", draft.Code]);
                return Redirect($"/classes/{code}");
            }

            forms.Tell(outcome, ModelState);
        }

        return this.Again("NewClass", await forms.PageAsync(form, null, Scope, ct));
    }

    [HttpGet("{code}")]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct) =>
        await classes.FindAsync(code, Scope, ct) is { } found ? View("Class", await OverviewAsync(found, ct)) : NotFound();

    [HttpGet("{code}/edit")]
    public async Task<IActionResult> Edit(PublicCode code, CancellationToken ct) =>
        await classes.FindAsync(code, Scope, ct) is { } found ? View("EditClass", await forms.PageAsync(await forms.OfAsync(found, ct), found, Scope, ct)) : NotFound();

    [HttpPost("{code}")]
    public async Task<IActionResult> Change([FromRoute] PublicCode code, ClassForm form, CancellationToken ct)
    {
        if (await classes.FindAsync(code, Scope, ct) is not { } found) return NotFound();
        if (await forms.ReadAsync(form, Scope, ModelState, ct) is { } draft)
        {
            var outcome = await classes.ChangeAsync(code, draft, User.PersonKey, ct);
            if (outcome is ClassOutcome.NotFound) return NotFound();
            if (outcome is ClassOutcome.Done)
            {
                this.Tell(NoticeKind.Success, text["ClassSaved", draft.Code]);
                return Redirect($"/classes/{code}");
            }

            forms.Tell(outcome, ModelState);
        }

        return this.Again("EditClass", await forms.PageAsync(form, found, Scope, ct));
    }

    /// <summary>The ticked box stands for the question that the page asks where scripts run.</summary>
    [HttpPost("{code}/cancellation")]
    public async Task<IActionResult> Cancel([FromRoute] PublicCode code, bool sure, CancellationToken ct)
    {
        if (await classes.FindAsync(code, Scope, ct) is not { } found) return NotFound();
        if (!sure)
        {
            ModelState.Refuse("sure", text["CancelNotSure"]);
            return this.Again("Class", await OverviewAsync(found, ct));
        }

        await classes.CancelAsync(code, User.PersonKey, ct);
        this.Tell(NoticeKind.Success, text["ClassCancelled", found.Code]);
        return Redirect($"/classes/{code}");
    }

    private async Task<ClassOverview> OverviewAsync(ClassDetail found, CancellationToken ct)
    {
        var names = await people.NamesAsync(found.InstructorKeys, ct);
        var credential = found.CredentialCode is { } code ? (await credentials.FindAsync(code, ct))?.Name ?? code : null;
        return new ClassOverview(found, credential, (await courses.VersionAsync(found.CourseVersionKey, ct))!, [.. found.InstructorKeys.Select(k => names.GetValueOrDefault(k)).OfType<string>()]);
    }
}

public sealed record ClassQuery(string? Search = null, Guid? Institution = null, ClassState? State = null, int? Year = null, int Page = 1);
public sealed record ClassListPage(ClassQuery Query, ClassPage Found, IReadOnlyList<OrganisationRow> Institutions);
public sealed record ClassOverview(ClassDetail Class, string? Credential, CourseVersion Course, IReadOnlyList<string> Instructors);
