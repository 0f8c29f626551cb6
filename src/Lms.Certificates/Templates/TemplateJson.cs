using System.Text.Json;

namespace Lms.Certificates.Templates;

/// <summary>Designs as they are stored.</summary>
internal static class TemplateJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };

    public static string Write(TemplateDesign design) => JsonSerializer.Serialize(design, Options);

    /// <exception cref="JsonException">Not as <see cref="Write"/> wrote it.</exception>
    public static TemplateDesign Read(string json) => JsonSerializer.Deserialize<TemplateDesign>(json, Options) ?? throw new JsonException("No design.");
}
