using Lms.Assessment.Attempts;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Assessment.Questions.Comparing;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Content.Media;

namespace Lms.Web.Features.Authoring.Question;

public enum QuestionTab { Edit, Trial, Regrade, Usage, History }

/// <summary>What stands above every page of one question.</summary>
public sealed record QuestionHead(BankSummary Bank, QuestionDetail Question, QuestionTab Tab, bool MayReview)
{
    /// <summary>False for a question of a bank that others share.</summary>
    public bool MayEdit { get; init; } = true;
    public string Address => $"~/authoring/banks/{Bank.Key}/questions/{Question.Key}";
    public Steps Steps => new($"{Address}/moves", Question.Stage, Question.PublishedVersionKey is not null, MayReview, Question.Revision);
}

public sealed record QuestionTypePage(BankSummary Bank, Guid? Case);

/// <param name="Head">Null for a question that is yet to be added.</param>
/// <param name="Categories">Those the bank knows already, to choose from.</param>
/// <param name="Cases">The case studies of the bank.</param>
/// <param name="Images">From the library, where the type asks for one.</param>
public sealed record QuestionEditPage(BankSummary Bank, QuestionHead? Head, QuestionForm Form, IReadOnlyList<string> Categories, IReadOnlyList<CaseSummary> Cases, IReadOnlyList<MediaFile> Images)
{
    public string Address => Head?.Address ?? $"~/authoring/banks/{Bank.Key}/questions";
}

/// <param name="Result">Null before a response is given.</param>
public sealed record TrialPage(QuestionHead Head, SlotView Slot, TrialResult? Result);

public sealed record TrialResult(Mark Mark, SlotReview Review)
{
    /// <summary>The key of the text that says how the mark came about.</summary>
    public string WhyKey => (Mark.Reason, Review.Key) switch
    {
        (MarkReason.Wrong, MultipleResponse { Scoring: MultipleScoring.PartialCredit }) => "MarkWhyWrongTicks",
        (MarkReason.PartlyRight, not MultipleResponse { Scoring: MultipleScoring.PartialCredit }) => "MarkWhySteps",
        var (reason, _) => $"MarkWhy{reason}",
    };
}

public sealed record QuestionHistoryPage(QuestionHead Head, ItemHistory History);

/// <param name="From">Number of a version; 0 is the draft as it is now.</param>
public sealed record ComparisonPage(QuestionHead Head, IReadOnlyList<VersionRow> Versions, int From, int To, IReadOnlyList<QuestionChange> Changes);

/// <param name="Names">Of those who regraded, by key.</param>
public sealed record QuestionUsagePage(QuestionHead Head, UseOfQuestion Use, IReadOnlyDictionary<Guid, string> Names);
