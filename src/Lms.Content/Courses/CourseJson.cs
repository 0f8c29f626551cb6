using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lms.Content.Courses;

/// <summary>The body of a course's item: readable Vietnamese, composed (NFC), in property order, so that equal courses hash alike.</summary>
internal static class CourseJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowOutOfOrderMetadataProperties = true,
    };

    public static string Write(CourseContent content) => JsonSerializer.Serialize(content, Options).Normalize(NormalizationForm.FormC);

    public static CourseContent Read(string body) => JsonSerializer.Deserialize<CourseContent>(body, Options)!;
}
