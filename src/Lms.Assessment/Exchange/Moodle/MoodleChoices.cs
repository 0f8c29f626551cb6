using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Moodle;

internal static class MoodleChoices
{
    public static QuestionDefinition? Choice(MoodleQuestion question)
    {
        var prompt = question.Prompt;
        var options = question.Children("answer").Select(a => new ChoiceDraft(question.Texts.Markdown(a), question.Fraction(a), question.Texts.Markdown(a.Element("feedback")))).ToList();
        if (options.Count < 2) return question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.TwoOptions);
        return question.Flag("single", ifNone: true) ? ChoiceDraft.Single(prompt, options) : ChoiceDraft.Multiple(prompt, options);
    }

    public static QuestionDefinition? Statement(MoodleQuestion question)
    {
        var prompt = question.Prompt;
        bool? correct = null;
        var (trueSaid, falseSaid) = ("", "");
        foreach (var answer in question.Children("answer"))
        {
            var says = MoodleTexts.Value(answer).Trim().ToLowerInvariant() is "true" or "1" or "đúng";
            var fraction = question.Fraction(answer);
            if (fraction is > 0m and < 1m) question.Drop(ImportPhrase.FractionNamed.With(UsualFraction.Percent(fraction)), ImportPhrase.RightOrWrong, answer);
            if (fraction > 0m) correct = says;
            var feedback = question.Texts.Markdown(answer.Element("feedback"));
            if (says) trueSaid = feedback;
            else falseSaid = feedback;
        }

        return correct is not { } right ? question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.WhichIsRight)
            : new TrueFalse { Prompt = prompt, Correct = right, TrueFeedback = trueSaid, FalseFeedback = falseSaid };
    }
}
