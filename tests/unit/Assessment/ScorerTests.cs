using System.Text;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.UnitTests.Assessment;

public sealed class ScorerTests
{
    private static readonly SingleChoice Single = (SingleChoice)Sample.Single().Definition;
    private static readonly MultipleResponse Multiple = (MultipleResponse)Sample.Multiple().Definition;
    private static readonly TrueFalse Statement = (TrueFalse)Sample.Statement().Definition;

    [Theory]
    [InlineData("a", MarkReason.Right)]
    [InlineData("b", MarkReason.Wrong)]
    [InlineData("", MarkReason.NotAnswered)]
    public void A_single_choice_is_right_or_wrong(string ticked, MarkReason expected) =>
        Assert.Equal(expected, Scorer.Score(Single, Choice(ticked)).Reason);

    [Theory]
    [InlineData("a b d", 100, MarkReason.Right)]
    [InlineData("a b", 67, MarkReason.PartlyRight)]
    [InlineData("a b c d", 67, MarkReason.PartlyRight)]
    [InlineData("a c", 0, MarkReason.Wrong)]
    [InlineData("c", 0, MarkReason.Wrong)]
    [InlineData("", 0, MarkReason.NotAnswered)]
    public void A_multiple_response_earns_right_minus_wrong_ticks(string ticked, int hundredthsOfOne, MarkReason expected)
    {
        var mark = Scorer.Score(Multiple, Choice(ticked));
        Assert.Equal((new Points(hundredthsOfOne), expected), (Scorer.Award(mark, new Points(100)), mark.Reason));
    }

    [Fact]
    public void All_or_nothing_gives_nothing_for_a_part()
    {
        var question = Multiple with { Scoring = MultipleScoring.AllOrNothing };
        Assert.Equal((0m, MarkReason.Wrong), Outcome(question, Choice("a b")));
        Assert.Equal((1m, MarkReason.Right), Outcome(question, Choice("a b d")));
    }

    [Fact]
    public void Of_every_possible_ticking_only_the_right_one_is_full_and_none_leaves_the_bounds()
    {
        foreach (var scoring in Enum.GetValues<MultipleScoring>().Where(s => s != MultipleScoring.Mapped))
            for (var pattern = 0; pattern < 1 << 10; pattern++)
            {
                var options = Enumerable.Range(0, 5).Select(i => new ChoiceOption($"{(char)('a' + i)}", $"{i}", (pattern >> i & 1) == 1)).ToList();
                if (!options.Any(o => o.Correct)) continue;
                var ticked = options.Where((_, i) => (pattern >> (5 + i) & 1) == 1).Select(o => o.Id).ToList();
                var mark = Scorer.Score(new MultipleResponse { Prompt = "?", Options = options, Scoring = scoring }, new ChoiceResponse(ticked));
                Assert.InRange(mark.Fraction, scoring == MultipleScoring.PartialNegative ? -1m : 0m, 1m);
                Assert.Equal(ticked.SequenceEqual(options.Where(o => o.Correct).Select(o => o.Id)), mark.Fraction == 1m);
                Assert.Equal(mark.Fraction == 1m, mark.Reason == MarkReason.Right);
                Assert.Equal(mark.Fraction is > 0 and < 1, mark.Reason == MarkReason.PartlyRight);
            }
    }

    [Fact]
    public void The_order_of_ticks_and_of_options_changes_nothing()
    {
        string[] ids = ["a", "b", "c", "d"];
        foreach (var ticked in Orders(ids).Select(o => o[..3]))
        {
            var expected = Outcome(Multiple, new ChoiceResponse([.. ticked.Order(StringComparer.Ordinal)]));
            Assert.Equal(expected, Outcome(Multiple, new ChoiceResponse(ticked)));
            Assert.Equal(expected, Outcome(Multiple with { Options = [.. Multiple.Options.Reverse()] }, new ChoiceResponse(ticked)));
        }
    }

    [Fact]
    public void A_statement_is_judged_by_its_truth()
    {
        Assert.Equal(MarkReason.Right, Scorer.Score(Statement, Choice("true")).Reason);
        Assert.Equal(MarkReason.Right, Scorer.Score(Statement with { Correct = false }, Choice("false")).Reason);
        Assert.Equal(MarkReason.Wrong, Scorer.Score(Statement, Choice("false")).Reason);
    }

