using Lms.Certificates.Verification;
using Lms.Web.Features.Verification;

namespace Lms.UnitTests.Web.Verification;

public sealed class VerificationWordsTests
{
    [Fact]
    public void Every_standing_has_its_word_and_its_sentence_in_both_languages()
    {
        foreach (var standing in Enum.GetValues<Standing>())
        {
            foreach (var key in new[] { $"Word{standing}", $"Says{standing}" })
                Assert.NotEqual(BothLanguages.In("vi", key), BothLanguages.In("en", key));
        }
    }

    [Fact]
    public void A_value_from_an_address_cannot_become_markup()
    {
        using var page = new StringWriter();

        BothLanguages.Of("CompareHost", "<b>evil</b>").WriteTo(page, System.Text.Encodings.Web.HtmlEncoder.Default);

        Assert.DoesNotContain("<b>", page.ToString(), StringComparison.Ordinal);
    }
}
