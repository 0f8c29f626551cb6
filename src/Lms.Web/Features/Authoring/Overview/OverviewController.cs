using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Standards;
using Lms.Content.Courses;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Overview;

/// <summary>Where an author begins: what is his, what came back, what waits for a reviewer.</summary>
[Requires(Permission.Author), Route("authoring")]
public sealed class OverviewController(Courses courses, QuestionBanks banks, Papers papers, StandardSettings standards, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken ct) => View(new OverviewPage(
        await courses.ListAsync(Scope, ct), await banks.ListAsync(Scope, ct), await papers.ListAsync(Scope, ct), await standards.ForJudgeAsync(User.PersonKey, ct), User.May(Permission.Review)));
}
