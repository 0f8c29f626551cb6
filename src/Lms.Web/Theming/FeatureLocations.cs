using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.Options;

namespace Lms.Web.Theming;

/// <summary>Which folder under themes/ the site wears; configuration key <c>Theme</c>.</summary>
public sealed class ThemeOptions
{
    public string Name { get; set; } = "Sen";
}

/// <summary>Notes on each controller the folder it lives in: Lms.Web.Features.Learning.Lessons → Features/Learning/Lessons.</summary>
internal sealed class FeatureConvention : IControllerModelConvention
{
    public const string Property = "feature";

    public void Apply(ControllerModel controller) =>
        controller.Properties[Property] = controller.ControllerType.Namespace?.Replace("Lms.Web.", "", StringComparison.Ordinal).Replace('.', '/');
}

/// <summary>Looks for a view in the theme first, so that a theme may override any of ours; then beside the controller.</summary>
internal sealed class FeatureLocations : IViewLocationExpander
{
    private const string Theme = "theme";

    /// <summary>Whether the build holds views of it. Without this, a mistyped name would fail at every page.</summary>
    public static bool IsTheme(string name) => typeof(FeatureLocations).Assembly.GetCustomAttributes<RazorCompiledItemAttribute>()
        .Any(view => view.Identifier.StartsWith($"/Themes/{name}/Views/", StringComparison.Ordinal));

    /// <summary>What the locations depend on; they are remembered for each set of values, and two features may have controllers of one name.</summary>
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        context.Values[Theme] = context.ActionContext.HttpContext.RequestServices.GetRequiredService<IOptions<ThemeOptions>>().Value.Name;
        context.Values[FeatureConvention.Property] = context.ActionContext.ActionDescriptor.Properties.TryGetValue(FeatureConvention.Property, out var feature) ? feature as string : null;
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        var feature = context.Values[FeatureConvention.Property];
        var theme = $"/Themes/{context.Values[Theme]}";
        if (feature is not null) yield return $"{theme}/{feature}/{{0}}.cshtml";
        yield return theme + "/Views/{1}/{0}.cshtml";
        yield return theme + "/Views/Shared/{0}.cshtml";
        if (feature is not null)
        {
            yield return $"/{feature}/{{0}}.cshtml";
            yield return $"/{feature[..feature.LastIndexOf('/')]}/{{0}}.cshtml";
        }

        yield return "/Features/Shared/{0}.cshtml";
    }
}
