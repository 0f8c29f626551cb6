using System.Text.Json;

namespace Lms.E2E.Infrastructure;

/// <param name="Right">Texts of the right options, or of an answer that counts.</param>
public sealed record KnownQuestion(string Type, IReadOnlyList<string> Right)
{
    public bool IsTyped => Type == "shortText";
    public bool IsRight(string option) => Right.Any(r => AnswerKey.Bare(r) == AnswerKey.Bare(option));
}

/// <summary>What a candidate who read every lesson knows of the demo's course: found by the words on the screen.</summary>
public sealed class AnswerKey
{
    private readonly Dictionary<string, KnownQuestion> byPrompt;

    public AnswerKey()
    {
        var file = Path.Combine(Site.RepositoryRoot, "src/Lms.Web/Seeds/Demo/Courses/nhap-mon-cong-tac-xa-hoi/questions.json");
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        byPrompt = json.RootElement.GetProperty("questions").EnumerateArray().ToDictionary(q => Bare(q.GetProperty("prompt").GetString()!), Read);
    }

    public KnownQuestion Find(string prompt) =>
        byPrompt.TryGetValue(Bare(prompt), out var known) ? known : throw new InvalidOperationException($"Nobody learnt: {prompt}");

    /// <summary>Letters and digits only: what is left of a text when it was rendered.</summary>
    internal static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static KnownQuestion Read(JsonElement question)
    {
        var type = question.GetProperty("type").GetString()!;
        return new KnownQuestion(type, type switch
        {
            "trueFalse" => [question.GetProperty("correct").GetBoolean() ? "Đúng" : "Sai"],
            "shortText" => [question.GetProperty("answers")[0].GetString()!],
            _ => [.. question.GetProperty("options").EnumerateArray().Where(o => o.GetProperty("correct").GetBoolean()).Select(o => o.GetProperty("text").GetString()!)],
        });
    }
}
