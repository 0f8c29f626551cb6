using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring;

/// <summary>What the pages of this area share: whose material the visitor may touch, and how a refusal reaches its field.</summary>
[Requires(Permission.Author)]
public abstract class AuthoringController(IStringLocalizer<AuthoringText> text) : Controller
{
    /// <summary>
    /// The name every page model gives its form, and so the first part of every field's name. Actions bind by it: left to
    /// the parameter's name, which begins small, the summary of errors would lead to ids that are not on the page.
    /// </summary>
    protected const string FormName = "Form";

    protected IStringLocalizer<AuthoringText> Text => text;

    protected Scope Scope => User.ScopeOf(Permission.Author);

    protected bool MayReview(Guid? ownerKey) => User.ScopeOf(Permission.Review).Covers(ownerKey);

    /// <summary>Who owns a new thing: what the form says, and where the visitor writes for one institution only, that one.</summary>
    protected Guid? OwnerOfNew(Guid? chosen) => chosen ?? (Scope is { All: false, Organisations.Count: 1 } one ? one.Organisations.First() : null);

    /// <param name="field">Path within the form; empty for the form as a whole.</param>
    protected void Refuse(string field, string message) =>
        ModelState.AddModelError(field.Length == 0 ? "" : $"{FormName}.{field}", message);

    /// <summary>A number that was typed as something else is told in our words, whatever the framework said.</summary>
    protected void RefuseUnreadable()
    {
        foreach (var (_, entry) in ModelState)
        {
            if (!entry.Errors.Any(e => e.Exception is FormatException or OverflowException || e.ErrorMessage.Length > 0)) continue;
            entry.Errors.Clear();
            entry.Errors.Add(Text["Unreadable"].Value);
        }
    }

    /// <summary>The form again, with what was typed and what is wrong with it.</summary>
    protected ViewResult Again(string view, object model, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return View(view, model);
    }

    /// <summary>Somebody saved meanwhile: the form keeps what was typed and takes on the present revision, so that saving again is a decision.</summary>
    protected ViewResult AgainAfterConflict(string view, object model)
    {
        ModelState.Remove($"{FormName}.Revision");
        Refuse("", Text["ChangedMeanwhile"]);
        return Again(view, model, StatusCodes.Status409Conflict);
    }
}
