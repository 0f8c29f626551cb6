using Lms.Assessment.Attempts;
using Lms.Assessment.Papers.Printing;
using Lms.Assessment.Questions;
using Lms.Documents;
using Lms.Web.Features.Exams;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Paper;

/// <summary>The exam as candidates get it on paper: fields for who they are, the variant's letter, questions with room for answers.</summary>
internal static class PrintedSheet
{
    private const double Indent = 40;

    public static IEnumerable<string> Pictures(PrintedPaper paper) =>
        paper.Sections.Select(s => s.Instructions).Append(paper.Instructions).Concat(paper.Key.Select(s => s.Question.Prompt)).Concat(paper.Key.Select(s => s.Question.Case?.Text ?? "")).Concat(paper.Key.SelectMany(s => s.Question.Options).Select(o => o.Text))
            .SelectMany(PrintedProse.Of).Select(p => p.Picture).OfType<string>().Concat(paper.Key.Select(s => s.Question.Image?.Address).OfType<string>());

    public static byte[] Render(PrintedPaper paper, IReadOnlyDictionary<string, byte[]> pictures, IStringLocalizer text)
    {
        using var flow = new PageFlow($"{paper.Title} – {paper.Letter}");
        flow.Text(paper.Title, 16, bold: true);
        flow.Text(text["PrintVariant", paper.Letter, paper.Number], 12, bold: true, above: 2);
        flow.Text(text["PrintFacts", paper.TimeLimitMinutes, paper.Key.Count, paper.Maximum.Text], 10);
        flow.Fields(text["PrintName"], text["PrintStaffCode"]);
        flow.Fields(text["PrintClass"], text["PrintDate"], text["PrintSignature"]);
        flow.Rule(12);
        Prose(flow, paper.Instructions, pictures, text, 0);
        Guid? study = null;
        foreach (var slot in paper.Key)
        {
            if (paper.Sections.FirstOrDefault(s => s.FirstSlot == slot.Slot) is { } section)
            {
                if (section.Title.Length > 0) flow.Text(section.Title, 13, bold: true, above: 12, keepWithNext: true);
                Prose(flow, section.Instructions, pictures, text, 0);
            }

            if (slot.Question.Case is { } given && given.Key != study)
            {
                flow.Text(given.Title, 12, bold: true, above: 10, keepWithNext: true);
                Prose(flow, given.Text, pictures, text, 0);
            }

            study = slot.Question.Case?.Key;
            flow.Text(text["PrintQuestion", slot.Slot, slot.Maximum.Text], 11, bold: true, above: 9, keepWithNext: true);
            Prose(flow, Gapped(slot.Question), pictures, text, 0);
            Answer(flow, slot.Question, pictures, text);
        }

        return flow.Finish((page, of) => text["PrintFoot", paper.Letter, page, of]);
    }

    /// <summary>"[[2]]" marks a gap in the prompt; on paper it is a number in brackets with room behind it.</summary>
    private static string Gapped(ShownQuestion question) =>
        question.Gaps.Select((_, i) => i + 1).Aggregate(question.Prompt, (prompt, gap) => prompt.Replace($"[[{gap}]]", $"({gap}) ……", StringComparison.Ordinal));

    private static void Prose(PageFlow flow, string markdown, IReadOnlyDictionary<string, byte[]> pictures, IStringLocalizer text, double indent)
    {
        foreach (var piece in PrintedProse.Of(markdown))
            if (piece.Picture is null) flow.Text(piece.Text, indent: indent);
            else Picture(flow, piece.Picture, piece.Text, pictures, text);
    }

    private static void Picture(PageFlow flow, string address, string words, IReadOnlyDictionary<string, byte[]> pictures, IStringLocalizer text)
    {
        if (!pictures.TryGetValue(address, out var bytes) || !flow.Picture(bytes)) flow.Text(text["PrintPictureMissing", words]);
    }

    private static void Answer(PageFlow flow, ShownQuestion question, IReadOnlyDictionary<string, byte[]> pictures, IStringLocalizer text)
    {
        switch (question.Type)
        {
            case QuestionType.SingleChoice or QuestionType.MultipleResponse:
                foreach (var (i, option) in question.Options.Index()) flow.Option(PrintedKey.Letter(i), PrintedProse.Line(option.Text), Indent, round: question.Type == QuestionType.SingleChoice);
                break;
            case QuestionType.TrueFalse:
                flow.Option("A", text["PrintTrue"], Indent, round: true);
                flow.Option("B", text["PrintFalse"], Indent, round: true);
                break;
            case QuestionType.Matching:
                foreach (var (i, item) in question.Items.Index()) flow.Text($"{PrintedProse.Line(item.Text)}   ……", indent: Indent, mark: $"{i + 1}.");
                foreach (var (i, option) in question.Options.Index()) flow.Text(PrintedProse.Line(option.Text), indent: Indent, mark: $"{PrintedKey.Letter(i)}.", above: i == 0 ? 4 : 0);
                break;
            case QuestionType.Ordering:
                foreach (var (i, option) in question.Options.Index()) flow.Text($"{PrintedProse.Line(option.Text)}   ……", indent: Indent, mark: $"{PrintedKey.Letter(i)}.");
                flow.Text(text["PrintOrdering"], 10);
                break;
            case QuestionType.Cloze or QuestionType.GapSelect:
                foreach (var (i, gap) in question.Gaps.Index())
                    flow.Text(gap.Options.Count == 0 ? "……………………………………" : string.Join("   ", gap.Options.Select((o, n) => $"{PrintedKey.Letter(n)}. {PrintedProse.Line(o.Text)}")), indent: Indent, mark: $"({i + 1})");
                break;
            case QuestionType.Hotspot:
                if (question.Image is { } image) Picture(flow, image.Address, image.Text, pictures, text);
                flow.Text(text["PrintHotspot"], 10);
                break;
            case QuestionType.Essay or QuestionType.FileUpload:
                flow.BlankLines(14);
                break;
            default:
                flow.BlankLines(1);
                break;
        }
    }
}
