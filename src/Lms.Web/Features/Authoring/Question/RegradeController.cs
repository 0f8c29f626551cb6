using Lms.Assessment.Questions;
using Lms.Assessment.Regrading;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RegradingFace = Lms.Assessment.Regrading.Regrading;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>Correcting the key of a question that has been asked: first who would get which score, then the same in earnest.</summary>
[Requires(Permission.Review), Route("authoring/banks/{bank:guid}/questions/{question:guid}/regrade")]
public sealed class RegradeController(QuestionBanks banks, RegradingFace regrading, Chronicle chronicle, People people, Responsibilities responsibilities, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    private const string Credit = "credit";

    /// <param name="version">The version that was asked.</param>
    /// <param name="key">The version whose key is to count, or "credit" for all points to everybody.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid bank, Guid question, Guid? version, string? key, CancellationToken ct)
    {
        if (await HeadAsync(bank, question, ct) is not { } head) return NotFound();
        var versions = (await chronicle.OfAsync(question, ct)).Versions;
        // A version of another question would show the results of people this reviewer has nothing to do with.
        if (version is { } chosen && versions.All(v => v.Key != chosen)) return NotFound();
        var page = new RegradePage(head, versions, version, key, null, new Dictionary<PublicCode, string>(), version is { } asked ? await PastAsync(asked, ct) : []);
        if (version is null || Replacement(key) is not { } replacement) return View("Regrade", page);
        if (await regrading.PreviewAsync(version.Value, replacement.Version, ct) is not { } preview) return View("Regrade", page with { Unfit = true });
        return View("Regrade", page with { Preview = preview, Names = await NamesAsync(preview, ct) });
    }

    /// <summary>Only of those in classes of one's own institutions; a bank may be asked by others too, and whose trainees are concerned there is not this reviewer's business.</summary>
    private async Task<IReadOnlyDictionary<PublicCode, string>> NamesAsync(RegradePreview preview, CancellationToken ct)
    {
        var scope = User.ScopeOf(Permission.Review);
        var classes = (await responsibilities.ClassesOfAsync(scope.All ? null : [.. scope.Organisations], ct)).ToHashSet();
        var names = await people.NamesAsync([.. preview.Changes.Where(c => classes.Contains(c.ContextKey)).Select(c => c.LearnerKey).Distinct()], ct);
        // Somebody in two classes is named in the one that is in reach, and a code in the other.
        return preview.Changes.Where(c => classes.Contains(c.ContextKey)).ToDictionary(c => c.Attempt, c => names.GetValueOrDefault(c.LearnerKey, "–"));
    }

    [HttpPost("")]
    public async Task<IActionResult> Apply(Guid bank, Guid question, Guid version, string? key, string? fingerprint, string? reason, CancellationToken ct)
    {
        if (await HeadAsync(bank, question, ct) is not { } head || Replacement(key) is not { } replacement) return NotFound();
        if ((await chronicle.OfAsync(question, ct)).Versions.All(v => v.Key != version)) return NotFound();
        var outcome = await regrading.ApplyAsync(version, replacement.Version, fingerprint ?? "", reason ?? "", User.PersonKey, ct);
        var (kind, message) = outcome switch
        {
            RegradeOutcome.Done => (NoticeKind.Success, "RegradeDone"),
            RegradeOutcome.ChangedSincePreview => (NoticeKind.Warning, "RegradeChanged"),
            RegradeOutcome.ReasonMissing => (NoticeKind.Error, "RegradeReasonMissing"),
            RegradeOutcome.ReasonTooLong => (NoticeKind.Error, "RegradeReasonTooLong"),
            RegradeOutcome.NotFound => (NoticeKind.Error, "RegradeUnfit"),
        };
        this.Tell(kind, Text[message]);
        return LocalRedirect(outcome == RegradeOutcome.Done ? $"{head.Address}/regrade?version={version}" : $"{head.Address}/regrade?version={version}&key={Uri.EscapeDataString(key!)}");
    }

    /// <summary>Null where nothing sensible was chosen.</summary>
    private static (Guid? Version, bool Credit)? Replacement(string? key) =>
        key == Credit ? (null, true) : Guid.TryParse(key, out var version) ? (version, false) : null;

    private async Task<QuestionHead?> HeadAsync(Guid bank, Guid question, CancellationToken ct) =>
        await banks.FindAsync(Scope, bank, ct) is { } found && MayReview(found.OwnerKey) && await banks.QuestionAsync(question, ct) is { } detail && detail.BankKey == bank
            ? new QuestionHead(found, detail, QuestionTab.Regrade, true) : null;

    private async Task<IReadOnlyList<CorrectionRow>> PastAsync(Guid version, CancellationToken ct)
    {
        var past = await regrading.PastAsync(version, ct);
        var names = await people.NamesAsync([.. past.Select(c => c.By).Distinct()], ct);
        return past.ConvertAll(c => new CorrectionRow(c, names.GetValueOrDefault(c.By)));
    }
}

public sealed record CorrectionRow(PastCorrection Correction, string? By);

/// <param name="Names">By attempt; who is not in it is a code to this reader.</param>
/// <param name="Preview">Null before both versions are chosen.</param>
public sealed record RegradePage(QuestionHead Head, IReadOnlyList<VersionRow> Versions, Guid? Version, string? Key, RegradePreview? Preview, IReadOnlyDictionary<PublicCode, string> Names, IReadOnlyList<CorrectionRow> Past)
{
    /// <summary>The key chosen has other options, items or gaps than what was asked.</summary>
    public bool Unfit { get; init; }

    public int? NumberOf(Guid? version) => Versions.FirstOrDefault(v => v.Key == version)?.Number;
}
