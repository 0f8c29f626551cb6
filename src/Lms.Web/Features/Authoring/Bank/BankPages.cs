using Lms.Assessment.Questions;
using Lms.Publishing;
using Lms.Web.Theming;

namespace Lms.Web.Features.Authoring.Bank;

public sealed record BankListPage(IReadOnlyList<BankSummary> Banks, IReadOnlyList<BankSummary> Shared, OwnerList Owners, NewBankForm Form);

public sealed class NewBankForm
{
    public string? Title { get; set; }
    public Guid? OwnerKey { get; set; }
}

/// <summary>The filter of a list of questions as its form sends it.</summary>
public sealed class BankFilter
{
    public string? Search { get; set; }
    public string? Category { get; set; }
    public string? Type { get; set; }
    public Stage? Stage { get; set; }
    public string? Tag { get; set; }
    public int? Difficulty { get; set; }
    public CognitiveLevel? Level { get; set; }
    public string? Outcome { get; set; }

    /// <summary>Whether one is set that stands in the part of the form that is folded at first.</summary>
    public bool AnyFurther => Tag is not null || Difficulty is not null || Level is not null || Outcome is not null;
    public bool Any => Search is not null || Category is not null || Type is not null || Stage is not null || AnyFurther;

    /// <param name="all">Banks of which everything is seen; null for all there are.</param>
    public QuestionFilter Within(IReadOnlyCollection<Guid>? all, IReadOnlyCollection<Guid> published) => new()
    {
        Search = Search, Category = Category, Type = Type, Tag = Tag, Outcome = Outcome, Difficulty = Difficulty, Level = Level, Stage = Stage, Banks = all, PublishedOfBanks = published,
    };
}

/// <summary>For the partial view _QuestionFilter.</summary>
public sealed record QuestionFilterView(string Address, BankFilter Filter, QuestionFacets Facets);

/// <param name="TypedTitle">A new title that was refused; null on every other occasion.</param>
public sealed record BankPage(
    BankSummary Bank, string Owner, IReadOnlyList<QuestionSummary> Questions, QuestionFacets Facets, BankFilter Filter, Pager Pager,
    bool MayEdit, bool MayReview, string? TypedTitle = null)
{
    public string Address => $"~/authoring/banks/{Bank.Key}";
}

/// <summary>Several questions, one step.</summary>
public sealed class BulkForm
{
    public List<Guid> Keys { get; set; } = [];
    public PublishAction Step { get; set; }
    public string? Note { get; set; }
}

/// <param name="Banks">Those the visitor may read, to name the bank of each question.</param>
public sealed record QuestionSearchPage(IReadOnlyList<BankSummary> Banks, IReadOnlyList<QuestionSummary> Questions, QuestionFacets Facets, BankFilter Filter, Pager Pager)
{
    public string BankOf(QuestionSummary question) => Banks.FirstOrDefault(b => b.Key == question.BankKey)?.Title ?? "";
}

/// <param name="Institutions">All there are, without the owner.</param>
public sealed record SharingPage(BankSummary Bank, BankShares Shares, IReadOnlyList<Owner> Institutions);
