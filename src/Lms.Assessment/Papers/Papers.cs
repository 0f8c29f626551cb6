using Lms.Assessment.Attempts;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Papers;

public sealed record PaperSummary(Guid Key, string Title, Guid? OwnerKey, Stage Stage, int LatestNumber, Guid? PublishedVersionKey);
public sealed record PaperDraft(Guid Key, Guid? OwnerKey, int Revision, Stage Stage, Guid? PublishedVersionKey, PaperContent Content);
public sealed record PaperVersionSummary(Guid VersionKey, string Title, int Number, int Questions, Points Maximum, int TimeLimitMinutes, int PassMarkPercent);
/// <param name="Slots">What a trainee with this seed would see; empty where the problems forbid a draw.</param>
public sealed record PaperPreview(PaperContent Content, long Seed, IReadOnlyList<SlotView> Slots, IReadOnlyList<PaperProblem> Problems)
{
    public IReadOnlyList<ShownSection> Sections { get; init; } = [];
}
/// <param name="Field">A path from the content: "Sections[0].Draws[1].Count".</param>
public sealed record PaperProblem(string Field, PaperProblemKind Kind);
/// <summary>
/// NotEnoughQuestions: the bank holds fewer published questions than the draw asks for, or than it and the draws before it ask for together. UnknownQuestion: it is gone, or not published.
/// CasesDoNotFit: case studies are drawn whole, and no choice of them and of single questions comes to the number. CaseTorn: of a case
/// study some questions are asked of everybody and others are not. BankNotShared: it is another institution's. OverlappingDraws: draws may share single questions, but not case studies.
/// </summary>
public enum PaperProblemKind { Required, TooLong, OutOfRange, NoDraws, UnknownBank, BankNotShared, NotEnoughQuestions, OverlappingDraws, AskedTwice, UnknownQuestion, CasesDoNotFit, CaseTorn, SectionUntimed, NotSumOfSections }
/// <summary>How a change ended. Nothing is changed unless it is <see cref="Done"/>.</summary>
public enum PaperOutcome { Done, NotFound, ChangedMeanwhile, Invalid, WrongStage }

/// <summary>
/// Papers from draft to version. Publishing freezes the pool: the question versions that draws may take. An unfinished
/// draft may be saved; what only a finished paper has (draws, enough questions) is asked for review and publication.
/// </summary>
public sealed class Papers(LmsDb db, Publications publications, FrozenPapers frozen, TimeProvider clock)
{
    internal const string Kind = "paper";

    /// <summary>By title. A null owner means the papers of all owners.</summary>
    public Task<List<PaperSummary>> ListAsync(Guid? ownerKey = null, CancellationToken ct = default) =>
        publications.Items(Kind).Where(i => ownerKey == null || i.OwnerKey == ownerKey).OrderBy(i => i.Title).ThenBy(i => i.Key)
            .Select(i => new PaperSummary(i.Key, i.Title, i.OwnerKey, i.Stage, i.LatestNumber, i.PublishedVersionKey)).ToListAsync(ct);

