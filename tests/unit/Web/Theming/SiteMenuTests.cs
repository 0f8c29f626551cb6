using System.Globalization;
using System.Resources;
using System.Security.Claims;
using Lms.Web.Identity;
using Lms.Web.Resources;
using Lms.Web.Theming;

namespace Lms.UnitTests.Web.Theming;

public sealed class SiteMenuTests
{
    [Fact]
    public void A_visitor_sees_the_public_part_only() =>
        Assert.Equal(["Menu.Public"], SiteMenu.Items(Person(), "/").Select(g => g.TitleKey));

    [Fact]
    public void A_trainee_sees_her_classes_but_not_the_register()
    {
        var links = Links(Person(Role.Trainee), "/");
        Assert.Contains("/my", links);
        Assert.DoesNotContain("/register/certificates", links);
    }

    [Fact]
    public void A_page_below_an_entry_marks_that_entry_and_no_other() =>
        Assert.Equal(["/my"], Current("/my/classes/k2p4/lessons/1-2"));

    [Fact]
    public void Of_two_entries_above_a_page_the_nearer_one_is_marked() =>
        Assert.Equal(["/my/certificates"], Current("/my/certificates"));

    [Fact]
    public void The_front_page_is_marked_on_itself_alone()
    {
        Assert.Equal(["/"], Current("/"));
        Assert.DoesNotContain("/", Current("/account"));
    }

    [Theory, InlineData("vi"), InlineData("en")]
    public void Every_group_and_entry_has_a_text(string language)
    {
        var texts = new ResourceManager(typeof(SiteText));
        var everything = SiteMenu.Items(Person(Enum.GetValues<Role>()), "/");
        var missing = everything.SelectMany(g => g.Items.Select(i => i.TextKey).Append(g.TitleKey)).Where(key => texts.GetString(key, CultureInfo.GetCultureInfo(language)) is null);
        Assert.Empty(missing);
    }

    private static List<string> Links(ClaimsPrincipal person, string path) => [.. SiteMenu.Items(person, path).SelectMany(g => g.Items).Select(i => i.Href)];

    private static List<string> Current(string path) =>
        [.. SiteMenu.Items(Person(Role.Trainee), path).SelectMany(g => g.Items).Where(i => i.Current).Select(i => i.Href)];

    private static ClaimsPrincipal Person(params Role[] roles) =>
        new(new ClaimsIdentity(roles.Select(role => new Claim(Visitor.GrantClaim, $"{role}:*"))));
}
