using Lms.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Lms.UnitTests.Platform;

/// <summary>One node of the site in this process, as in production, on a given database: any number of nodes may share one. (WebSite brings visitors instead.)</summary>
internal sealed class SiteNode : WebApplicationFactory<Program>
{
    private readonly DatabaseProvider provider;
    private readonly string connectionString;
    private readonly (string Key, string Value)[] settings;

    public SiteNode(EmptyDatabase database, params (string Key, string Value)[] settings)
    {
        (provider, connectionString, this.settings) = (database.Provider, database.ConnectionString, settings);
        ClientOptions.AllowAutoRedirect = false;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Database:Provider", $"{provider}");
        builder.UseSetting("ConnectionStrings:Lms", connectionString);
        builder.UseSetting("Certificates:MasterKey", Convert.ToBase64String(new byte[32]));
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("Logging:LogLevel:Default", "None");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
    }

    /// <summary>As a browser asks.</summary>
    public HttpClient Browser(string language = "vi")
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.Add("Cookie", $"lang=c%3D{language}%7Cuic%3D{language}");
        return client;
    }
}
