namespace Lms.E2E.Infrastructure;

/// <summary>
/// The README's pictures: taken on the tests' way where LMS_PICTURES=1, so that an ordinary run leaves the tree as it was.
/// Only those that are there already are taken anew, since most views are looked at on two screens and shown on one: to add
/// a picture, create an empty file of its name.
/// </summary>
public static class Pictures
{
    private static readonly bool Asked = Environment.GetEnvironmentVariable("LMS_PICTURES") == "1";

    public static bool Wanted(string name) => Asked && File.Exists(PathOf(name));

    public static string PathOf(string name) => Path.Combine(Site.RepositoryRoot, "docs", "screenshots", name + ".png");
}
