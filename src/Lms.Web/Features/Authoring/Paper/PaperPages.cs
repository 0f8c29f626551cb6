using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Web.Features.Exams.Sitting;

namespace Lms.Web.Features.Authoring.Paper;

public sealed record PaperListPage(IReadOnlyList<PaperSummary> Papers, OwnerList Owners);

public enum PaperTab { Edit, Blueprint, Standard, Preview, Print, Analysis, History }

/// <summary>What stands above every page of one paper.</summary>
public sealed record PaperHead(PaperDraft Draft, PaperTab Tab, bool MayReview)
{
    public string Address => $"~/authoring/papers/{Draft.Key}";
    public Steps Steps => new($"{Address}/moves", Draft.Stage, Draft.PublishedVersionKey is not null, MayReview, Draft.Revision);
}

/// <param name="Head">Null for a paper that is yet to be made.</param>
/// <param name="Available">Published questions for each draw, in order.</param>
public sealed record PaperEditPage(
    PaperHead? Head, PaperForm Form, OwnerList Owners, IReadOnlyList<BankSummary> Banks, QuestionFacets Words, IReadOnlyList<int> Available, IReadOnlyDictionary<Guid, ChosenQuestion> Chosen)
{

    public string Address => Head?.Address ?? "~/authoring/papers";

    public int? AvailableFor(int section, int draw) =>
        Form.Sections.Take(section).Sum(s => s.Draws.Count) + draw is var at && at < Available.Count ? Available[at] : null;
}

public sealed record PaperBlueprintPage(PaperHead Head, BlueprintSide Side, BlueprintTable Table);

/// <param name="Page">As a trainee gets it: the same questions on the same pages.</param>
public sealed record PaperPreviewPage(PaperHead Head, PaperPreview Preview, AttemptPage Page)
{
    public string AddressOf(int page, int? section = null) =>
        $"{Head.Address}/preview?seed={Preview.Seed}&page={page}" + ((section ?? Page.Attempt.Timed?.Number) is { } shown ? $"&section={shown}" : "");

    public static PaperPreviewPage Of(PaperHead head, PaperPreview preview, int page, int section, DateTime now)
    {
        var timed = preview.Content.TimesSections() && preview.Sections.Count > 0 ? new TimedSection(Math.Clamp(section, 1, preview.Sections.Count), preview.Sections.Count, now) : null;
        return new(head, preview, AttemptPage.Of(
        new AttemptView(default, default, Guid.Empty, preview.Content.Title, 1, AttemptState.InProgress, now, now.AddMinutes(preview.Content.TimeLimitMinutes), now, preview.Content.QuestionsPerPage,
            timed is null ? preview.Slots : [.. preview.Slots.Where(s => preview.Sections[timed.Number - 1] is var own && own.FirstSlot <= s.Slot && s.Slot <= own.LastSlot)])
        {
            Sections = preview.Sections, Timed = timed,
        }, page));
    }
}

public sealed record PaperHistoryPage(PaperHead Head, ItemHistory History);
