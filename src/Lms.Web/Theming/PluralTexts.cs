namespace Lms.Web.Theming;

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

/// <summary>
/// "{0} {0|course|courses}" in an English text: the first word where argument 0 is one, else the second. Vietnamese nouns have
/// one form, so its texts never need this.
/// </summary>
internal sealed partial class PluralTexts(IStringLocalizerFactory inner) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new Localizer(inner.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new Localizer(inner.Create(baseName, location));

    private sealed class Localizer(IStringLocalizer texts) : IStringLocalizer
    {
        public LocalizedString this[string name] => texts[name];

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var found = texts[name];
                if (!found.Value.Contains('|', StringComparison.Ordinal)) return texts[name, arguments];
                return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, Chosen(found.Value, arguments), arguments), found.ResourceNotFound, found.SearchedLocation);
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.GetAllStrings(includeParentCultures);
    }

    internal static string Chosen(string text, object[] arguments) => Forms().Replace(text, match =>
        int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) is var n && n < arguments.Length && IsOne(arguments[n]) ? match.Groups["one"].Value : match.Groups["many"].Value);

    /// <summary>A number, or one that was written for the page already.</summary>
    private static bool IsOne(object argument) => argument is 1 or 1L or 1m or "1";

    [GeneratedRegex(@"\{(?<n>[0-9])\|(?<one>[^|{}]*)\|(?<many>[^|{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Forms();
}
