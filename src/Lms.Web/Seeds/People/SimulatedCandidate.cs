using Lms.Assessment.Attempts;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.Web.Seeds.People;

/// <summary>
/// Answers questions as a person of some ability would: by the Rasch model (Rasch 1960), knows the answer with
/// probability 1 / (1 + exp(difficulty − ability)), and otherwise guesses among what is on the screen.
/// </summary>
/// <param name="ability">In logits; the population has mean 0.6 and deviation 1.0, so most pass and some do not.</param>
internal sealed class SimulatedCandidate(double ability, SeededRandom random)
{
    public const double MeanAbility = 0.6;

    public Response? Answer(ShownQuestion shown, QuestionDefinition known, int difficulty)
    {
        if (random.Chance(0.01)) return null; // overlooked
        var knows = random.Chance(1 / (1 + Math.Exp(Logit(difficulty) - ability)));
        return known switch
        {
            SingleChoice q => Choose(knows ? Right(q.Options) : [random.One(shown.Options).Id]),
            MultipleResponse q => Choose(knows ? Right(q.Options) : [.. shown.Options.Where(_ => random.Chance(0.45)).Select(o => o.Id)]),
            TrueFalse q => Choose([(knows ? q.Correct : random.Chance(0.5)) ? "true" : "false"]),
            ShortText q => new TextResponse(knows ? random.One(q.Answers).Text : "không rõ"),
            _ => throw new NotSupportedException($"No candidate has learnt to answer {known.GetType().Name}."),
        };
    }

    private static double Logit(int difficulty) => difficulty switch { 1 => -0.6, 2 => 0.3, _ => 1.3 };

    private static ChoiceResponse Choose(IEnumerable<string> ids) => new([.. ids.Order(StringComparer.Ordinal)]);

    private static IEnumerable<string> Right(IReadOnlyList<ChoiceOption> options) => options.Where(o => o.Correct).Select(o => o.Id);
}
