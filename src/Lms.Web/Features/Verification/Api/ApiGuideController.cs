namespace Lms.Web.Features.Verification.Api;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

/// <summary>Tells employers' programmers how to ask; the exact description for programs is at /openapi/v1.json.</summary>
[AllowAnonymous]
public sealed class ApiGuideController : Controller
{
    [HttpGet("verify/api")]
    public IActionResult Show() => View("ApiGuide");
}
