using System.Globalization;

namespace Lms.Assessment.Exchange;

public enum ImportIssueKind
{
    /// <summary>{0} what is wrong with the file.</summary>
    Unreadable,
    /// <summary>{0} the limit.</summary>
    TooLarge,
    /// <summary>{0} the type as the file names it.</summary>
    TypeNotSupported,
    /// <summary>{0} the element or property, {1} what became of it.</summary>
    Dropped,
    /// <summary>{0} the fraction given, {1} the nearest usual one, which was taken.</summary>
    UnusualFraction,
    /// <summary>{0} what is missing.</summary>
    Incomplete,
    /// <summary>{0} why the item's rules cannot be expressed.</summary>
    RulesNotSupported,
    /// <summary>{0} name of the file that the question refers to.</summary>
    MediaMissing,
    /// <summary>{0} encoding that was assumed.</summary>
    EncodingGuessed,
    /// <summary>{0} path of the field, {1} kind of <see cref="Questions.QuestionProblemKind"/>.</summary>
    InvalidQuestion,
}

internal static class ImportIssueText
{
    public static string InEnglish(ImportIssue issue) => string.Format(CultureInfo.InvariantCulture, issue.Kind switch
    {
        ImportIssueKind.Unreadable => "Cannot be read: {0}",
        ImportIssueKind.TooLarge => "Too large: {0}",
        ImportIssueKind.TypeNotSupported => "Questions of type {0} are not supported.",
        ImportIssueKind.Dropped => "{0} was not taken: {1}",
        ImportIssueKind.UnusualFraction => "{0} is not a usual fraction; the nearest, {1}, was taken.",
        ImportIssueKind.Incomplete => "Incomplete: {0}",
        ImportIssueKind.RulesNotSupported => "Not supported: {0}",
        ImportIssueKind.MediaMissing => "The file {0} is not in the package.",
        ImportIssueKind.EncodingGuessed => "The encoding is not stated; read as {0}.",
        ImportIssueKind.InvalidQuestion => "{0}: {1}",
    }, [.. issue.Details, "", ""]);
}
