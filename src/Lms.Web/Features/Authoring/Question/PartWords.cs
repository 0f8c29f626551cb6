using Lms.Assessment.Questions.Comparing;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>Where in a question something changed, in the reader's words.</summary>
internal static class PartWords
{
    /// <summary>"Options b: text". A property without a word of its own stands as it is stored.</summary>
    public static string Of(QuestionChange change, IStringLocalizer<AuthoringText> text) =>
        change.List is null ? Word(change.Field, text) : $"{Word(change.List, text)} {change.Row}: {Word(change.Field, text)}";

    /// <summary>True and false as words; everything else is a text of the author's, or a number.</summary>
    public static string Value(string stored, IStringLocalizer<AuthoringText> text) => stored switch
    {
        "true" => text["Yes"],
        "false" => text["No"],
        "" => "—",
        _ => stored,
    };

    /// <summary>The colour that goes with the word.</summary>
    public static string Badge(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "badge--success",
        ChangeKind.Removed => "badge--danger",
        ChangeKind.Changed => "badge--info",
    };

    private static string Word(string property, IStringLocalizer<AuthoringText> text) =>
        text[$"Part{char.ToUpperInvariant(property[0])}{property[1..]}"] is { ResourceNotFound: false } word ? word.Value : property;
}
