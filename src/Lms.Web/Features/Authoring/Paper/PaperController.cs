using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Paper;

/// <summary>The papers of one's institution: written here, drawn and sat elsewhere.</summary>
[Requires(Permission.Author), Route("authoring/papers")]
public sealed class PaperController(Papers papers, QuestionBanks banks, BankSettings settings, QuestionSearch search, Blueprints blueprints, Owners owners, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(new PaperListPage(await papers.ListAsync(Scope, ct), await owners.WithinAsync(Scope, ct)));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken ct) => View("Edit", await PageAsync(null, PaperForm.New(), ct));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = FormName)] PaperForm form, string? button, CancellationToken ct)
    {
        var owner = OwnerOfNew(form.OwnerKey);
        if (!Scope.Covers(owner)) return NotFound();
        if (Pressed(form, button)) return View("Edit", await PageAsync(null, form, ct));
        await RefuseForeignBanksAsync(form, null, ct);
        if (!ModelState.IsValid) return Again("Edit", await PageAsync(null, form, ct));

        var (outcome, key, problems) = await papers.CreateAsync(owner, form.ToContent(), User.PersonKey, ct);
        if (outcome == PaperOutcome.Done)
        {
            this.Tell(NoticeKind.Success, Text["PaperCreated"]);
            return RedirectToAction(nameof(Edit), new { paper = key });
        }

        Refuse(problems);
        return Again("Edit", await PageAsync(null, form, ct));
    }

    [HttpGet("{paper:guid}")]
    public async Task<IActionResult> Edit(Guid paper, CancellationToken ct) =>
        await FindAsync(paper, ct) is { } head ? View("Edit", await PageAsync(head, PaperForm.Of(head.Draft.Content, head.Draft.Revision), ct)) : NotFound();

    [HttpPost("{paper:guid}")]
    public async Task<IActionResult> Save(Guid paper, [Bind(Prefix = FormName)] PaperForm form, string? button, CancellationToken ct)
    {
        if (await FindAsync(paper, ct) is not { } head) return NotFound();
        if (Pressed(form, button)) return View("Edit", await PageAsync(head, form, ct));
        await RefuseForeignBanksAsync(form, head.Draft.Content, ct);
        if (!ModelState.IsValid) return Again("Edit", await PageAsync(head, form, ct));

        var (outcome, problems) = await papers.SaveAsync(paper, form.Revision, form.ToContent(), User.PersonKey, ct);
        switch (outcome)
        {
            case PaperOutcome.Done:
                this.Tell(NoticeKind.Success, Text["Saved"]);
                return RedirectToAction(nameof(Edit), new { paper });
            case PaperOutcome.ChangedMeanwhile:
                if (await FindAsync(paper, ct) is not { } present) return NotFound();
                form.Revision = present.Draft.Revision;
                return AgainAfterConflict("Edit", await PageAsync(present, form, ct));
            case PaperOutcome.Invalid or PaperOutcome.WrongStage:
                Refuse(problems);
                return Again("Edit", await PageAsync(head, form, ct));
            case PaperOutcome.NotFound:
            default: return NotFound();
        }
    }

    [HttpPost("{paper:guid}/moves")]
    public async Task<IActionResult> Move(Guid paper, StepForm form, CancellationToken ct)
    {
        if (await FindAsync(paper, ct) is not { } head) return NotFound();
        if (form.NeedsReviewer && !head.MayReview) return NotFound();
        if (form.Problem is { } problem) return Back(NoticeKind.Error, problem);
        if (form.Revision != head.Draft.Revision) return Back(NoticeKind.Warning, "ChangedBeforeStep");

        var (outcome, problems) = await papers.MoveAsync(paper, form.Step, form.Note?.Trim(), User.PersonKey, ct);
        switch (outcome)
        {
            case PaperOutcome.Done: return Back(NoticeKind.Success, $"Done{form.Step}");
            case PaperOutcome.ChangedMeanwhile: return Back(NoticeKind.Warning, "ChangedBeforeStep");
            case PaperOutcome.WrongStage: return Back(NoticeKind.Warning, "WrongStage");
            case PaperOutcome.Invalid:
                Refuse(problems);
                return Again("Edit", await PageAsync(head, PaperForm.Of(head.Draft.Content, head.Draft.Revision), ct));
            case PaperOutcome.NotFound:
            default: return NotFound();
        }

        IActionResult Back(NoticeKind kind, string key)
        {
            this.Tell(kind, Text[key]);
            return RedirectToAction(nameof(Edit), new { paper });
        }
    }

    private bool Pressed(PaperForm form, string? button)
    {
        if (!form.Press(button)) return false;
        ModelState.Clear();
        return true;
    }

    /// <summary>A draw takes from banks the visitor may see, or from one that was in the paper before.</summary>
    private async Task RefuseForeignBanksAsync(PaperForm form, PaperContent? before, CancellationToken ct)
    {
        RefuseUnreadable();
        var known = (await banks.DrawableAsync(Scope, settings, ct)).Select(b => b.Key).Concat(before?.Sections.SelectMany(s => s.Draws).Select(d => d.BankKey) ?? []).ToHashSet();
        foreach (var (s, section) in form.Sections.Index())
            foreach (var (d, draw) in section.Draws.Index())
                if (draw.BankKey is not { } key) Refuse($"Sections[{s}].Draws[{d}].BankKey", Text[$"PaperProblem{PaperProblemKind.Required}"]);
                else if (!known.Contains(key)) Refuse($"Sections[{s}].Draws[{d}].BankKey", Text[$"PaperProblem{PaperProblemKind.UnknownBank}"]);
        // Questions come in through their own page, which asks for the bank: a form that names another was made by hand.
        var chosen = before?.Sections.SelectMany(s => s.Questions).Select(q => q.QuestionKey).ToHashSet() ?? [];
        foreach (var (s, section) in form.Sections.Index())
            foreach (var (q, question) in section.Questions.Index())
                if (!chosen.Contains(question.QuestionKey)) Refuse($"Sections[{s}].Questions[{q}]", Text[$"PaperProblem{PaperProblemKind.UnknownQuestion}"]);
    }

    private void Refuse(IReadOnlyList<PaperProblem> problems)
    {
        foreach (var problem in problems) Refuse(problem.Field, Text[$"PaperProblem{problem.Kind}"]);
    }

    private async Task<PaperHead?> FindAsync(Guid paper, CancellationToken ct) =>
        await papers.DraftAsync(Scope, paper, ct) is { } draft ? new PaperHead(draft, PaperTab.Edit, MayReview(draft.OwnerKey)) : null;

    private async Task<PaperEditPage> PageAsync(PaperHead? head, PaperForm form, CancellationToken ct)
    {
        var choice = await banks.DrawableAsync(Scope, settings, ct);
        var content = form.ToContent();
        var words = await search.FacetsAsync([], [.. content.Sections.SelectMany(s => s.Draws).Select(d => d.BankKey).Where(k => choice.Exists(b => b.Key == k)).Distinct()], ct);
        return new PaperEditPage(head, form, await owners.WithinAsync(Scope, ct), choice, words, await papers.AvailableAsync(content, ct), await blueprints.ChosenAsync(content, ct));
    }
}
