namespace Lms.Web.Theming;

/// <summary>Light, dark, or as the device has it.</summary>
public enum Shade { Auto, Light, Dark }

/// <summary>The visitor's choice, kept in a cookie so that the first byte of a page already has the right colours.</summary>
public static class ThemeChoice
{
    public const string Cookie = "shade";

    extension(HttpRequest request)
    {
        public Shade Shade => Parse(request.Cookies[Cookie]) ?? Theming.Shade.Auto;
    }

    /// <summary>Only the three words; anything else is null.</summary>
    public static Shade? Parse(string? word) => word switch { "auto" => Shade.Auto, "light" => Shade.Light, "dark" => Shade.Dark, _ => null };
    public static string Word(Shade shade) => shade switch { Shade.Auto => "auto", Shade.Light => "light", Shade.Dark => "dark" };
}
