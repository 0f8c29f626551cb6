namespace Lms.Web.Features.Exams.Sitting;

using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;

/// <summary>Going on to the next timed section, whether the time of the one before is up or not.</summary>
[Requires(Permission.Learn)]
public sealed class SectionsController(TimedSections sections) : Controller
{
    [HttpPost("attempts/{code}/sections/{number:int}")]
    public async Task<IActionResult> Begin(PublicCode code, int number, CancellationToken ct) => await sections.BeginAsync(code, this.Candidate(), number, ct) switch
    {
        // The page of the attempt shows where she is, or why she is nowhere.
        SectionOutcome.Begun or SectionOutcome.NotNext or SectionOutcome.NotNow => LocalRedirect(ExamAddress.Attempt(code)),
        SectionOutcome.NotFound => NotFound(),
    };
}
