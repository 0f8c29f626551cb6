using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lms.Web.Theming;

/// <summary>
/// Resolves "~/" in addresses that are computed. ASP.NET's own helper only sees those that stand in the view as written
/// (<c>href="~/my"</c>); <c>href="@address"</c> would reach the browser with its tilde and lead nowhere.
/// </summary>
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("form", Attributes = "action")]
[HtmlTargetElement("button", Attributes = "formaction")]
[HtmlTargetElement("img", Attributes = "src", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("source", Attributes = "src", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("track", Attributes = "src", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RootedAddressTagHelper(HtmlEncoder encoder) : TagHelper
{
    private static readonly string[] Names = ["href", "action", "formaction", "src"];

    /// <summary>After ASP.NET's resolving (-1999), before its form helper (-1000).</summary>
    public override int Order => -1998;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        foreach (var name in Names)
            if (output.Attributes.TryGetAttribute(name, out var attribute) && Resolved(attribute.Value) is { } resolved)
                output.Attributes.SetAttribute(name, resolved);
    }

    /// <summary>Null where there is nothing to do.</summary>
    private HtmlString? Resolved(object? value)
    {
        var encoded = value switch
        {
            string text => encoder.Encode(text),
            IHtmlContent content => Written(content),
            _ => "",
        };
        if (encoded.StartsWith("~/", StringComparison.Ordinal))
            return new HtmlString(encoder.Encode(ViewContext.HttpContext.Request.PathBase.Value ?? "") + encoded[1..]);
        return value is string or HtmlString or null ? null : new HtmlString(encoded);
    }

    private string Written(IHtmlContent content)
    {
        using var text = new StringWriter();
        content.WriteTo(text, encoder);
        return text.ToString();
    }
}
