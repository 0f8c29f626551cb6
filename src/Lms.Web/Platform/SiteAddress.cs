namespace Lms.Web.Platform;

/// <summary>
/// The address the site is known by, for links that leave it (mail, QR codes): <c>Site:Address</c>, for example
/// https://daotao.example.vn. Without it the request's own host is taken, which a visitor can forge: so set it in production.
/// </summary>
public sealed class SiteAddress(IConfiguration configuration, IHttpContextAccessor http)
{
    public bool IsSet => !string.IsNullOrWhiteSpace(configuration["Site:Address"]);

    /// <param name="path">Begins with a slash.</param>
    public string LinkTo(string path)
    {
        if (IsSet) return configuration["Site:Address"]!.TrimEnd('/') + path;
        var request = http.HttpContext?.Request ?? throw new InvalidOperationException("Outside a request, Site:Address must be set.");
        return $"{request.Scheme}://{request.Host}{request.PathBase}{path}";
    }
}
