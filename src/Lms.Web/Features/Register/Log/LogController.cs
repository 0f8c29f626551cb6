using Lms.Certificates.Audit;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Training.Organisations;
using Lms.Web.Features.Department;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.Register.Log;

/// <summary>The log (nhật ký) of everything that happened to certificates, and the check of its chain.</summary>
[Requires(Permission.KeepRegister), Route("register/log")]
public sealed class LogController(AuditLog log, People people) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] LogQuery query, CancellationToken ct)
    {
        ModelState.Clear();
        var found = await log.PageAsync(query.Filter, Math.Max(1, query.Page), ct: ct);
        return View("Log", new LogPage(query, found, await people.NamesAsync([.. found.Lines.Select(l => l.By).OfType<Guid>().Distinct()], ct), null));
    }

    /// <summary>Recomputes every line; reading, so it may be reloaded.</summary>
    [HttpGet("check")]
    public async Task<IActionResult> Check(CancellationToken ct)
    {
        var check = await log.CheckAsync(ct);
        var found = await log.PageAsync(new AuditFilter(), 1, 10, ct);
        return View("Log", new LogPage(new LogQuery(), found with { Total = found.Lines.Count }, await people.NamesAsync([.. found.Lines.Select(l => l.By).OfType<Guid>().Distinct()], ct), check));
    }
}

/// <param name="From">Days by the city's calendar.</param>
public sealed record LogQuery(CertificateAction? Action = null, string? From = null, string? Until = null, string? Code = null, int Page = 1)
{
    public AuditFilter Filter => new(Action, Start(FormText.Date(From)), Start(FormText.Date(Until)?.AddDays(1)), Certificate: CertificateCode.TryParse(Code, out var code) ? code : null);

    private static DateTime? Start(DateOnly? day) => day is { } given ? CityTime.ToUtc(given.ToDateTime(default)) : null;
}

/// <param name="Check">Null: not asked for.</param>
public sealed record LogPage(LogQuery Query, AuditPage Found, IReadOnlyDictionary<Guid, string> Names, ChainCheck? Check);
