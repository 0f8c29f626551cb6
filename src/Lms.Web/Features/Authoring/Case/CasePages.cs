using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Web.Theming;

namespace Lms.Web.Features.Authoring.Case;

public sealed record CaseListPage(BankSummary Bank, IReadOnlyList<CaseSummary> Cases, Pager Pager)
{
    public string Address => $"~/authoring/banks/{Bank.Key}/cases";
}

/// <param name="Case">Null for one that is yet to be added.</param>
public sealed record CaseEditPage(BankSummary Bank, CaseDetail? Case, CaseForm Form, bool MayReview)
{
    public string Address => $"~/authoring/banks/{Bank.Key}/cases{(Case is { } study ? $"/{study.Key}" : "")}";
    public Steps Steps => new($"{Address}/moves", Case!.Stage, Case.PublishedVersionKey is not null, MayReview, Case.Revision);
}

/// <summary>A case study as its editor sends it.</summary>
public sealed class CaseForm
{
    public int Revision { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }
    public bool ShuffleWithin { get; set; }

    public static CaseForm Of(CaseDetail detail) => new() { Revision = detail.Revision, Title = detail.Draft.Title, Text = detail.Draft.Text, ShuffleWithin = detail.Draft.ShuffleWithin };

    public CaseDraft ToDraft() => new(Title ?? "", Text?.ReplaceLineEndings("\n") ?? "") { ShuffleWithin = ShuffleWithin };
}
