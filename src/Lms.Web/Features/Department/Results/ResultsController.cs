using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.Department.Results;

/// <summary>Every attempt at the exam of a class.</summary>
[Requires(Permission.PlanClasses), Route("classes/{code}/results")]
public sealed class ResultsController(Classes classes, ExamResults results, People people) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct) =>
        await classes.FindAsync(code, User.ScopeOf(Permission.PlanClasses), ct) is { } found
            ? View("Results", new ResultsPage(found, await ResultTable.OfAsync(found, results, people, ct))) : NotFound();
}

public sealed record ResultsPage(ClassDetail Class, ResultTable Results);