    public async Task<(PaperOutcome Outcome, Guid Key, IReadOnlyList<PaperProblem> Problems)> CreateAsync(Guid? ownerKey, PaperContent content, Guid? by, CancellationToken ct = default)
    {
        var tidy = Tidy(content);
        if (PaperRules.OfDraft(tidy) is { Count: > 0 } problems) return (PaperOutcome.Invalid, Guid.Empty, problems);
        var item = publications.Create(Kind, ownerKey, tidy.Title, Write(tidy), by, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return (PaperOutcome.Done, item.Key, []);
    }

    public async Task<PaperDraft?> DraftAsync(Guid paperKey, CancellationToken ct = default)
    {
        var found = await publications.Items(Kind).Where(i => i.Key == paperKey)
            .Select(i => new { i.OwnerKey, i.Revision, i.Stage, i.PublishedVersionKey, i.DraftBody }).SingleOrDefaultAsync(ct);
        return found is null ? null
            : new(paperKey, found.OwnerKey, found.Revision, found.Stage, found.PublishedVersionKey, AssessmentJson.Read<PaperContent>(found.DraftBody));
    }

    public async Task<(PaperOutcome Outcome, IReadOnlyList<PaperProblem> Problems)> SaveAsync(Guid paperKey, int revision, PaperContent content, Guid? by, CancellationToken ct = default)
    {
        var tidy = Tidy(content);
        if (PaperRules.OfDraft(tidy) is { Count: > 0 } problems) return (PaperOutcome.Invalid, problems);
        if (await publications.FindAsync(Kind, paperKey, ct) is not { } item) return (PaperOutcome.NotFound, []);
        if (item.Revision != revision) return (PaperOutcome.ChangedMeanwhile, []);
        item.Revise(tidy.Title, Write(tidy), by, clock.GetUtcNow().UtcDateTime);
        return (await SaveAsync(ct), []);
    }

    /// <summary>Published again after its banks have grown, an unchanged paper becomes a new version with the new pool.</summary>
    public async Task<(PaperOutcome Outcome, IReadOnlyList<PaperProblem> Problems)> MoveAsync(Guid paperKey, PublishAction action, string? note, Guid? by, CancellationToken ct = default)
    {
        if (await publications.FindAsync(Kind, paperKey, ct) is not { } item) return (PaperOutcome.NotFound, []);
        if (!item.Allows(action)) return (PaperOutcome.WrongStage, []);

        var now = clock.GetUtcNow().UtcDateTime;
        if (action is PublishAction.Submitted or PublishAction.Published)
        {
            var content = AssessmentJson.Read<PaperContent>(item.DraftBody);
            var (body, _, _, lacking) = await PaperPool.ResolveAsync(db, content, item.OwnerKey, ct);
            List<PaperProblem> problems = [.. PaperRules.OfFinished(content), .. lacking];
            if (problems.Count > 0) return (PaperOutcome.Invalid, problems);
            if (action == PublishAction.Published)
            {
                await publications.PublishAsync(item, AssessmentJson.Write(body), by, now, note, ct);
                return (await SaveAsync(ct), []);
            }
        }

        await publications.MoveAllAsync([item], action, by, now, note, ct);
        return (await SaveAsync(ct), []);
    }

    /// <summary>Null where there is no such version.</summary>
    public async Task<PaperVersionSummary?> VersionAsync(Guid versionKey, CancellationToken ct = default) =>
        await frozen.FindAsync(db, versionKey, ct) is { } paper
            ? new(versionKey, paper.Content.Title, paper.Number, paper.Questions, paper.Maximum, paper.Content.TimeLimitMinutes, paper.Content.PassMarkPercent)
            : null;

    /// <summary>The draft as a trainee would get it, drawn from what is published now. Another seed shows another form.</summary>
    public async Task<PaperPreview?> PreviewAsync(Guid paperKey, long seed, CancellationToken ct = default)
    {
        if (await DraftAsync(paperKey, ct) is not { } draft) return null;
        var (body, questions, _, lacking) = await PaperPool.ResolveAsync(db, draft.Content, draft.OwnerKey, ct);
        List<PaperProblem> problems = [.. PaperRules.OfFinished(draft.Content), .. lacking];
        if (problems.Count > 0) return new(draft.Content, seed, [], problems);
        var paper = body.Freeze(Guid.Empty, 0, questions);
        var form = paper.Draw(seed);
        return new(draft.Content, seed, ShownPaper.Slots(paper, form), []) { Sections = ShownPaper.Sections(paper, form) };
    }

    /// <summary>How many published questions each draw may take now, in the order of sections and draws. The content need not be finished.</summary>
    public async Task<IReadOnlyList<int>> AvailableAsync(PaperContent content, CancellationToken ct = default) =>
        [.. (await PaperPool.ResolveAsync(db, Tidy(content), null, ct)).Body.Pool.Select(questions => questions.Count)];

    private static string Write(PaperContent content) => AssessmentJson.Write(content).Normalize();

    private static PaperContent Tidy(PaperContent content) => content with
    {
        Title = content.Title.Trim().Normalize(),
        Sections = [.. content.Sections.Select(s => s with { Draws = [.. s.Draws.Select(d => d with { Category = Given(d.Category), Tag = Given(d.Tag), Outcome = Given(d.Outcome) })] })],
    };

    private static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().Normalize();

    private async Task<PaperOutcome> SaveAsync(CancellationToken ct) => await db.TrySaveAsync(ct) ? PaperOutcome.Done : PaperOutcome.ChangedMeanwhile;
}
