namespace Lms.Web.Features.Exams.Sitting;

using System.Text;
using Lms.Assessment.Attempts;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;
using Microsoft.Extensions.Primitives;

/// <summary>Answers as a browser sends them in a form, made into responses, and what stands in its fields. <see cref="AnswerJson"/> reads what the script sends.</summary>
internal static class AnswerForm
{
    public static string Field(int slot) => $"answers[{slot}]";

    /// <summary>Of one item of a matching or ordering, by its id, or of one gap, by its number.</summary>
    public static string Field(int slot, string part) => $"answers[{slot}][{part}]";

    public static string CertaintyField(int slot) => $"certainty[{slot}]";

    public static bool IsAnswered(SlotView slot) => IsGiven(slot.Response);

    /// <summary>An answer that was cleared is there, but gives nothing.</summary>
    public static bool IsGiven(Response? response) => response is { IsEmpty: false };

    public static bool Picked(Response? response, string optionId) => response is ChoiceResponse choice && choice.OptionIds.Contains(optionId);

    public static string TextOf(Response? response) => response is TextResponse given ? given.Text : "";

    /// <summary>What the form answers otherwise than it was answered before. Nothing ticked where nothing was answered is no answer, not a cleared one.</summary>
    public static List<GivenAnswer> Changes(IFormCollection form, IEnumerable<SlotView> slots) =>
        [.. slots.Select(slot => (Slot: slot, Response: Read(name => form[name], slot), Certainty: CertaintyOf(form, slot)))
            .Where(a => !Same(a.Slot.Response, a.Response) || (IsGiven(a.Response) && a.Slot.Certainty != a.Certainty)).Select(a => new GivenAnswer(a.Slot.Slot, a.Response, a.Certainty))];

    /// <summary>The page again with what was typed on it.</summary>
    public static IReadOnlyList<SlotView> Overlay(IEnumerable<SlotView> slots, IReadOnlyList<GivenAnswer> answers) =>
        [.. slots.Select(s => answers.FirstOrDefault(a => a.Slot == s.Slot) is { } answer ? s with { Response = answer.Response, Certainty = answer.Certainty } : s)];

    public static Response Read(Func<string, StringValues> fields, SlotView slot) => slot.Question.Type switch
    {
        QuestionType.Matching => Pairs(fields, slot),
        QuestionType.Ordering => Order(fields, slot),
        QuestionType.Cloze or QuestionType.GapSelect => Gaps(fields, slot),
        QuestionType.Hotspot => Points(fields(Field(slot.Slot)), slot),
        QuestionType.Essay => Essay(fields(Field(slot.Slot)), slot),
        // Files come one by one and with their bytes, see PageFiles.
        QuestionType.FileUpload => slot.Response ?? new FilesResponse([]),
        var type => Simple(fields(Field(slot.Slot)), type, slot.Response),
    };

    internal static Certainty? Certainty(int number) => Enum.IsDefined((Certainty)number) ? (Certainty)number : null;

    /// <summary>What stands stays where the form has no such field.</summary>
    private static Certainty? CertaintyOf(IFormCollection form, SlotView slot) =>
        !slot.AsksCertainty ? null : int.TryParse(form[CertaintyField(slot.Slot)], out var number) ? Certainty(number) : slot.Certainty;

    internal static ChoiceResponse Choice(IEnumerable<string> ids) => new([.. ids.Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <summary>Browsers send the line ends of a form as CR LF and those of a script as LF: one of them is kept.</summary>
    internal static TextResponse Text(string typed) => new(typed.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC));

    /// <summary>A radio button, a list or a text field cannot be missing from a form: where it is, the form was cut off and the answer stays.</summary>
    private static Response Simple(StringValues values, string type, Response? before) =>
        values.Count == 0 && type != QuestionType.MultipleResponse && before is not null ? before
        : type is QuestionType.ShortText or QuestionType.Numeric or QuestionType.Calculated ? Text(values.FirstOrDefault() ?? "")
        : Choice(values.OfType<string>());

    private static MatchResponse Pairs(Func<string, StringValues> fields, SlotView slot)
    {
        var before = (slot.Response as MatchResponse)?.Pairs;
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in slot.Question.Items)
        {
            var given = fields(Field(slot.Slot, item.Id));
            if ((given.Count > 0 ? given[0] : before?.GetValueOrDefault(item.Id)) is { Length: > 0 } right) pairs[item.Id] = right;
        }

        return new MatchResponse(pairs);
    }

    /// <summary>Two items on one place stay as they were shown, one after the other: the page shown next says where they came to stand.</summary>
    private static OrderResponse Order(Func<string, StringValues> fields, SlotView slot)
    {
        var shown = AnswerView.InOrder(slot.Question, slot.Response);
        var places = shown.Select(item => (item.Id, Field: fields(Field(slot.Slot, item.Id)))).ToList();
        if (places.All(p => p.Field.Count == 0) && slot.Response is OrderResponse before) return before;
        return new OrderResponse([.. places.Select(p => (p.Id, Place: int.TryParse(p.Field.FirstOrDefault(), out var place) ? place : 0))
            .Where(p => p.Place > 0).OrderBy(p => p.Place).Select(p => p.Id)]);
    }

    private static GapsResponse Gaps(Func<string, StringValues> fields, SlotView slot)
    {
        var before = (slot.Response as GapsResponse)?.Gaps;
        var gaps = new Dictionary<int, Response>();
        for (var number = 1; number <= slot.Question.Gaps.Count; number++)
        {
            var given = Simple(fields(Field(slot.Slot, $"{number}")), slot.Question.Gaps[number - 1].Type, before?.GetValueOrDefault(number));
            if (!given.IsEmpty) gaps[number] = given;
        }

        return new GapsResponse(gaps);
    }

    private static Response Points(StringValues values, SlotView slot)
    {
        var most = slot.Question.Image?.MostPoints ?? 1;
        if (values.Count == 0 && most == 1 && slot.Response is { } before) return before;
        return new PointsResponse([.. values.Select(AnswerView.Point).OfType<ImagePoint>().Distinct().Take(most)]);
    }

    /// <summary>The template left as it stands is no answer.</summary>
    private static Response Essay(StringValues values, SlotView slot)
    {
        if (values.Count == 0) return slot.Response ?? new TextResponse("");
        var given = Text(values[0] ?? "");
        return slot.Response is null && slot.Question.Writing is { Template: var template } && given == Text(template) ? new TextResponse("") : given;
    }

    private static bool Same(Response? before, Response now) => (before, now) switch
    {
        (null, _) => !IsGiven(now),
        (ChoiceResponse a, ChoiceResponse b) => a.OptionIds.SequenceEqual(b.OptionIds),
        (MatchResponse a, MatchResponse b) => a.Pairs.Count == b.Pairs.Count && a.Pairs.All(p => b.Pairs.GetValueOrDefault(p.Key) == p.Value),
        (OrderResponse a, OrderResponse b) => a.ItemIds.SequenceEqual(b.ItemIds),
        (GapsResponse a, GapsResponse b) => a.Gaps.Count == b.Gaps.Count && a.Gaps.All(g => b.Gaps.TryGetValue(g.Key, out var other) && Same(g.Value, other)),
        (PointsResponse a, PointsResponse b) => a.Points.SequenceEqual(b.Points),
        _ => before == now,
    };
}
