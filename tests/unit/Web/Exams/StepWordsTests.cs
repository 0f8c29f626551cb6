using System.Globalization;
using System.Resources;
using Lms.Assessment.Scoring;
using Lms.Web.Features.Exams;
using Lms.Web.Features.Exams.Review;

namespace Lms.UnitTests.Web.Exams;

/// <summary>Keys that views compose from enum members cannot be checked by the compiler, so they are checked here.</summary>
public sealed class StepWordsTests
{
    private static readonly ResourceManager Texts = new(typeof(ExamsText));

    public static TheoryData<string> ComposedKeys() => new((string[])[.. Enum.GetValues<MarkRule>().Select(StepWords.Key), .. Enum.GetNames<MarkReason>().Select(n => $"Mark{n}"), .. Enum.GetValues<MarkRule>().Select(StepWords.ExpectedKey).Distinct()]);

    [Theory, MemberData(nameof(ComposedKeys))]
    public void Every_step_has_words_in_both_languages(string key)
    {
        var vietnamese = Texts.GetString(key, CultureInfo.GetCultureInfo("vi"));
        var english = Texts.GetString(key, CultureInfo.GetCultureInfo("en"));

        Assert.False(string.IsNullOrWhiteSpace(vietnamese));
        Assert.False(string.IsNullOrWhiteSpace(english));
        Assert.NotEqual(vietnamese, english);
    }

    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        var (vietnamese, english) = (Keys("vi"), Keys("en"));

        Assert.Empty(vietnamese.Except(english).Concat(english.Except(vietnamese)));
    }

    private static HashSet<string> Keys(string language) =>
        [.. Texts.GetResourceSet(CultureInfo.GetCultureInfo(language == "vi" ? "" : language), true, false)!.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key)];
}
