using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Web.Features.Exams;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Paper;

/// <summary>Choosing questions that everybody who sits the paper is asked, for one of its sections.</summary>
[Requires(Permission.Author), Route("authoring/papers/{paper:guid}/sections/{section:int}/questions")]
public sealed class ChoosingController(Papers papers, QuestionBanks banks, BankSettings settings, QuestionSearch search, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Show(Guid paper, int section, [FromQuery] ChoosingQuery query, CancellationToken ct) =>
        await PageAsync(paper, section, query, new ChoosingForm(), ct) is { } page ? View("Choosing", page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Add(Guid paper, int section, [FromQuery] ChoosingQuery query, [Bind(Prefix = FormName)] ChoosingForm form, CancellationToken ct)
    {
        if (await PageAsync(paper, section, query, form, ct) is not { } page) return NotFound();
        RefuseUnreadable();
        if (form.Questions.Count == 0) Refuse("Questions", Text["ChooseOne"]);
        if (TypedPoints.Read(form.Points, DrawForm.MostPoints) is not { Hundredths: > 0 } points) return Refused("Points", PaperProblemKind.OutOfRange);
        if (!ModelState.IsValid) return Again("Choosing", page);
        if (!form.Questions.All(page.Found.Select(q => q.Key).Contains)) return NotFound();

        var content = page.Head.Draft.Content;
        var sections = content.Sections.ToArray();
        sections[section] = sections[section] with { Questions = [.. sections[section].Questions, .. form.Questions.Distinct().Select(q => new FixedQuestion(q, points))] };
        var (outcome, problems) = await papers.SaveAsync(paper, form.Revision, content with { Sections = sections }, User.PersonKey, ct);
        switch (outcome)
        {
            case PaperOutcome.Done:
                this.Tell(NoticeKind.Success, Text["QuestionsChosen", form.Questions.Count]);
                return LocalRedirect($"{page.Head.Address}#section-{section}");
            case PaperOutcome.ChangedMeanwhile:
                return AgainAfterConflict("Choosing", page);
            case PaperOutcome.Invalid:
                foreach (var problem in problems) Refuse("Questions", Text[$"PaperProblem{problem.Kind}"]);
                return Again("Choosing", page);
            case PaperOutcome.WrongStage or PaperOutcome.NotFound:
            default: return NotFound();
        }

        ViewResult Refused(string field, PaperProblemKind kind)
        {
            Refuse(field, Text[$"PaperProblem{kind}"]);
            return Again("Choosing", page);
        }
    }

    /// <summary>Null where there is no such paper or section, or the bank is not one the visitor may see.</summary>
    private async Task<ChoosingPage?> PageAsync(Guid paper, int section, ChoosingQuery query, ChoosingForm form, CancellationToken ct)
    {
        if (await papers.DraftAsync(Scope, paper, ct) is not { } draft || section < 0 || section >= draft.Content.Sections.Count) return null;
        var choice = await banks.DrawableAsync(Scope, settings, ct);
        if (query.Bank is { } bank && !choice.Exists(b => b.Key == bank)) return null;
        var asked = draft.Content.Sections.SelectMany(s => s.Questions).Select(q => q.QuestionKey).ToHashSet();
        var filter = new QuestionFilter { Search = query.Search, Category = string.IsNullOrWhiteSpace(query.Category) ? null : query.Category, Banks = [], PublishedOfBanks = query.Bank is { } key ? [key] : [], Without = asked };
        var (shown, at, total) = query.Bank is null ? ([], 1, 0) : await search.FindAsync(filter, query.Page, PageSize, ct);
        var pager = new Pager(at, PageSize, total);
        form.Revision = draft.Revision;
        return new ChoosingPage(new PaperHead(draft, PaperTab.Edit, MayReview(draft.OwnerKey)), section, query, form, choice, shown, pager);
    }
}

public sealed record ChoosingPage(PaperHead Head, int Section, ChoosingQuery Query, ChoosingForm Form, IReadOnlyList<BankSummary> Banks, IReadOnlyList<QuestionSummary> Found, Pager Pager)
{
    public string Address => $"{Head.Address}/sections/{Section}/questions";
}

public sealed record ChoosingQuery(Guid? Bank = null, string? Search = null, string? Category = null, int Page = 1);

public sealed class ChoosingForm
{
    public int Revision { get; set; }
    public List<Guid> Questions { get; set; } = [];
    public string? Points { get; set; } = "1";
}
