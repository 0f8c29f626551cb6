using System.Text.RegularExpressions;
using Lms.Certificates.Credentials;
using Lms.Certificates.Templates;
using Lms.Content.Courses;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.CredentialKinds;

/// <summary>The kinds of certificates: names, validity, numbering, wording and signatory, as the regulations of the day ask.</summary>
[Requires(Permission.KeepProgrammes), Route("credentials")]
public sealed partial class CredentialsController(CredentialTypes credentials, Organisations organisations, Courses courses, Templates templates, IStringLocalizer<DepartmentText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken ct) => View("Credentials", await credentials.ListAsync(ct));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken ct) => View("Credential", await PageAsync(new CredentialForm(), null, ct));

    [HttpPost("")]
    public async Task<IActionResult> Create(CredentialForm form, CancellationToken ct)
    {
        if (!Read(form, form.Code)) return this.Again("Credential", await PageAsync(form, null, ct));
        var problem = await credentials.AddAsync(form.Type(form.Code ?? "") with { Issuer = await IssuerAsync(form, ct) }, ct);
        return problem is CredentialProblem.None ? Saved(form) : Refused(problem, await PageAsync(form, null, ct));
    }

    [HttpGet("{code}")]
    public async Task<IActionResult> Edit(string code, CancellationToken ct) =>
        await credentials.FindAsync(code, ct) is { } found ? View("Credential", await PageAsync(CredentialForm.Of(found), found, ct)) : NotFound();

    [HttpPost("{code}")]
    public async Task<IActionResult> Change([FromRoute] string code, CredentialForm form, CancellationToken ct)
    {
        if (await credentials.FindAsync(code, ct) is not { } found) return NotFound();
        if (!Read(form, null)) return this.Again("Credential", await PageAsync(form, found, ct));
        var problem = await credentials.ChangeAsync(form.Type(found.Code) with { Issuer = await IssuerAsync(form, ct) }, ct);
        return problem is CredentialProblem.None ? Saved(form) : Refused(problem, await PageAsync(form, found, ct));
    }

    /// <param name="code">Of a new one: it becomes part of an address.</param>
    private bool Read(CredentialForm form, string? code)
    {
        ModelState.Clear();
        if (code is not null && !AddressPart().IsMatch(code.Trim())) ModelState.Refuse(nameof(form.Code), text["CodeNotForAddress"]);
        if (!FormText.IsEmpty(form.ValidityMonths) && FormText.Number(form.ValidityMonths) is null) ModelState.Refuse(nameof(form.ValidityMonths), text["Credential.ValidityInvalid"]);
        if (!FormText.IsEmpty(form.RequiredHours) && FormText.Number(form.RequiredHours) is null) ModelState.Refuse(nameof(form.RequiredHours), text["Credential.HoursInvalid"]);
        if (!FormText.IsEmpty(form.RenewalHours) && FormText.Number(form.RenewalHours) is null) ModelState.Refuse(nameof(form.RenewalHours), text["Credential.HoursInvalid"]);
        return ModelState.IsValid;
    }

    private async Task<CredentialIssuer?> IssuerAsync(CredentialForm form, CancellationToken ct) =>
        form.IssuerKey is { } key && await organisations.FindAsync(key, ct) is { } issuer ? new CredentialIssuer(issuer.Key, issuer.Name, issuer.NameEn) : null;

    private async Task<CredentialFormPage> PageAsync(CredentialForm form, CredentialType? found, CancellationToken ct) => new(form, found,
        await credentials.ListAsync(ct), [.. (await organisations.ListAsync(ct: ct)).Where(o => o.Kind is OrganisationKind.Institution or OrganisationKind.Department)], await courses.ListAsync(ct: ct), await templates.ListAsync(ct));

    private RedirectResult Saved(CredentialForm form)
    {
        this.Tell(NoticeKind.Success, text["CredentialSaved", form.Name ?? ""]);
        return Redirect("/credentials");
    }

    private IActionResult Refused(CredentialProblem problem, CredentialFormPage page)
    {
        if (problem is CredentialProblem.CodeUnknown) return NotFound();
        ModelState.Refuse(problem switch
        {
            CredentialProblem.CodeMissing or CredentialProblem.CodeTaken => nameof(CredentialForm.Code),
            CredentialProblem.NameMissing or CredentialProblem.UnprintableCharacter => nameof(CredentialForm.Name),
            CredentialProblem.NumberFormatInvalid => nameof(CredentialForm.NumberFormat),
            CredentialProblem.ValidityInvalid => nameof(CredentialForm.ValidityMonths),
            CredentialProblem.HoursInvalid => nameof(CredentialForm.RequiredHours),
            CredentialProblem.PrerequisiteUnknown => nameof(CredentialForm.Prerequisites),
            CredentialProblem.DecisionNotKnown => nameof(CredentialForm.DecisionWording),
            CredentialProblem.None or CredentialProblem.CodeUnknown => "",
        }, text[$"Credential.{problem}"]);
        return this.Again("Credential", page);
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
    private static partial Regex AddressPart();
}

public sealed record CredentialFormPage(CredentialForm Form, CredentialType? Credential, IReadOnlyList<CredentialType> Others, IReadOnlyList<OrganisationRow> Issuers, IReadOnlyList<CourseSummary> Courses, IReadOnlyList<TemplateSummary> Templates);

public sealed record CredentialForm(string? Code = null, string? Name = null, string? NameEn = null, string? ProfessionalTitleCode = null, string? ValidityMonths = null, string? NumberFormat = "{number:0000}/{year}",
    string? DecisionWording = null, string? SignatoryName = null, string? SignatoryTitle = null, IssuesBy IssuesBy = IssuesBy.Rule, string? RequiredHours = null, string? Prerequisites = null, Guid? IssuerKey = null,
    string? RenewalHours = null, Guid? RenewalCourseKey = null, Guid? TemplateKey = null)
{
    public CredentialType Type(string code) =>
        new(code.Trim(), Name ?? "", NameEn ?? "", ProfessionalTitleCode ?? "", FormText.Number(ValidityMonths), NumberFormat ?? "", DecisionWording ?? "", SignatoryName ?? "", SignatoryTitle ?? "")
        {
            IssuesBy = IssuesBy,
            RequiredHours = FormText.Number(RequiredHours),
            Prerequisites = Prerequisites ?? "",
            RenewalHours = FormText.Number(RenewalHours),
            RenewalCourseKey = RenewalCourseKey,
            TemplateKey = TemplateKey,
        };

    public static CredentialForm Of(CredentialType c) => new(c.Code, c.Name, c.NameEn, c.ProfessionalTitleCode, Text(c.ValidityMonths),
        c.NumberFormat, c.DecisionWording, c.SignatoryName, c.SignatoryTitle, c.IssuesBy, Text(c.RequiredHours), c.Prerequisites, c.Issuer?.Key, Text(c.RenewalHours), c.RenewalCourseKey, c.TemplateKey);

    private static string? Text(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
