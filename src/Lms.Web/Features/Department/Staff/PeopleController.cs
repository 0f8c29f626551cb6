using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.Staff;

/// <summary>Everybody the programme knows. Whoever keeps the people of one organisation sees and enters only them.</summary>
[Requires(Permission.KeepPeople), Route("people")]
public sealed class PeopleController(People people, Organisations organisations, IStringLocalizer<DepartmentText> text) : Controller
{
    private Scope Scope => User.ScopeOf(Permission.KeepPeople);

    [HttpGet("")]
    public async Task<IActionResult> List(string? search, Guid? organisation, int page = 1, CancellationToken ct = default) =>
        View("People", new PeopleListPage(search, organisation, await people.PageAsync(search, Scope.Only ?? organisation, Math.Max(1, page), ct: ct), await OrganisationsAsync(ct)));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken ct) => View("Person", await PageAsync(new PersonForm(), null, ct));

    [HttpPost("")]
    public async Task<IActionResult> Create(PersonForm form, CancellationToken ct)
    {
        if (!Read(form)) return this.Again("Person", await PageAsync(form, null, ct));
        var (outcome, key) = await people.AddAsync(form.Draft, ct);
        return outcome is PersonOutcome.Done ? Saved(form, key) : await RefusedAsync(outcome, form, null, ct);
    }

    [HttpGet("{key:guid}")]
    public async Task<IActionResult> Edit(Guid key, CancellationToken ct) =>
        await FindAsync(key, ct) is { } found ? View("Person", await PageAsync(PersonForm.Of(found), found, ct)) : NotFound();

    [HttpPost("{key:guid}")]
    public async Task<IActionResult> Change(Guid key, PersonForm form, CancellationToken ct)
    {
        if (await FindAsync(key, ct) is not { } found) return NotFound();
        if (!Read(form)) return this.Again("Person", await PageAsync(form, found, ct));
        var outcome = await people.ChangeAsync(key, form.Draft, ct);
        return outcome is PersonOutcome.Done ? Saved(form, key) : await RefusedAsync(outcome, form, found, ct);
    }

    private async Task<PersonDetail?> FindAsync(Guid key, CancellationToken ct) => await people.FindAsync(key, ct) is { } found && Scope.Covers(found.OrganisationKey) ? found : null;

    private async Task<List<OrganisationRow>> OrganisationsAsync(CancellationToken ct) => (await organisations.ListAsync(ct: ct)).FindAll(o => Scope.Covers(o.Key));

    private async Task<PersonFormPage> PageAsync(PersonForm form, PersonDetail? found, CancellationToken ct) => new(form, found, await OrganisationsAsync(ct));

    /// <summary>
    /// What only this page can say: that a date cannot be read, and that an organisation is out of reach. What is missing
    /// is told here too, all at once: the face stops at the first.
    /// </summary>
    private bool Read(PersonForm form)
    {
        ModelState.Clear();
        if (FormText.IsEmpty(form.StaffCode)) ModelState.Refuse(nameof(form.StaffCode), text[$"Person.{PersonOutcome.StaffCodeMissing}"]);
        if (FormText.IsEmpty(form.FullName)) ModelState.Refuse(nameof(form.FullName), text[$"Person.{PersonOutcome.NameMissing}"]);
        if (!FormText.IsEmpty(form.BirthDate) && FormText.Date(form.BirthDate) is null) ModelState.Refuse(nameof(form.BirthDate), text["DateUnreadable"]);
        if (!Scope.Covers(form.Organisation)) ModelState.Refuse(nameof(form.Organisation), text["Person.UnknownOrganisation"]);
        return ModelState.IsValid;
    }

    private RedirectResult Saved(PersonForm form, Guid key)
    {
        this.Tell(NoticeKind.Success, text["PersonSaved", form.FullName ?? ""]);
        return Redirect($"/people/{key}");
    }

    private async Task<IActionResult> RefusedAsync(PersonOutcome outcome, PersonForm form, PersonDetail? found, CancellationToken ct)
    {
        if (outcome is PersonOutcome.NotFound) return NotFound();
        ModelState.Refuse(outcome switch
        {
            PersonOutcome.StaffCodeMissing or PersonOutcome.StaffCodeTaken => nameof(form.StaffCode),
            PersonOutcome.NameMissing or PersonOutcome.TooLong => nameof(form.FullName),
            PersonOutcome.BirthDateImplausible => nameof(form.BirthDate),
            PersonOutcome.EmailMalformed => nameof(form.Email),
            PersonOutcome.UnknownOrganisation => nameof(form.Organisation),
            PersonOutcome.Done or PersonOutcome.NotFound => "",
        }, text[$"Person.{outcome}"]);
        return this.Again("Person", await PageAsync(form, found, ct));
    }
}

public sealed record PeopleListPage(string? Search, Guid? Organisation, PeoplePage Found, IReadOnlyList<OrganisationRow> Organisations);
public sealed record PersonFormPage(PersonForm Form, PersonDetail? Person, IReadOnlyList<OrganisationRow> Organisations);

public sealed record PersonForm(string? StaffCode = null, string? FullName = null, string? BirthDate = null, string? BirthPlace = null, string? Email = null, string? Phone = null,
    Guid? Organisation = null, string? Position = null)
{
    public PersonDraft Draft => new(StaffCode ?? "", FullName ?? "", FormText.Date(BirthDate), BirthPlace ?? "", Email ?? "", Phone ?? "", Organisation, Position ?? "");

    public static PersonForm Of(PersonDetail p) => new(p.StaffCode, p.FullName, p.BirthDate?.Text, p.BirthPlace, p.Email, p.Phone, p.OrganisationKey, p.Position);
}
