using System.Diagnostics;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Questions;

/// <summary>Everything in a question that a person reads: what a search looks through.</summary>
internal static class QuestionTexts
{
    public static IEnumerable<string> Of(QuestionDefinition question) =>
        new[] { question.Prompt, question.Feedback, question.Outcomes?.Right, question.Outcomes?.PartlyRight, question.Outcomes?.Wrong }
            .Concat(OfType(question)).OfType<string>().Where(t => t.Length > 0);

    private static IEnumerable<string> OfType(QuestionDefinition question) => question switch
    {
        SingleChoice single => Options(single.Options),
        MultipleResponse multiple => Options(multiple.Options),
        TrueFalse statement => [statement.TrueFeedback, statement.FalseFeedback],
        Matching matching => [.. matching.Left.Select(l => l.Text), .. matching.Right.Select(r => r.Text)],
        Ordering ordering => ordering.Items.Select(i => i.Text),
        ShortText text => text.Answers.SelectMany(a => new[] { a.Text, a.Feedback }),
        Numeric numeric => [.. numeric.Answers.Select(a => a.Feedback), .. numeric.Units.Select(u => u.Symbol)],
        Calculated calculated => [.. calculated.Answers.Select(a => a.Feedback), .. calculated.Units.Select(u => u.Symbol)],
        Cloze cloze => cloze.Gaps.SelectMany(g => Of(g.Question)),
        GapSelect select => select.Choices.SelectMany(c => new[] { c.Text, c.Feedback }),
        Hotspot hotspot => [hotspot.ImageText, .. hotspot.Areas.Select(a => a.Label)],
        Essay essay => [essay.Template, essay.MarkingNotes, .. Rubric(essay.Rubric)],
        FileUpload upload => [upload.MarkingNotes, .. Rubric(upload.Rubric)],
        _ => throw new UnreachableException($"Nothing says which texts {question.GetType().Name} has."),
    };

    private static IEnumerable<string> Options(IReadOnlyList<ChoiceOption> options) => options.SelectMany(o => new[] { o.Text, o.Feedback });

    private static IEnumerable<string> Rubric(IReadOnlyList<RubricCriterion> rubric) => rubric.SelectMany(c => c.Levels.Select(l => l.Text).Prepend(c.Text));
}
