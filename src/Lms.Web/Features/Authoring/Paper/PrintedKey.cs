using Lms.Assessment.Attempts;
using Lms.Assessment.Papers.Printing;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Documents;
using Lms.Web.Features.Exams;
using Lms.Web.Features.Exams.Review;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Paper;

/// <summary>What is right on one variant, in the letters and order of its sheet.</summary>
internal static class PrintedKey
{
    public static byte[] Render(PrintedPaper paper, IStringLocalizer text)
    {
        using var flow = new PageFlow($"{text["PrintKey"]}: {paper.Title} – {paper.Letter}");
        flow.Text($"{text["PrintKey"]}: {paper.Title}", 16, bold: true);
        flow.Text(text["PrintVariant", paper.Letter, paper.Number], 12, bold: true, above: 2);
        flow.Rule();
        foreach (var slot in paper.Key)
            flow.Text($"{Right(slot, text)}   ({text["PointsCount", slot.Maximum.Text]})", indent: 40, mark: $"{slot.Slot}.", above: 3);
        return flow.Finish((page, of) => text["PrintFoot", paper.Letter, page, of]);
    }

    public static string Letter(int place) => ((char)('A' + place % 26)).ToString();

    internal static string Right(SlotReview slot, IStringLocalizer text) => slot.Correction == KeyState.Credited ? text["PrintCredited"].Value : slot.Key switch
    {
        SingleChoice single => Letters(slot, single.Options.Where(o => o.Correct).Select(o => o.Id)),
        MultipleResponse multiple => Letters(slot, multiple.Options.Where(o => o.Correct).Select(o => o.Id)),
        TrueFalse statement => statement.Correct ? $"A ({text["PrintTrue"]})" : $"B ({text["PrintFalse"]})",
        Matching matching => string.Join(", ", slot.Question.Items.Select((item, i) => $"{i + 1}–{Letters(slot, matching.Left.Where(l => l.Id == item.Id).Select(l => l.Right))}")),
        Ordering ordering => string.Join(", ", ordering.Items.Select(item => Letters(slot, [item.Id]))),
        Cloze or GapSelect => string.Join("; ", ReviewRows.Of(slot, n => $"({n})").Select(row => $"{row.Name} {PrintedProse.Line(row.Right)}")),
        Hotspot hotspot => string.Join(", ", hotspot.Areas.Where(a => a.Fraction > 0m).Select(a => a.Label)),
        Essay or FileUpload => text["PrintByHand"],
        _ => string.Join(" / ", slot.RightTexts),
    };

    private static string Letters(SlotReview slot, IEnumerable<string> ids)
    {
        var places = slot.Question.Options.Index().ToDictionary(o => o.Item.Id, o => o.Index);
        return string.Join(", ", ids.Where(places.ContainsKey).Select(id => places[id]).Order().Select(Letter));
    }
}
