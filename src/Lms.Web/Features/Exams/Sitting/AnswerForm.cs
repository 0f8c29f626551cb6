namespace Lms.Web.Features.Exams.Sitting;

using System.Text;
using System.Text.Json;
using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;

/// <summary>Answers as a browser sends them, in a form or as JSON, made into responses.</summary>
internal static class AnswerForm
{
    public const string ShortText = "shortText";

    public static string Field(int slot) => $"answers[{slot}]";

    public static bool IsAnswered(SlotView slot) => IsGiven(slot.Response);

    /// <summary>An answer that was cleared is there, but gives nothing.</summary>
    public static bool IsGiven(Response? response) => response switch
    {
        ChoiceResponse choice => choice.OptionIds.Count > 0,
        TextResponse given => given.Text.Length > 0,
        _ => false,
    };

    public static bool Picked(Response? response, string optionId) => response is ChoiceResponse choice && choice.OptionIds.Contains(optionId);

    public static string TextOf(Response? response) => response is TextResponse given ? given.Text : "";

    /// <summary>What the form answers otherwise than it was answered before. Nothing ticked where nothing was answered is no answer, not a cleared one.</summary>
    public static List<GivenAnswer> Changes(IFormCollection form, IEnumerable<SlotView> slots) =>
        [.. slots.Select(slot => (Slot: slot, Response: Read(form, slot))).Where(a => !Same(a.Slot.Response, a.Response)).Select(a => new GivenAnswer(a.Slot.Slot, a.Response))];

    /// <summary>The page again with what was typed on it.</summary>
    public static IReadOnlyList<SlotView> Overlay(IEnumerable<SlotView> slots, IReadOnlyList<GivenAnswer> answers) =>
        [.. slots.Select(s => answers.FirstOrDefault(a => a.Slot == s.Slot) is { } answer ? s with { Response = answer.Response } : s)];

    /// <summary>{"choice":["a"]} or {"text":"…"}; null for anything else.</summary>
    public static Response? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root) return null;
            if (root.TryGetProperty("choice", out var choice))
                return choice.ValueKind == JsonValueKind.Array && choice.EnumerateArray().All(o => o.ValueKind == JsonValueKind.String)
                    ? Choice(choice.EnumerateArray().Select(o => o.GetString()!)) : null;
            return root.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? Text(text.GetString()!) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // Not JSON, or text that is no Unicode (a lone surrogate): GetString and Normalize say so by exception.
            return null;
        }
    }

    private static Response Read(IFormCollection form, SlotView slot)
    {
        var values = form[Field(slot.Slot)];
        return slot.Question.Type == ShortText
            ? Text(values.FirstOrDefault() ?? "")
            // A radio button cannot be taken back: none in the form means a cut-off form, so the answer stays.
            : values.Count == 0 && slot.Question.Type != "multipleResponse" && slot.Response is { } before ? before
            : Choice(values.OfType<string>());
    }

    private static bool Same(Response? before, Response now) => (before, now) switch
    {
        (null, _) => !IsGiven(now),
        (ChoiceResponse a, ChoiceResponse b) => a.OptionIds.SequenceEqual(b.OptionIds),
        _ => before == now,
    };

    private static ChoiceResponse Choice(IEnumerable<string> ids) => new([.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    private static TextResponse Text(string typed) => new(typed.Normalize(NormalizationForm.FormC));
}
