using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lms.Web.Theming;

/// <summary>
/// Gives forms with an address of their own the antiforgery token too. ASP.NET leaves it out of
/// <c>&lt;form method="post" action="/…"&gt;</c>, and every such form would then be refused.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post],action")]
public sealed class FormTokenTagHelper(IHtmlGenerator html) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Said outright, either way: ASP.NET's own form helper obeys. Without an address it adds the token itself.
        if (context.AllAttributes.ContainsName("asp-antiforgery") || context.AllAttributes["action"].Value?.ToString() is null or "") return;
        output.PostContent.AppendHtml(html.GenerateAntiforgery(ViewContext));
    }
}
