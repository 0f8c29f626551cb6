using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.Workplaces;

/// <summary>The organisations people belong to. Whoever keeps the people of one organisation may change it and found no other.</summary>
[Requires(Permission.KeepPeople), Route("organisations")]
public sealed class OrganisationsController(Organisations organisations, IStringLocalizer<DepartmentText> text) : Controller
{
    private const int PageSize = 50;
    private Scope Scope => User.ScopeOf(Permission.KeepPeople);

    [HttpGet("")]
    public async Task<IActionResult> List(string? search, OrganisationKind? kind, int page = 1, CancellationToken ct = default)
    {
        var all = (await organisations.ListAsync(search, kind, ct)).FindAll(o => Scope.Covers(o.Key));
        var shown = Paging.Cut(all, page, PageSize, out var pager);
        return View("Organisations", new OrganisationListPage(search, kind, shown, pager, Scope.All));
    }

    [HttpGet("new")]
    public IActionResult New() => Scope.All ? View("Organisation", new OrganisationFormPage(new OrganisationForm(Active: true), null)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(OrganisationForm form, CancellationToken ct)
    {
        if (!Scope.All) return NotFound();
        ModelState.Clear();
        var (outcome, _) = await organisations.AddAsync(form.Draft, ct);
        return outcome is OrganisationOutcome.Done ? Saved(form) : Refused(outcome, new OrganisationFormPage(form, null));
    }

    [HttpGet("{key:guid}")]
    public async Task<IActionResult> Edit(Guid key, CancellationToken ct) =>
        Scope.Covers(key) && await organisations.FindAsync(key, ct) is { } found ? View("Organisation", new OrganisationFormPage(OrganisationForm.Of(found), found)) : NotFound();

    [HttpPost("{key:guid}")]
    public async Task<IActionResult> Change(Guid key, OrganisationForm form, CancellationToken ct)
    {
        if (!Scope.Covers(key) || await organisations.FindAsync(key, ct) is not { } found) return NotFound();
        ModelState.Clear();
        var outcome = await organisations.ChangeAsync(key, form.Draft, ct);
        return outcome is OrganisationOutcome.Done ? Saved(form) : Refused(outcome, new OrganisationFormPage(form, found));
    }

    private RedirectResult Saved(OrganisationForm form)
    {
        this.Tell(NoticeKind.Success, text["OrganisationSaved", form.Name ?? ""]);
        return Redirect("/organisations");
    }

    private IActionResult Refused(OrganisationOutcome outcome, OrganisationFormPage page)
    {
        if (outcome is OrganisationOutcome.NotFound) return NotFound();
        ModelState.Refuse(outcome switch
        {
            OrganisationOutcome.CodeMissing or OrganisationOutcome.CodeTaken => nameof(OrganisationForm.Code),
            OrganisationOutcome.NameMissing or OrganisationOutcome.TooLong => nameof(OrganisationForm.Name),
            OrganisationOutcome.Done or OrganisationOutcome.NotFound => "",
        }, text[$"Organisation.{outcome}"]);
        return this.Again("Organisation", page);
    }
}

public sealed record OrganisationListPage(string? Search, OrganisationKind? Kind, IReadOnlyList<OrganisationRow> Rows, Pager Pager, bool MayFound);
public sealed record OrganisationFormPage(OrganisationForm Form, OrganisationDetail? Organisation);

/// <param name="Ownership">"public" or "private": radio buttons, because an unticked box says nothing.</param>
public sealed record OrganisationForm(string? Code = null, string? Name = null, string? NameEn = null, OrganisationKind Kind = OrganisationKind.Facility, WorkforceGroup? Group = null,
    string Ownership = "public", string? Address = null, bool Active = false)
{
    public OrganisationDraft Draft => new(Code ?? "", Name ?? "", NameEn ?? "", Kind, Group, Ownership == "public", Address ?? "", Active);

    public static OrganisationForm Of(OrganisationDetail o) => new(o.Code, o.Name, o.NameEn, o.Kind, o.Group, o.Public ? "public" : "private", o.Address, o.Active);
}
