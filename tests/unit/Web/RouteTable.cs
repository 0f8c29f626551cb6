using Lms.Web.Identity;

namespace Lms.UnitTests.Web;

/// <summary>
/// Who may go where, written down a second time and without looking at the code: a wrong attribute on a controller
/// disagrees with this table, and an address that is not in it fails the tests until somebody has decided.
/// </summary>
internal static class RouteTable
{
    private static readonly Role[] EverySignedIn = Enum.GetValues<Role>();

    /// <summary>The longest matching prefix counts; null: everybody, signed in or not.</summary>
    private static readonly (string Prefix, Role[]? Roles)[] Rows =
    [
        ("/", null), // the front page alone, see below
        ("/sign-in", null),
        ("/sign-out", null),
        ("/forgotten-password", null),
        ("/new-password", null),
        ("/preferences", null),
        ("/verify", null),
        ("/C", null),
        ("/error", null),
        ("/health", null),

        ("/account", EverySignedIn),
        ("/my", EverySignedIn),
        ("/exams", EverySignedIn),
        ("/attempts", EverySignedIn),
        ("/media", EverySignedIn),

        ("/reports/programme", [Role.Coordinator, Role.Registrar, Role.Administrator]),
        ("/register", [Role.Registrar]),
        ("/administration", [Role.Administrator]),
    ];

    /// <exception cref="KeyNotFoundException">Nobody has decided who may go there.</exception>
    public static Role[]? RolesFor(string route)
    {
        var path = "/" + route.TrimStart('/');
        var row = Rows.Where(r => Covers(r.Prefix, path)).OrderByDescending(r => r.Prefix.Length).Cast<(string, Role[]? Roles)?>().FirstOrDefault()
            ?? throw new KeyNotFoundException($"{path} is not in the table of {nameof(RouteTable)}.cs: decide who may go there and add a row.");
        return row.Roles;
    }

    private static bool Covers(string prefix, string path) =>
        path == prefix || (prefix != "/" && path.StartsWith(prefix + "/", StringComparison.Ordinal));
}
