using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lms.Web.Platform;

/// <summary>
/// A form body that cannot be parsed (a NUL, too many fields) leaves the form parameter null, which no action expects: no
/// browser sends such a thing, so the answer is 400. The page that says so is shown within the same request, and reads no form.
/// </summary>
internal sealed class UnreadableForm : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null) return;
        if (context.ModelState.TryGetValue("", out var whole) && whole.Errors.Count > 0 && context.HttpContext.Request.HasFormContentType)
            context.Result = new BadRequestResult();
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
