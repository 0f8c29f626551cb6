using Lms.Assessment.Attempts;
using Lms.Assessment.Exchange;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Bank;

public sealed record ImportUploadPage(BankSummary Bank);

/// <param name="Packed">The file itself, sealed, for the answer.</param>
/// <param name="Duplicates">Places of questions that are in the bank, or earlier in the file, already.</param>
public sealed record ImportPreviewPage(BankSummary Bank, ImportedFile File, string FileName, string Packed, IReadOnlySet<int> Duplicates, string Category)
{
    /// <summary>Beyond these a question is listed by its title: a page of thousands of forms helps nobody.</summary>
    private const int MostShown = 200;
    private static readonly Points OnePoint = Points.Of(1);

    public string Address => $"~/authoring/banks/{Bank.Key}/import";
    public int Taken => File.Questions.Count(MayBeTaken);

    public SlotView? Shown(int place) => File.Questions[place] is { Definition: { } definition } question && MayBeTaken(question) && place < MostShown
        ? new SlotView(place + 1, null, OnePoint, ShownQuestion.Of(definition), null, null) : null;

    public static bool MayBeTaken(ImportedQuestion question) => question.Definition is not null && question.Issues.All(i => i.Kind != ImportIssueKind.InvalidQuestion);
}

/// <param name="One">A question of the bulk, by which the whole of it is found again.</param>
public sealed record ImportDonePage(BankSummary Bank, int Count, Guid One);

/// <summary>What could not be taken, in the reader's language.</summary>
internal static class ImportWords
{
    public static string Of(ImportIssue issue, IStringLocalizer<AuthoringText> text) => issue.Kind switch
    {
        ImportIssueKind.InvalidQuestion => text["ImportIssueInvalidQuestion",
            issue.Details is [_, { Words: var kind }, ..] && Enum.TryParse<QuestionProblemKind>(kind, out var known) ? text[$"QuestionProblem{known}"].Value : ""],
        ImportIssueKind.Unreadable or ImportIssueKind.TooLarge or ImportIssueKind.TypeNotSupported or ImportIssueKind.Dropped or ImportIssueKind.UnusualFraction or ImportIssueKind.Incomplete
            or ImportIssueKind.RulesNotSupported or ImportIssueKind.MediaMissing or ImportIssueKind.EncodingGuessed => text[$"ImportIssue{issue.Kind}", [.. issue.Details.Select(d => Of(d, text)), "", ""]],
    };

    private static string Of(ImportDetail detail, IStringLocalizer<AuthoringText> text) =>
        detail.Phrase is { } phrase ? text[$"ImportPhrase{phrase}", [.. detail.Arguments.Select(a => Of(a, text))]] : detail.Words;
}
