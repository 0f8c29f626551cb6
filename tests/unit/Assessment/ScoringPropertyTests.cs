using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.UnitTests.Assessment;

/// <summary>
/// What holds for every question and every answer, on some ten thousand of either drawn from seeds: a failure names its
/// seed, and the seed brings it back.
/// </summary>
public sealed class ScoringPropertyTests
{
    private const int Cases = 10_000;
    private static readonly string[] Words = ["tham vấn", "Tham Vấn", "tham van", "kiểm huấn", "650", "0,5", "-3", "1e3", "12 giờ", "", "*", "ca", "\U0001F600", "a*b"];
    private static readonly decimal[] Fractions = [-1m, -0.5m, -0.33333m, 0m, 0m, 0.25m, 0.33333m, 0.5m, 1m, 1m];

    [Fact]
    public void A_fraction_lies_between_the_bounds_of_its_question()
    {
        ForAll((seed, question, response) =>
        {
            var mark = Scorer.Score(question, response);
            Assert.True(mark.Fraction is >= -1m and <= 1m, $"Seed {seed}: {question.GetType().Name} gave {mark.Fraction}.");
            if (question is Matching or Ordering or TrueFalse or ShortText or Numeric) Assert.True(mark.Fraction >= 0m, $"Seed {seed}: {question.GetType().Name} gave {mark.Fraction} and takes no points away.");
            if (question is MultipleResponse { Scoring: MultipleScoring.Mapped } mapped) Assert.InRange(mark.Fraction, mapped.LowerBound, mapped.UpperBound);
            Assert.InRange(Scorer.Award(mark, Points.Of(7m)).Hundredths, -700, 700);
        });
    }

    [Fact]
    public void The_same_answer_is_scored_the_same_again_also_after_it_was_stored() =>
        ForAll((seed, question, response) =>
        {
            var mark = Scorer.Score(question, response);
            Assert.Equal(mark, Scorer.Score(question, response));
            Assert.True(mark == Scorer.Score(question, ResponseJson.Read(ResponseJson.Write(response))), $"Seed {seed}: {question.GetType().Name} scores {response} otherwise once it was stored.");
        });

    [Fact]
    public void The_order_in_which_options_pairs_and_gaps_were_given_does_not_matter() =>
        ForAll((seed, question, response) =>
        {
            Response other = response switch
            {
                ChoiceResponse choice => new ChoiceResponse([.. choice.OptionIds.Reverse()]),
                MatchResponse match => new MatchResponse(match.Pairs.Reverse().ToDictionary()),
                GapsResponse gaps => new GapsResponse(gaps.Gaps.Reverse().ToDictionary()),
                _ => response,
            };
            Assert.True(Scorer.Score(question, response).Fraction == Scorer.Score(question, other).Fraction, $"Seed {seed}: {question.GetType().Name} looks at the order of {response}.");
        });

    [Fact]
    public void A_form_is_worth_the_sum_of_its_slots_in_whatever_order_they_stand()
    {
        for (var seed = 0; seed < Cases / 20; seed++)
        {
            var random = new Random(seed);
            var slots = Enumerable.Range(0, random.Next(1, 40)).Select(_ => Slot(random)).ToList();
            var forwards = FormScore.Of(slots, PassRule.Of(Points.Of(10m)));
            slots.Reverse();
            var backwards = FormScore.Of(slots, PassRule.Of(Points.Of(10m)));
            Assert.Equal(forwards.Score, backwards.Score);
            Assert.Equal(forwards.Passed, backwards.Passed);
            Assert.Equal(forwards.Score.Hundredths, forwards.Slots.Sum(s => s.Awarded.Hundredths));
        }
    }

    [Fact]
    public void No_answer_earns_nothing_and_is_said_to_be_none() =>
        ForAll((seed, question, _) => Assert.Equal((0m, MarkReason.NotAnswered), (Scorer.Score(question, null).Fraction, Scorer.Score(question, null).Reason)));

    private static void ForAll(Action<int, QuestionDefinition, Response> holds)
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var question = Question(random);
            holds(seed, question, Response(question, random));
        }
    }

    private static AnsweredSlot Slot(Random random)
    {
        var question = Question(random);
        return new AnsweredSlot(question, new Points(random.Next(1, 1000)), random.Next(10) == 0 ? null : Response(question, random));
    }

    private static QuestionDefinition Question(Random random) => random.Next(8) switch
    {
        0 => new SingleChoice { Prompt = "", Options = Options(random) },
        1 => new MultipleResponse { Prompt = "", Options = Options(random), Scoring = Any(random, Enum.GetValues<MultipleScoring>()), LowerBound = Any(random, -1m, 0m), UpperBound = Any(random, 0.5m, 1m) },
        2 => new TrueFalse { Prompt = "", Correct = random.Next(2) == 0 },
        3 => new Matching { Prompt = "", Left = [.. Ids(random).Select(i => new MatchedItem(i, i, Any(random, "a", "b", "c")))], Right = [new("a", "A"), new("b", "B"), new("c", "C")] },
        4 => new Ordering { Prompt = "", Items = [.. Ids(random).Select(i => new Item(i, i))], Scoring = Any(random, Enum.GetValues<OrderingScoring>()) },
        5 => new ShortText { Prompt = "", Answers = [.. Enumerable.Range(0, 3).Select(_ => new TextAnswer(Any(random, Words), Any(random, 0m, 0.5m, 1m)))], CaseSensitive = random.Next(2) == 0, DiacriticsSensitive = random.Next(2) == 0, Wildcards = random.Next(2) == 0 },
        6 => new Numeric { Prompt = "", Answers = [new("650", Any(random, "0", "5")), new("0.5", Fraction: 0.5m)] },
        _ => new Cloze { Prompt = "[[1]] [[2]]", Gaps = [new(random.Next(1, 4), new ShortText { Prompt = "", Answers = ["ca"] }), new(1m, new Numeric { Prompt = "", Answers = [new("4")] })] },
    };

    private static Response Response(QuestionDefinition question, Random random) => question switch
    {
        SingleChoice => new ChoiceResponse([Any(random, "a", "b", "c", "z")]),
        MultipleResponse => new ChoiceResponse([.. "abcdz".Where(_ => random.Next(2) == 0).Select(c => $"{c}")]),
        TrueFalse => new ChoiceResponse([Any(random, "true", "false", "maybe")]),
        Matching matching => new MatchResponse(matching.Left.Where(_ => random.Next(4) > 0).ToDictionary(l => l.Id, _ => Any(random, "a", "b", "c", "z"))),
        Ordering ordering => new OrderResponse([.. ordering.Items.Select(i => i.Id).OrderBy(_ => random.Next())]),
        Cloze => new GapsResponse(new Dictionary<int, Response> { [1] = new TextResponse(Any(random, Words)), [2] = new TextResponse(Any(random, "4", "5", "")) }),
        _ => new TextResponse(Any(random, Words)),
    };

    private static ChoiceOption[] Options(Random random) =>
        [.. "abcd".Select((c, i) => new ChoiceOption($"{c}", $"{c}", i == 0, Fraction: random.Next(2) == 0 ? null : Any(random, Fractions)))];

    private static string[] Ids(Random random) => [.. Enumerable.Range(1, random.Next(2, 7)).Select(i => $"{i}")];

    private static T Any<T>(Random random, params T[] from) => from[random.Next(from.Length)];
}
