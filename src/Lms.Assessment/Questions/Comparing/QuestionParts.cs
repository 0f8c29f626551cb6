using System.Text.Json;

namespace Lms.Assessment.Questions.Comparing;

/// <param name="Place">What tells it from its like: "options b text". Parts of one place are compared.</param>
/// <param name="List">The list it stands in, null outside of any: "options".</param>
/// <param name="Row">Which of the list: its id, its name, or its number.</param>
/// <param name="Field">The property as stored: "text".</param>
internal sealed record QuestionPart(string Place, string? List, string? Row, string Field, string Value);

/// <summary>
/// A draft taken apart into the values it is stored as, whatever its type: a type added later is compared without a line here.
/// </summary>
internal static class QuestionParts
{
    public static List<QuestionPart> Of(QuestionDraft draft)
    {
        var parts = new List<QuestionPart>();
        using var document = JsonDocument.Parse(AssessmentJson.Write(draft));
        Take(document.RootElement, "", null, null, parts);
        return parts;
    }

    private static void Take(JsonElement element, string place, string? list, string? row, List<QuestionPart> parts)
    {
        foreach (var property in element.EnumerateObject())
        {
            var (at, value) = ($"{place} {property.Name}", property.Value);
            switch (value.ValueKind)
            {
                case JsonValueKind.Object: Take(value, at, list, row, parts); break;
                case JsonValueKind.Array when value.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.Object) || property.Name == "answers": TakeRows(value, at, property.Name, row, parts); break;
                case JsonValueKind.Array: parts.Add(new(at, list, row, property.Name, string.Join(", ", value.EnumerateArray().Select(Text)))); break;
                default: if (property.Name != "id") parts.Add(new(at, list, row, property.Name, Text(value))); break;
            }
        }
    }

    private static void TakeRows(JsonElement rows, string place, string list, string? within, List<QuestionPart> parts)
    {
        foreach (var (index, row) in rows.EnumerateArray().Index())
        {
            var name = row.ValueKind != JsonValueKind.Object ? $"{index + 1}" : Named(row, "id") ?? Named(row, "name") ?? Named(row, "symbol") ?? $"{index + 1}";
            var full = within is null ? name : $"{within}.{name}";
            // An answer that says only its text is stored as that.
            if (row.ValueKind != JsonValueKind.Object) parts.Add(new($"{place} {full} text", list, full, "text", Text(row)));
            else Take(row, $"{place} {full}", list, full, parts);
        }

        // The right order of an ordering is nowhere but in the order of its items.
        if (list == "items") parts.Add(new($"{place} order", null, null, "order", string.Join(" → ", rows.EnumerateArray().Select(r => Named(r, "text")))));
    }

    private static string? Named(JsonElement row, string property) => row.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Null ? "" : value.GetRawText();
}
