using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lms.Web.Features.Authoring;

/// <summary>For fields in rows, whose names are composed by hand and not by asp-for.</summary>
internal static class FieldState
{
    extension(IHtmlHelper html)
    {
        /// <summary>The value of aria-invalid; null leaves the attribute out.</summary>
        public string? Invalid(string name) =>
            html.ViewData.ModelState.GetFieldValidationState(name) == ModelValidationState.Invalid ? "true" : null;
    }
}
