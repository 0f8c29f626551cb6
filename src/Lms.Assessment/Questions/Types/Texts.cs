using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lms.Assessment.Questions.Types;

/// <param name="Text">Where the question takes wildcards, * stands for any run of characters and \* for the character itself.</param>
[JsonConverter(typeof(TextAnswerJson))]
public sealed record TextAnswer(string Text, decimal Fraction = 1m, string Feedback = "")
{
    public static implicit operator TextAnswer(string text) => new(text);
}

/// <summary>The first answer that fits counts, so a wide pattern belongs after the narrow ones.</summary>
public sealed record ShortText : QuestionDefinition
{
    public required IReadOnlyList<TextAnswer> Answers { get; init; }
    public bool CaseSensitive { get; init; }
    /// <summary>False lets "tham van" pass for "tham vấn".</summary>
    public bool DiacriticsSensitive { get; init; } = true;
    public bool Wildcards { get; init; }
}

/// <summary>An answer that earns everything and says nothing is stored as its text alone, as all of them once were.</summary>
internal sealed class TextAnswerJson : JsonConverter<TextAnswer>
{
    private sealed record Stored(string Text, decimal Fraction, string Feedback);

    public override TextAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new TextAnswer(reader.GetString()!);
        var stored = JsonSerializer.Deserialize<Stored>(ref reader, options)!;
        return new TextAnswer(stored.Text, stored.Fraction, stored.Feedback);
    }

    public override void Write(Utf8JsonWriter writer, TextAnswer value, JsonSerializerOptions options)
    {
        if (value is { Fraction: 1m, Feedback: "" }) writer.WriteStringValue(value.Text);
        else JsonSerializer.Serialize(writer, new Stored(value.Text, value.Fraction, value.Feedback), options);
    }
}
