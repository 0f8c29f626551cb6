namespace Lms.Web.Features.Verification;

using System.Globalization;
using System.Net;
using System.Resources;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Html;

/// <summary>
/// A certificate is checked by whoever holds it in his hand, and his phone's language is not ours to guess: every
/// word of the result stands in Vietnamese and in English.
/// </summary>
internal static class BothLanguages
{
    private static readonly ResourceManager Texts = new(typeof(VerificationText));
    private static readonly CultureInfo[] Languages = [.. ThemingRegistration.Cultures.Select(CultureInfo.GetCultureInfo)];

    public static string In(string language, string key) =>
        Texts.GetString(key, CultureInfo.GetCultureInfo(language)) ?? throw new MissingManifestResourceException($"No text {key}.");

    /// <summary>Inline: for headings, labels and short sentences.</summary>
    public static IHtmlContent Of(string key, params object[] values) =>
        Written(language => WebUtility.HtmlEncode(string.Format(language, In(language.Name, key), values)));

    /// <summary>As <see cref="Of"/>, with a place in each sentence that a script of the page fills in.</summary>
    /// <param name="slots">Their names, in the order of {0}, {1} …; words of ours, not of a visitor.</param>
    public static IHtmlContent WithSlots(string key, params string[] slots) =>
        Written(language => string.Format(language, WebUtility.HtmlEncode(In(language.Name, key)), [.. slots.Select(slot => $"<span data-slot=\"{slot}\"></span>")]));

    private static HtmlContentBuilder Written(Func<CultureInfo, string> sentence)
    {
        var html = new HtmlContentBuilder();
        foreach (var language in Languages)
            html.AppendHtml($"<span lang=\"{language.Name}\" class=\"{(language == Languages[0] ? "" : "in-english")}\">{sentence(language)}</span> ");
        return html;
    }
}
