using System.Diagnostics;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Assessment.Scoring.Types;

namespace Lms.Assessment.Attempts;

/// <summary>Turns a drawn form into what a candidate may see while she answers.</summary>
internal static class ShownPaper
{
    private static readonly ShownOption[] Statement = [new("true", ""), new("false", "")];

    public static List<SlotView> Slots(FrozenPaper paper, IReadOnlyList<DrawnSlot> form, AnswerLog? log = null)
    {
        var slots = new List<SlotView>(form.Count);
        for (var i = 0; i < form.Count; i++)
        {
            var question = paper.Question(form[i]);
            slots.Add(new SlotView(i + 1, question.Section, question.Maximum, Question(question, form[i].Drawn), log?.Response(i + 1), log?.Last(i + 1)?.GivenAt)
            {
                AsksCertainty = paper.AsksCertainty(form[i]), Certainty = log?.Certainty(i + 1),
            });
        }

        return slots;
    }

    public static List<ShownSection> Sections(FrozenPaper paper, IReadOnlyList<DrawnSlot> form)
    {
        var shown = new List<ShownSection>();
        foreach (var slots in form.Index().GroupBy(s => paper.SectionOf(s.Item)))
        {
            var section = paper.Content.Sections[slots.Key];
            var minimum = paper.Pass.Sections.Where(s => s.Section == slots.Key).Select(s => (Points?)s.Score).FirstOrDefault();
            shown.Add(new ShownSection(section.Title, section.Instructions, slots.First().Index + 1, slots.Last().Index + 1, paper.MaximumOf(slots.Key), minimum) { Minutes = paper.Content.TimesSections() ? section.TimeLimitMinutes : null });
        }

        return shown;
    }

    public static ShownQuestion Question(PooledQuestion question, int[] drawn) =>
        Question(question.Definition, drawn) with { Case = question.Case is { } study ? new ShownCase(study.VersionKey, study.Draft.Title, study.Draft.Text) : null };

    /// <param name="drawn">See <see cref="DrawnSlot.Drawn"/>; empty for everything as written.</param>
    public static ShownQuestion Question(QuestionDefinition definition, int[] drawn) => definition switch
    {
        SingleChoice single => Bare(definition, Options(single.Options, drawn)),
        MultipleResponse multiple => Bare(definition, Options(multiple.Options, drawn)),
        TrueFalse => Bare(definition, Statement),
        Matching matching => Bare(definition, Ordered(matching.Right, drawn, r => new ShownOption(r.Id, r.Text)))
            with { Items = [.. matching.Left.Select(l => new ShownOption(l.Id, l.Text))] },
        // As written is in the right order: where nothing was drawn they stand by their ids, which say nothing of it.
        Ordering ordering => Bare(definition, drawn.Length > 0 ? Ordered(ordering.Items, drawn, Shown) : [.. ordering.Items.OrderBy(i => i.Text, StringComparer.Ordinal).Select(Shown)]),
        ShortText => Bare(definition, []),
        Numeric numeric => Bare(definition, []) with { Units = [.. numeric.Units.Select(u => u.Symbol)] },
        Calculated calculated => Bare(definition, []) with
        {
            Prompt = ShownQuestion.WithValues(definition.Prompt, DrawnValues.Read(definition, drawn) ?? DrawnValues.Read(definition, new int[Math.Max(1, calculated.Variables.Count)])),
            Units = [.. calculated.Units.Select(u => u.Symbol)],
        },
        Cloze cloze => Bare(definition, []) with { Gaps = [.. cloze.Gaps.Select(g => new ShownGap(QuestionType.Of(g.Question), Question(g.Question, []).Options, g.Display))] },
        GapSelect select => Bare(definition, Ordered(select.Choices, drawn, c => new ShownOption(c.Id, c.Text))) with { Gaps = Gaps(select, drawn), Drag = select.Drag },
        Hotspot hotspot => Bare(definition, [.. hotspot.Areas.Select(a => new ShownOption(a.Id, a.Label))]) with { Image = new ShownImage(hotspot.Image, hotspot.ImageText, hotspot.MostPoints) { Areas = [.. hotspot.Areas.Select(a => PointInArea.Of(a, hotspot.Areas))] } },
        Essay essay => Bare(definition, []) with { Writing = new WritingLimits(essay.FewestWords, essay.MostWords, essay.Template) },
        FileUpload upload => Bare(definition, []) with { Files = FileLimits.Of(upload) },
        _ => throw new UnreachableException($"{definition.GetType().Name} cannot be shown."),
    };

    private static ShownQuestion Bare(QuestionDefinition definition, IReadOnlyList<ShownOption> options) => new(QuestionType.Of(definition), definition.Prompt, options);

    private static ShownOption Shown(Item item) => new(item.Id, item.Text);

    private static ShownGap[] Gaps(GapSelect select, int[] drawn)
    {
        var choices = Ordered(select.Choices, drawn, c => c);
        return [.. select.Gaps.Select(right => new ShownGap(QuestionType.SingleChoice,
            [.. choices.Where(c => c.Group == select.Choices.FirstOrDefault(r => r.Id == right)?.Group).Select(c => new ShownOption(c.Id, c.Text))], GapDisplay.Inline))];
    }

    private static ShownOption[] Options(IReadOnlyList<ChoiceOption> options, int[] order) => Ordered(options, order, o => new ShownOption(o.Id, o.Text));

    private static R[] Ordered<T, R>(IReadOnlyList<T> items, int[] order, Func<T, R> shown) =>
        order.Length == 0 ? [.. items.Select(shown)] : [.. order.Select(i => shown(items[i]))];
}
