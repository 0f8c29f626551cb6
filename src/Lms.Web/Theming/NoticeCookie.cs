using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace Lms.Web.Theming;

/// <summary>
/// ASP.NET's own cookie for what one request tells the next, silent where there is nothing to take away. As it comes, it
/// takes away a cookie that nobody sent on every page that looks for a notice, and no public page is free of cookies.
/// </summary>
internal sealed class NoticeCookie(CookieTempDataProvider cookie, IOptions<CookieTempDataProviderOptions> options) : ITempDataProvider
{
    public IDictionary<string, object> LoadTempData(HttpContext context) => cookie.LoadTempData(context);

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (values.Count > 0 || context.Request.Cookies.ContainsKey(options.Value.Cookie.Name!)) cookie.SaveTempData(context, values);
    }
}
