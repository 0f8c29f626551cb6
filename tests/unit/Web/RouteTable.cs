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
        ("/v", null),
        ("/api", null), // some of it for the holders of a key, whom no session knows
        ("/openapi", null),
        ("/C", null),
        ("/.well-known", null),
        ("/keys", null),
        ("/achievements", null),
        ("/status", null),
        ("/error", null),
        ("/health", null),

        ("/account", EverySignedIn),
        ("/my", EverySignedIn),
        ("/exams", EverySignedIn),
        ("/attempts", EverySignedIn),
        ("/media", EverySignedIn),

        ("/authoring", [Role.Author, Role.Reviewer]),
        ("/authoring/banks/{bank:guid}/questions/{question:guid}/regrade", [Role.Reviewer]),
        ("/teaching", [Role.Instructor, Role.Coordinator]),
        ("/classes", [Role.Coordinator]),
        ("/appeals", [Role.Coordinator]),
        ("/people", [Role.Coordinator, Role.Administrator]),
        ("/organisations", [Role.Coordinator, Role.Administrator]),
        ("/programmes", [Role.Coordinator, Role.Administrator]),
        ("/credentials", [Role.Coordinator, Role.Administrator]),
        ("/credential-templates", [Role.Coordinator, Role.Administrator]),
        ("/my-organisation", [Role.Supervisor]),
        ("/reports/programme", [Role.Coordinator, Role.Registrar, Role.Administrator]),
        ("/register", [Role.Registrar]),
        ("/signing", [Role.Signatory]),
        ("/register/api-keys", [Role.Registrar, Role.Administrator]),
        ("/administration", [Role.Administrator]),
    ];

    /// <returns>False where nobody has decided yet who may go there.</returns>
    public static bool TryFind(string route, out Role[]? roles)
    {
        var path = "/" + route.TrimStart('/');
        var rows = Rows.Where(r => Covers(r.Prefix, path)).OrderByDescending(r => r.Prefix.Length).ToList();
        roles = rows.FirstOrDefault().Roles;
        return rows.Count > 0;
    }

    private static bool Covers(string prefix, string path) =>
        path == prefix || (prefix != "/" && path.StartsWith(prefix + "/", StringComparison.Ordinal));
}
