using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Comparing;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>What a question was and how it did: any two versions beside each other, and its use.</summary>
[Requires(Permission.Author), Route("authoring/banks/{bank:guid}/questions/{question:guid}")]
public sealed class RecordController(QuestionBanks banks, QuestionVersions versions, QuestionUsage usage, Chronicle chronicle, People people, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    /// <param name="from">Number of a version; without any, the newest but one.</param>
    /// <param name="to">Number of a version, 0 for the draft; without any, the draft where it is not published as it stands.</param>
    [HttpGet("comparison")]
    public async Task<IActionResult> Compare(Guid bank, Guid question, int? from, int? to, CancellationToken ct)
    {
        if (await FindAsync(bank, question, QuestionTab.History, ct) is not { } head) return NotFound();
        var known = (await chronicle.OfAsync(question, ct)).Versions;
        if (known.Count == 0) return NotFound();
        var later = to ?? (head.Question.Stage == Lms.Publishing.Stage.Published ? known[0].Number : 0);
        var earlier = from ?? (later == 0 ? known[0].Number : Math.Max(1, later - 1));
        if (await DraftAsync(head, earlier, ct) is not { } before || await DraftAsync(head, later, ct) is not { } after) return NotFound();
        return View("Comparison", new ComparisonPage(head, known, earlier, later, QuestionComparison.Of(before, after)));
    }

    [HttpGet("usage")]
    public async Task<IActionResult> Usage(Guid bank, Guid question, CancellationToken ct)
    {
        if (await FindAsync(bank, question, QuestionTab.Usage, ct) is not { } head) return NotFound();
        var use = await usage.OfAsync(question, ct);
        return View(new QuestionUsagePage(head, use, await people.NamesAsync([.. use.Regrades.Select(r => r.By).Distinct()], ct)));
    }

    private async Task<QuestionDraft?> DraftAsync(QuestionHead head, int number, CancellationToken ct) =>
        number == 0 ? head.Question.Draft : (await versions.FindAsync(head.Question.Key, number, ct))?.Draft;

    private async Task<QuestionHead?> FindAsync(Guid bank, Guid question, QuestionTab tab, CancellationToken ct) =>
        await banks.FindAsync(Scope, bank, ct) is { } found && await banks.QuestionAsync(question, ct) is { } detail && detail.BankKey == bank
            ? new QuestionHead(found, detail, tab, MayReview(found.OwnerKey)) : null;
}
