using Lms.Assessment.Analysis;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Web.Features.Analysis;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.Results;

/// <summary>How the exam of one class went, question by question.</summary>
[Requires(Permission.PlanClasses), Route("classes/{code}/results/analysis")]
public sealed class ClassAnalysisController(Classes classes, ExamAnalysis analysis, IStringLocalizer<AnalysisText> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct) => await FindAsync(code, ct) is { ExamKey: { } exam } found
        ? View("ClassAnalysis", new ClassAnalysisPage(found, await analysis.OfExamAsync(exam, ct))) : NotFound();

    [HttpGet("file.{extension}")]
    public async Task<IActionResult> Download(PublicCode code, string extension, CancellationToken ct) =>
        await FindAsync(code, ct) is { ExamKey: { } exam } && AnalysisFile.Of(extension, await analysis.OfExamAsync(exam, ct), words) is { } file ? file : NotFound();

    private Task<ClassDetail?> FindAsync(PublicCode code, CancellationToken ct) => classes.FindAsync(code, User.ScopeOf(Permission.PlanClasses), ct);
}

public sealed record ClassAnalysisPage(ClassDetail Class, AnalysedPaper Figures);
