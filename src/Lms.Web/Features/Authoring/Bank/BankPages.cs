using Lms.Assessment.Questions;
using Lms.Publishing;
using Lms.Web.Theming;

namespace Lms.Web.Features.Authoring.Bank;

public sealed record BankListPage(IReadOnlyList<BankSummary> Banks, OwnerList Owners, NewBankForm Form);

public sealed class NewBankForm
{
    public string? Title { get; set; }
    public Guid? OwnerKey { get; set; }
}

public sealed record BankFilter(string? Search, string? Category, string? Type, Stage? Stage)
{
    public bool Any => !string.IsNullOrEmpty(Search) || !string.IsNullOrEmpty(Category) || !string.IsNullOrEmpty(Type) || Stage is not null;
}

/// <param name="TypedTitle">A new title that was refused; null on every other occasion.</param>
public sealed record BankPage(
    BankSummary Bank, string Owner, IReadOnlyList<QuestionSummary> Questions, IReadOnlyList<string> Categories, BankFilter Filter, Pager Pager,
    bool MayReview, string? TypedTitle = null)
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
