using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.Home;

/// <summary>The public front page: three doors, and the programme in figures.</summary>
[AllowAnonymous, Route("")]
public sealed class HomeController : Controller
{
    [HttpGet("")]
    public IActionResult Home() => View();
}
