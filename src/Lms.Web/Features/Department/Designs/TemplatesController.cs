using Lms.Certificates.Templates;
using Lms.Certificates.Templates.Pictures;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using Face = Lms.Certificates.Templates.Templates;

namespace Lms.Web.Features.Department.Designs;

/// <summary>How certificates look: the built-in templates, and the department's own with their fields, preview and versions.</summary>
[Requires(Permission.KeepProgrammes), Route("credential-templates")]
public sealed class TemplatesController(Face templates, IStringLocalizer<DepartmentText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken ct) => View("Templates", await templates.ListAsync(ct));

    /// <summary>A copy to work on: nobody begins with an empty page.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Copy(Guid from, string? name, CancellationToken ct)
    {
        if (await templates.CopyAsync(from, name ?? "", ct) is { } key) return Redirect($"/credential-templates/{key}");
        ModelState.Refuse(nameof(name), text["TemplateNameMissing"]);
        return this.Again("Templates", await templates.ListAsync(ct));
    }

    [HttpGet("{key:guid}")]
    public async Task<IActionResult> Edit(Guid key, CancellationToken ct) =>
        await templates.FindAsync(key, ct) is { } found ? View("Template", new TemplatePage(found, TemplateForm.Of(found))) : NotFound();

    // Each field of a page is some twenty of the form.
    [HttpPost("{key:guid}"), RequestFormLimits(ValueCountLimit = 4096)]
    public async Task<IActionResult> Save([FromRoute] Guid key, TemplateForm form, IFormFile? background, IFormFile? emblem, CancellationToken ct)
    {
        if (await templates.FindAsync(key, ct) is not { IsBuiltIn: false } found) return NotFound();
        ModelState.Clear();
        var design = form.Design(ModelState, text);
        if (ModelState.IsValid) design = await WithPicturesAsync(design, background, emblem, ct);
        if (!ModelState.IsValid) return this.Again("Template", new TemplatePage(found, form));
        if (form.Add is { } kind) design = design with { Fields = [.. design.Fields, TemplateForm.New(kind, text)] };

        var outcome = await templates.SaveDraftAsync(key, form.Name ?? "", design, form.SavedInstant, ct);
        if (outcome is TemplateOutcome.Done && form.Publish) outcome = await templates.PublishAsync(key, ct);
        return outcome switch
        {
            TemplateOutcome.Done => Saved(form, key),
            TemplateOutcome.NotFound => NotFound(),
            // Saved all the same: the page says what is still missing.
            TemplateOutcome.NotPublishable => Told(NoticeKind.Warning, outcome, key),
            TemplateOutcome.NameMissing => Refused(nameof(form.Name), outcome, found, form),
            TemplateOutcome.ChangedByOthers => Refused("", outcome, found, form),
        };
    }

    /// <summary>What is stored, for the list and for those without scripts.</summary>
    [HttpGet("{key:guid}/preview")]
    public async Task<IActionResult> Stored(Guid key, CancellationToken ct) =>
        await templates.FindAsync(key, ct) is { } found ? Pdf(await templates.PreviewAsync(found.Design, ct: ct)) : NotFound();

    /// <summary>What stands in the form, saved or not.</summary>
    [HttpPost("{key:guid}/preview"), RequestFormLimits(ValueCountLimit = 4096)]
    public async Task<IActionResult> Preview(TemplateForm form, CancellationToken ct)
    {
        ModelState.Clear();
        return Pdf(await templates.PreviewAsync(form.Design(ModelState, text), form.PreviewName, ct));
    }

    private FileContentResult Pdf(TemplatePreview preview)
    {
        // In a frame of the editor, and in the browser's own reader.
        Response.Headers.ContentSecurityPolicy = "frame-ancestors 'self'";
        Response.Headers[HeaderNames.ContentDisposition] = "inline; filename=\"xem-thu.pdf\"";
        return File(preview.Pdf, "application/pdf");
    }

    private async Task<TemplateDesign> WithPicturesAsync(TemplateDesign design, IFormFile? background, IFormFile? emblem, CancellationToken ct)
    {
        if (await StoredAsync(nameof(background), background, ct) is { } ground) design = design with { Ground = Ground.Picture, Background = ground };
        if (await StoredAsync(nameof(emblem), emblem, ct) is { } key) design = design with { Fields = [.. design.Fields.Select(f => f.Kind == FieldKind.Emblem ? f with { Picture = key } : f)] };
        return design;
    }

    private async Task<string?> StoredAsync(string field, IFormFile? file, CancellationToken ct)
    {
        if (file is not { Length: > 0 }) return null;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        var result = await templates.AddPictureAsync(bytes.ToArray(), ct);
        if (result.Key is null) ModelState.Refuse(field, text[$"Picture.{result.Outcome}"]);
        return result.Key;
    }

    private RedirectResult Saved(TemplateForm form, Guid key)
    {
        this.Tell(NoticeKind.Success, text[form.Publish ? "TemplatePublished" : "TemplateSaved"]);
        return Redirect($"/credential-templates/{key}");
    }

    private RedirectResult Told(NoticeKind kind, TemplateOutcome outcome, Guid key)
    {
        this.Tell(kind, text[$"Template.{outcome}"]);
        return Redirect($"/credential-templates/{key}");
    }

    private ViewResult Refused(string field, TemplateOutcome outcome, TemplateDetail found, TemplateForm form)
    {
        ModelState.Refuse(field, text[$"Template.{outcome}"]);
        return this.Again("Template", new TemplatePage(found, form));
    }
}

public sealed record TemplatePage(TemplateDetail Template, TemplateForm Form);
