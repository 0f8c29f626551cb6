namespace Lms.E2E.Infrastructure;

/// <summary>The system's Chromium: ./test.sh installs it where it is missing. CHROMIUM names another one.</summary>
public static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome"];

    // The sandbox refuses to run as root; the rest keeps the browser from calling home.
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("No Chromium was found. Run ./test.sh, which installs it, or set CHROMIUM to its path."),
        Args = Arguments,
    });
}

/// <summary>The two screens every page is tested on.</summary>
public enum Screen { Phone, Desktop }

public static class Screens
{
    public static ViewportSize Size(this Screen screen) => screen switch
    {
        Screen.Phone => new ViewportSize { Width = 360, Height = 740 },
        Screen.Desktop => new ViewportSize { Width = 1280, Height = 860 },
    };
}
