using System.Globalization;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Features.Authoring;
using Lms.Web.Theming;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Lms.UnitTests.Web.Theming;

public sealed class PluralTextsTests(WebSite site) : IClassFixture<WebSite>
{
    [Theory]
    [InlineData("{0} {0|course|courses}", 1, "{0} course")]
    [InlineData("{0} {0|course|courses}", 2, "{0} courses")]
    [InlineData("{0} {0|course|courses}", 0, "{0} courses")]
    [InlineData("{0} {0|question is|questions are} here", 1, "{0} question is here")]
    [InlineData("a | b", 1, "a | b")]
    public void One_is_one_and_everything_else_is_many(string text, int number, string chosen) => Assert.Equal(chosen, PluralTexts.Chosen(text, [number]));

    [Theory]
    [InlineData("en", 1, "1 course")]
    [InlineData("en", 3, "3 courses")]
    [InlineData("vi", 1, "1 khóa học")]
    public void The_site_counts_in_both_languages(string culture, int number, string shown)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(culture);
        try { Assert.Equal(shown, site.Services.GetRequiredService<IStringLocalizer<AuthoringText>>()["CoursesCount", number].Value); }
        finally { CultureInfo.CurrentUICulture = before; }
    }
}
