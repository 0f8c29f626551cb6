using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Assessment.Scoring.Types;

namespace Lms.UnitTests.Assessment;

public sealed class NumberScoringTests
{
    [Theory]
    [InlineData("3.14", "3.14")]
    [InlineData("3,14", "3.14")]
    [InlineData("1,234", "1.234")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1.234.567,5", "1234567.5")]
    [InlineData("1,234,567.5", "1234567.5")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1 234 567", "1234567")]
    [InlineData("-5", "-5")]
    [InlineData("−5", "-5")]
    [InlineData("+5", "5")]
    [InlineData(".5", "0.5")]
    [InlineData("6.02e23", "6.02e23")]
    [InlineData("6,02×10^23", "6.02e23")]
    [InlineData("6.02 x 10^-3", "0.00602")]
    [InlineData("６", "6")]
    public void A_number_is_read_as_people_type_it(string typed, string expected) =>
        Assert.Equal(ExactNumber.Parse(expected), NumberText.Read(typed)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1,2.3,4")]
    [InlineData("1e99999")]
    [InlineData("--5")]
    [InlineData(".")]
    public void What_is_no_number_is_none(string typed) => Assert.Null(NumberText.Read(typed));

    [Fact]
    public void A_long_answer_is_read_at_once()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var piece in (string[])["9", "1,", "1.", "1 ", "1 234", "e1", "1e", "x10", ". ", "-", "kg "])
            for (var i = 0; i < 50; i++) NumberText.Read(string.Concat(Enumerable.Repeat(piece, 200))[..Math.Min(199, 200 * piece.Length)] + "\n!");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("12 kg", "kg")]
    [InlineData("12kg", "kg")]
    [InlineData("$ 12", "$")]
    [InlineData("12 %", "%")]
    public void A_unit_beside_the_number_is_told_apart(string typed, string unit) => Assert.Equal(unit, NumberText.Read(typed)?.Unit);

    [Theory]
    [InlineData("3.15", true)]
    [InlineData("3.13", true)]
    [InlineData("3.1500001", false)]
    [InlineData("3.12999", false)]
    public void A_tolerance_holds_to_its_very_edge(string given, bool right) =>
        Assert.Equal(right, Score(new("3.14", "0.01"), given) == 1m);

    [Theory]
    [InlineData(ToleranceKind.Relative, "200", "0.1", "180", true)]
    [InlineData(ToleranceKind.Relative, "200", "0.1", "220.1", false)]
    [InlineData(ToleranceKind.Relative, "-200", "0.1", "-180", true)]
    [InlineData(ToleranceKind.Geometric, "100", "1", "50", true)]
    [InlineData(ToleranceKind.Geometric, "100", "1", "200", true)]
    [InlineData(ToleranceKind.Geometric, "100", "1", "49.9", false)]
    [InlineData(ToleranceKind.Geometric, "-100", "1", "-50", true)]
    [InlineData(ToleranceKind.Geometric, "-100", "1", "50", false)]
    public void Tolerances_are_of_three_kinds(ToleranceKind kind, string value, string tolerance, string given, bool right) =>
        Assert.Equal(right, Score(new(value, tolerance, kind), given) == 1m);

    [Theory]
    [InlineData("100", 1.0)]
    [InlineData("104", 0.5)]
    [InlineData("150", 0.1)]
    [InlineData("many", 0.0)]
    public void Tiers_of_tolerance_are_tried_in_their_order(string given, double fraction) =>
        Assert.Equal((decimal)fraction, Scorer.Score(new Numeric { Prompt = "?", Answers = [new("100"), new("100", "5", Fraction: 0.5m), new("*", Fraction: 0.1m)] }, new TextResponse(given)).Fraction);

    [Theory]
    [InlineData("5500 W", 1.0)]
    [InlineData("5.5 kW", 1.0)]
    [InlineData("5.5 W", 0.0)]
    [InlineData("5500", 0.9)]
    [InlineData("5500 lumen", 0.9)]
    public void A_unit_scales_the_answer_and_a_missing_one_costs_the_penalty(string given, double fraction) =>
        Assert.Equal((decimal)fraction, Scorer.Score(new Numeric { Prompt = "?", Answers = [new("5500", "1")], Units = [new("W"), new("kW", "0.001")], UnitRule = UnitRule.Required }, new TextResponse(given)).Fraction);

    [Theory]
    [InlineData("12 m²")]
    [InlineData("12 m2")]
    [InlineData("12m²")]
    public void A_unit_is_known_however_its_signs_are_encoded(string given) =>
        Assert.Equal(1m, Scorer.Score(new Numeric { Prompt = "?", Answers = [new("12")], Units = [new("m²")], UnitRule = UnitRule.Required }, new TextResponse(given)).Fraction);

    [Theory]
    [InlineData("0.0120", true)]
    [InlineData("0.012", false)]
    [InlineData("1.20e-2", true)]
    public void Significant_figures_are_counted_as_written(string given, bool right) =>
        Assert.Equal(right, Score(new NumericAnswer("0.012", SignificantFigures: 3), given) == 1m);

    [Theory]
    [InlineData("{a} + {b} * 2", 13)]
    [InlineData("({a} + {b}) * 2", 16)]
    [InlineData("-{a}^2", -9)]
    [InlineData("2**3**2", 512)]
    [InlineData("sqrt(pow({a},2) + 16)", 5)]
    [InlineData("max({a}, {b}, 4) % 3", 2)]
    [InlineData("round(pi(), 2)", 3.14)]
    [InlineData("1.5e2 / {b}", 30)]
    public void Formulas_are_calculated(string formula, double expected) =>
        Assert.Equal(expected, Formula.Parse(formula)!.Evaluate(new Dictionary<string, double> { ["a"] = 3, ["b"] = 5 }), 10);

    [Theory]
    [InlineData("{a")]
    [InlineData("1 +")]
    [InlineData("system(1)")]
    [InlineData("sqrt()")]
    [InlineData("(((")]
    [InlineData("1 2")]
    public void What_is_no_formula_is_none(string formula) => Assert.Null(Formula.Parse(formula));

    [Fact]
    public void Deep_nesting_is_refused_before_the_stack_ends() => Assert.Null(Formula.Parse(new string('(', 400) + "1" + new string(')', 400)));

    [Fact]
    public void A_calculated_question_is_scored_by_the_values_that_were_drawn()
    {
        var question = new Calculated { Prompt = "{a} + {b} = ?", Variables = [new("a", 1, 9, 0), new("b", 1, 9, 1)], Answers = [new("{a} + {b}", 0.001, ToleranceKind.Absolute)] };
        var values = new Dictionary<string, double> { ["a"] = 2, ["b"] = 3.5 };
        Assert.Equal(1m, Scorer.Score(question, new TextResponse("5,5"), values).Fraction);
        Assert.Equal(0m, Scorer.Score(question, new TextResponse("5.6"), values).Fraction);
    }

    private static decimal Score(NumericAnswer answer, string given) => Scorer.Score(new Numeric { Prompt = "?", Answers = [answer] }, new TextResponse(given)).Fraction;
}
