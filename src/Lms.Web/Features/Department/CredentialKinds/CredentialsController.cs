using System.Text.RegularExpressions;
using Lms.Certificates.Credentials;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.CredentialKinds;

/// <summary>The kinds of certificates: names, validity, numbering, wording and signatory, as the regulations of the day ask.</summary>
[Requires(Permission.KeepProgrammes), Route("credentials")]
public sealed partial class CredentialsController(CredentialTypes credentials, IStringLocalizer<DepartmentText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken ct) => View("Credentials", await credentials.ListAsync(ct));

    [HttpGet("new")]
    public IActionResult New() => View("Credential", new CredentialFormPage(new CredentialForm(), null));

    [HttpPost("")]
    public async Task<IActionResult> Create(CredentialForm form, CancellationToken ct)
    {
        if (!Read(form, form.Code)) return this.Again("Credential", new CredentialFormPage(form, null));
        var problem = await credentials.AddAsync(form.Type(form.Code ?? ""), ct);
        return problem is CredentialProblem.None ? Saved(form) : Refused(problem, new CredentialFormPage(form, null));
    }

    [HttpGet("{code}")]
    public async Task<IActionResult> Edit(string code, CancellationToken ct) =>
        await credentials.FindAsync(code, ct) is { } found ? View("Credential", new CredentialFormPage(CredentialForm.Of(found), found)) : NotFound();

    [HttpPost("{code}")]
    public async Task<IActionResult> Change([FromRoute] string code, CredentialForm form, CancellationToken ct)
    {
        if (await credentials.FindAsync(code, ct) is not { } found) return NotFound();
        if (!Read(form, null)) return this.Again("Credential", new CredentialFormPage(form, found));
        var problem = await credentials.ChangeAsync(form.Type(found.Code), ct);
        return problem is CredentialProblem.None ? Saved(form) : Refused(problem, new CredentialFormPage(form, found));
    }

    /// <param name="code">Of a new one: it becomes part of an address.</param>
    private bool Read(CredentialForm form, string? code)
    {
        ModelState.Clear();
        if (code is not null && !AddressPart().IsMatch(code.Trim())) ModelState.Refuse(nameof(form.Code), text["CodeNotForAddress"]);
        if (!FormText.IsEmpty(form.ValidityMonths) && FormText.Number(form.ValidityMonths) is null) ModelState.Refuse(nameof(form.ValidityMonths), text["Credential.ValidityInvalid"]);
        return ModelState.IsValid;
    }

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
            CredentialProblem.None or CredentialProblem.CodeUnknown => "",
        }, text[$"Credential.{problem}"]);
        return this.Again("Credential", page);
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
    private static partial Regex AddressPart();
}

public sealed record CredentialFormPage(CredentialForm Form, CredentialType? Credential);

public sealed record CredentialForm(string? Code = null, string? Name = null, string? NameEn = null, string? ProfessionalTitleCode = null, string? ValidityMonths = null, string? NumberFormat = "{number:0000}/{year}",
    string? DecisionWording = null, string? SignatoryName = null, string? SignatoryTitle = null)
{
    public CredentialType Type(string code) => new(code.Trim(), Name ?? "", NameEn ?? "", ProfessionalTitleCode ?? "", FormText.Number(ValidityMonths), NumberFormat ?? "", DecisionWording ?? "", SignatoryName ?? "", SignatoryTitle ?? "");

    public static CredentialForm Of(CredentialType c) => new(c.Code, c.Name, c.NameEn, c.ProfessionalTitleCode, c.ValidityMonths?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        c.NumberFormat, c.DecisionWording, c.SignatoryName, c.SignatoryTitle);
}
