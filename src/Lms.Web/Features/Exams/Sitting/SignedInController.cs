namespace Lms.Web.Features.Exams.Sitting;

using Lms.Data;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;

/// <summary>Where a sign-in in a second tab ends: the exam waits in the first one, and opening it here would take it away from there.</summary>
[Requires(Permission.Learn)]
public sealed class SignedInController : Controller
{
    [HttpGet("attempts/{code}/signed-in")]
    public IActionResult Show(PublicCode code) => View("SignedIn", code);
}