    [Fact]
    public void A_response_of_another_kind_earns_nothing_and_says_why()
    {
        Assert.Equal(new Mark(0m, MarkReason.NotApplicable), Scorer.Score(Single, new TextResponse("a")));
        Assert.Equal(new Mark(0m, MarkReason.NotApplicable), Scorer.Score(Sample.Text().Definition, Choice("a")));
        Assert.Equal(MarkReason.NotAnswered, Scorer.Score(Single, null).Reason);
    }

    [Theory]
    [InlineData("tham vấn", true)]
    [InlineData("  Tham \u00a0 VẤN\u200b ", true)]
    [InlineData("tham van", false)]
    [InlineData("tư vấn", false)]
    public void A_short_text_ignores_case_and_white_space_but_not_diacritics(string given, bool right) =>
        Assert.Equal(right, IsRight(new ShortText { Prompt = "?", Answers = ["khác", "tham vấn"] }, given));

    [Theory]
    [InlineData("dao duc")]
    [InlineData("ĐẠO ĐỨC")]
    [InlineData("đạo đức")]
    public void Where_diacritics_do_not_matter_the_letter_d_matters_neither(string given) =>
        Assert.True(IsRight(new ShortText { Prompt = "?", Answers = ["đạo đức"], DiacriticsSensitive = false }, given));

    [Fact]
    public void Where_case_matters_it_is_kept()
    {
        var question = new ShortText { Prompt = "?", Answers = ["HIV"], CaseSensitive = true };
        Assert.True(IsRight(question, "HIV"));
        Assert.False(IsRight(question, "hiv"));
    }

    [Theory]
    [InlineData("hòa nhập", "hoà nhập")]
    [InlineData("sức khỏe", "sức khoẻ")]
    [InlineData("thủy", "THUỶ")]
    [InlineData("hoàn cảnh", "hoàn cảnh")]
    public void Both_accepted_places_of_the_tone_mark_are_one_spelling(string answer, string given)
    {
        var question = new ShortText { Prompt = "?", Answers = [answer] };
        Assert.True(IsRight(question, given));
        Assert.True(IsRight(question, given.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Another_tone_is_another_word() => Assert.False(IsRight(new ShortText { Prompt = "?", Answers = ["hòa"] }, "hóa"));

    [Theory]
    [InlineData(50, 3, 1, 17)]
    [InlineData(25, 2, 1, 13)]
    [InlineData(100, 3, 2, 67)]
    public void Points_are_rounded_half_away_from_zero(int maximum, int of, int right, int expected) =>
        Assert.Equal(new Points(expected), Scorer.Award(new Mark((decimal)right / of, MarkReason.PartlyRight), new Points(maximum)));

    [Fact]
    public void A_form_adds_up_whatever_the_order_of_its_slots()
    {
        AnsweredSlot[] slots =
        [
            new(Single, new Points(50), Choice("a")), new(Multiple, new Points(75), Choice("a b")),
            new(Statement, new Points(100), Choice("false")), new(Multiple, new Points(33), Choice("a c d")), new(Single, new Points(20), null),
        ];
        var pass = PassRule.Of(PassMark.Of(new Points(278), 50));
        var expected = FormScore.Of(slots, pass);
        Assert.Equal(expected.Score, new Points(expected.Slots.Sum(s => s.Awarded.Hundredths)));
        foreach (var order in Orders(slots))
        {
            var score = FormScore.Of(order, pass);
            Assert.Equal((expected.Score, expected.Maximum, expected.Passed), (score.Score, score.Maximum, score.Passed));
        }
    }

    private static (decimal, MarkReason) Outcome(QuestionDefinition question, Response response)
    {
        var mark = Scorer.Score(question, response);
        return (mark.Fraction, mark.Reason);
    }

    private static bool IsRight(ShortText question, string given) => Scorer.Score(question, new TextResponse(given)).Reason == MarkReason.Right;

    private static ChoiceResponse Choice(string ticked) => new(ticked.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<T[]> Orders<T>(T[] items) => items.Length <= 1 ? [items]
        : items.SelectMany((item, i) => Orders<T>([.. items[..i], .. items[(i + 1)..]]).Select(rest => (T[])[item, .. rest]));
}
