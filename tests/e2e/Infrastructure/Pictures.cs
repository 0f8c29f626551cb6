namespace Lms.E2E.Infrastructure;

/// <summary>The README's pictures: taken on the tests' way where LMS_PICTURES=1, so that an ordinary run leaves the tree as it was.</summary>
public static class Pictures
{
    public static bool Wanted { get; } = Environment.GetEnvironmentVariable("LMS_PICTURES") == "1";

    public static string PathOf(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(Site.RepositoryRoot, "docs", "screenshots")).FullName, name + ".png");
}
