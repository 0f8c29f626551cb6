using System.Security.Claims;
using Lms.Web.Identity;

namespace Lms.Web.Theming;

/// <param name="TitleKey">Key in Resources/SiteText; so are the texts of the items.</param>
public sealed record MenuGroup(string TitleKey, IReadOnlyList<MenuItem> Items)
{
    public bool Current => Items.Any(i => i.Current);
}

/// <param name="Current">The page at hand lies here or below.</param>
public sealed record MenuItem(string TextKey, string Href, bool Current);

/// <summary>The main menu. A feature adds one line here and its text to Resources/SiteText.resx and SiteText.en.resx.</summary>
public static class SiteMenu
{
    /// <param name="Permission">Null: for everybody, signed in or not.</param>
    private sealed record Entry(string Group, string TextKey, string Href, Permission? Permission);

    private static readonly Entry[] Entries =
    [
        new("Menu.Public", "Menu.Home", "/", null),
        new("Menu.Public", "Menu.Verify", "/verify", null),
        new("Menu.Learning", "Menu.MyClasses", "/my", Permission.Learn),
        new("Menu.Learning", "Menu.MyCertificates", "/my/certificates", Permission.Learn),
        new("Menu.Department", "Menu.Teaching", "/teaching", Permission.Teach),
        new("Menu.Department", "Menu.Marking", "/teaching/marking", Permission.Teach),
        new("Menu.Department", "Menu.Classes", "/classes", Permission.PlanClasses),
        new("Menu.Department", "Menu.Appeals", "/appeals", Permission.PlanClasses),
        new("Menu.Department", "Menu.People", "/people", Permission.KeepPeople),
        new("Menu.Department", "Menu.Organisations", "/organisations", Permission.KeepPeople),
        new("Menu.Department", "Menu.Programmes", "/programmes", Permission.KeepProgrammes),
        new("Menu.Department", "Menu.Credentials", "/credentials", Permission.KeepProgrammes),
        new("Menu.Department", "Menu.Templates", "/credential-templates", Permission.KeepProgrammes),
        new("Menu.Department", "Menu.MyOrganisation", "/my-organisation", Permission.FollowOrganisation),
        new("Menu.Administration", "Menu.Accounts", "/administration/accounts", Permission.Administer),
        new("Menu.Administration", "Menu.Mail", "/administration/mail", Permission.Administer),
        new("Menu.Administration", "Menu.SigningKeys", "/administration/signing-keys", Permission.Administer),
        new("Menu.Administration", "Menu.System", "/administration/system", Permission.Administer),
        new("Menu.Registrar", "Menu.Register", "/register/certificates", Permission.KeepRegister),
        new("Menu.Registrar", "Menu.Transcription", "/register/transcription", Permission.KeepRegister),
        new("Menu.Registrar", "Menu.Proposals", "/register/proposals", Permission.KeepRegister),
        new("Menu.Registrar", "Menu.Decisions", "/register/decisions", Permission.KeepRegister),
        new("Menu.Registrar", "Menu.Log", "/register/log", Permission.KeepRegister),
        new("Menu.Registrar", "Menu.Signing", "/signing", Permission.SignDecisions),
        new("Menu.Registrar", "Menu.HeldBack", "/register/held-back", Permission.KeepRegister),
        new("Menu.Registrar", "Menu.ApiKeys", "/register/api-keys", Permission.KeepApiKeys),
        new("Menu.Reporting", "Menu.ProgrammeReport", "/reports/programme", Permission.ViewReports),
        new("Menu.Authoring", "Menu.AuthoringOverview", "/authoring", Permission.Author),
        new("Menu.Authoring", "Menu.Courses", "/authoring/courses", Permission.Author),
        new("Menu.Authoring", "Menu.Media", "/authoring/media", Permission.Author),
        new("Menu.Authoring", "Menu.Banks", "/authoring/banks", Permission.Author),
        new("Menu.Authoring", "Menu.Papers", "/authoring/papers", Permission.Author),
    ];

    /// <returns>The groups of which the person may see something, in the order of the list.</returns>
    public static IReadOnlyList<MenuGroup> Items(ClaimsPrincipal user, string path)
    {
        var visible = Entries.Where(e => e.Permission is not { } permission || user.May(permission)).ToList();
        // "/classes/12/roster" lies under "/classes"; where two entries match, the longer one is meant.
        var current = visible.Where(e => IsAtOrBelow(path, e.Href)).MaxBy(e => e.Href.Length);
        return [.. visible.GroupBy(e => e.Group).Select(g => new MenuGroup(g.Key, [.. g.Select(e => new MenuItem(e.TextKey, e.Href, e == current))]))];
    }

    private static bool IsAtOrBelow(string path, string href) =>
        path.Equals(href, StringComparison.OrdinalIgnoreCase) || (href != "/" && path.StartsWith(href + "/", StringComparison.OrdinalIgnoreCase));
}
