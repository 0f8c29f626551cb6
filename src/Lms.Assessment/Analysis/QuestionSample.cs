using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Analysis;

/// <summary>What was observed of one question version, attempt by attempt.</summary>
internal sealed class QuestionSample(PooledQuestion question)
{
    private const int FewAttempts = 30;
    private const double Kelley = 0.27, Easy = 95, Hard = 20, Weak = 20, Idle = 0.02;

    private readonly List<double> own = [], rest = [], total = [];
    private readonly List<IReadOnlyList<string>> chosen = [];
    private int unanswered;

    public void Add(SlotScore score, Points attemptScore, Points attemptMaximum, Response? response) => Add(score, question.Maximum, attemptScore, attemptMaximum, response);

    /// <param name="maximum">What the question was worth in this attempt: papers may give it different points.</param>
    public void Add(SlotScore score, Points maximum, Points attemptScore, Points attemptMaximum, Response? response)
    {
        own.Add(Part(score.Awarded, maximum));
        rest.Add(Part(new Points(attemptScore.Hundredths - score.Awarded.Hundredths), new Points(attemptMaximum.Hundredths - maximum.Hundredths)));
        total.Add(Part(attemptScore, attemptMaximum));
        chosen.Add(response is ChoiceResponse choice ? choice.OptionIds : []);
        if (score.Reason == MarkReason.NotAnswered) unanswered++;
    }

    public QuestionStatistics Figures()
    {
        var options = Options();
        var facility = 100 * Moments.Mean(own);
        var discrimination = 100 * Moments.Correlation(own, rest);
        var guess = 100 * Guess(question.Definition);
        return new QuestionStatistics(question.VersionKey, QuestionType.Of(question.Definition), question.Definition.Prompt, question.Section, own.Count, unanswered,
            facility, 100 * Moments.Deviation(own), guess, discrimination, Moments.Correlation(own, total),
            100 * Moments.Ratio(Moments.Covariance(own, rest), Moments.Covariance([.. own.Order()], [.. rest.Order()])), options, [.. Flags(facility, guess, discrimination, options)]);
    }

    private IEnumerable<QuestionFlag> Flags(double? facility, double? guess, double? discrimination, IReadOnlyList<OptionStatistics> options)
    {
        if (own.Count < FewAttempts)
        {
            yield return QuestionFlag.FewAttempts;
            yield break;
        }

        if (facility >= Easy) yield return QuestionFlag.VeryEasy;
        if (facility < (guess > 0 ? guess : Hard)) yield return QuestionFlag.VeryHard;
        if (discrimination < 0) yield return QuestionFlag.NegativeDiscrimination;
        else if (discrimination < Weak && facility < Easy) yield return QuestionFlag.WeakDiscrimination;
        var bestRight = options.Where(o => o.Right).Select(o => o.Upper).DefaultIfEmpty(int.MaxValue).Max();
        if (options.Any(o => !o.Right && o.Upper > bestRight)) yield return QuestionFlag.StrongPreferWrong;
        if (options.Any(o => !o.Right && o.Total < Idle * own.Count)) yield return QuestionFlag.IdleDistractor;
    }

    private List<OptionStatistics> Options()
    {
        var group = Groups();
        return Listed(question.Definition).ConvertAll(o =>
        {
            var counts = new int[3];
            for (var i = 0; i < chosen.Count; i++)
                if (chosen[i].Contains(o.Id)) counts[group[i]]++;
            return new OptionStatistics(o.Id, o.Text, o.Right, counts[0], counts[1], counts[2]);
        });
    }

    /// <summary>0 the weakest, 1 the middle, 2 the strongest. Who is level with the last of a group belongs to it by order of attempt.</summary>
    private int[] Groups()
    {
        var size = (int)Math.Round(rest.Count * Kelley, MidpointRounding.AwayFromZero);
        var group = new int[rest.Count];
        var place = 0;
        foreach (var i in Enumerable.Range(0, rest.Count).OrderBy(i => rest[i]).ThenBy(i => i))
            group[i] = place++ < size ? 0 : place > rest.Count - size ? 2 : 1;
        return group;
    }

    private static List<(string Id, string Text, bool Right)> Listed(QuestionDefinition definition) => definition switch
    {
        SingleChoice single => [.. single.Options.Select(o => (o.Id, o.Text, o.Fraction is { } fraction ? fraction >= Mark.RightFrom : o.Correct))],
        MultipleResponse multiple => [.. multiple.Options.Select(o => (o.Id, o.Text, o.Fraction is { } fraction ? fraction > 0 : o.Correct))],
        TrueFalse statement => [("true", "", statement.Correct), ("false", "", !statement.Correct)],
        _ => [],
    };

    private static double? Guess(QuestionDefinition definition) => definition switch
    {
        SingleChoice single => single.Options.Average(o => (double)(o.Fraction ?? (o.Correct ? 1m : 0m))),
        TrueFalse => 0.5,
        Matching matching => 1d / matching.Right.Count,
        GapSelect select => select.Gaps.Average(right => 1d / Math.Max(1, select.Choices.Count(c => c.Group == select.Choices.FirstOrDefault(r => r.Id == right)?.Group))),
        ShortText or Numeric or Calculated or Essay or FileUpload => 0,
        _ => null,
    };

    private static double Part(Points points, Points maximum) => maximum.Hundredths == 0 ? 0 : (double)points.Hundredths / maximum.Hundredths;
}
