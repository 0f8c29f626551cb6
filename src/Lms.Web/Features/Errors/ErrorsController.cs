using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.Errors;

/// <param name="Kind">The suffix of the texts' keys.</param>
/// <param name="Incident">What the log calls this request, to be read out to whoever keeps the site; null where the visitor can help himself.</param>
public sealed record ErrorPage(int Status, string Kind, string? Incident);

/// <summary>The page behind every refusal; requests of any method are sent here by Platform/ErrorPages.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorsController : Controller
{
    /// <param name="status">None after an exception: then the response already has it.</param>
    [Route("error/{status:int:range(400,599)?}")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public IActionResult Show(int? status)
    {
        var code = status ?? (Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status404NotFound);
        if (code == StatusCodes.Status400BadRequest && TooLarge) code = StatusCodes.Status413PayloadTooLarge;
        Response.StatusCode = code;
        return View("Error", new ErrorPage(code, KindOf(code), code >= 500 ? HttpContext.TraceIdentifier : null));
    }

    /// <summary>The check of the form's token reads the form first, and calls a body over the limit a bad request.</summary>
    private bool TooLarge => Request.ContentLength > HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;

    private static string KindOf(int status) => status switch
    {
        403 => "Forbidden",
        404 or 410 => "NotFound",
        413 => "TooLarge",
        429 => "TooMany",
        503 => "Unavailable",
        >= 500 => "Failed",
        _ => "Refused",
    };
}
