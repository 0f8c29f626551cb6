using System.Diagnostics;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;

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
            slots.Add(new SlotView(i + 1, question.Section, question.Maximum, Question(question.Definition, form[i].OptionOrder), log?.Response(i + 1), log?.Last(i + 1)?.GivenAt));
        }

        return slots;
    }

    public static ShownQuestion Question(QuestionDefinition definition, int[] optionOrder) =>
        new(QuestionType.Of(definition), definition.Prompt, definition switch
        {
            SingleChoice single => Options(single.Options, optionOrder),
            MultipleResponse multiple => Options(multiple.Options, optionOrder),
            TrueFalse => Statement,
            ShortText => [],
            _ => throw new UnreachableException($"{definition.GetType().Name} cannot be shown."),
        });

    private static ShownOption[] Options(IReadOnlyList<ChoiceOption> options, int[] order) => order.Length == 0
        ? [.. options.Select(o => new ShownOption(o.Id, o.Text))]
        : [.. order.Select(i => new ShownOption(options[i].Id, options[i].Text))];
}
