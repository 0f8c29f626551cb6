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
    public static IHtmlContent Of(string key, params object[] values)
    {
        var html = new HtmlContentBuilder();
        foreach (var language in Languages)
        {
            var text = string.Format(language, In(language.Name, key), values);
            html.AppendHtml($"<span lang=\"{language.Name}\" class=\"{(language == Languages[0] ? "" : "in-english")}\">{WebUtility.HtmlEncode(text)}</span> ");
        }

        return html;
    }
}
