using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.UnitTests.Web.Authoring;

/// <summary>Valid questions of every type that say much of what their definitions can say; each seed another.</summary>
internal sealed class QuestionSamples
{
    private readonly Random chance;
    private int texts;

    private QuestionSamples(int seed) => chance = new Random(seed);

    public static QuestionDefinition Of(string type, int seed)
    {
        var samples = new QuestionSamples(seed);
        return samples.Framed(samples.Inner(type));
    }

    private QuestionDefinition Framed(QuestionDefinition inner) => inner with
    {
        Prompt = inner.Prompt.Length > 0 ? inner.Prompt : Text(),
        Feedback = Maybe(""), Outcomes = chance.Next(2) == 0 ? null : new OutcomeFeedback(Maybe(""), Text(), Maybe("")),
    };

    private QuestionDefinition Inner(string type) => type switch
    {
        QuestionType.SingleChoice => new SingleChoice { Prompt = "", Options = Options(chance.Next(2) == 0, oneRight: true) },
        QuestionType.MultipleResponse => Multiple(),
        QuestionType.TrueFalse => new TrueFalse { Prompt = "", Correct = chance.Next(2) == 0, TrueFeedback = Maybe(""), FalseFeedback = Maybe("") },
        QuestionType.Matching => Matching(),
        QuestionType.Ordering => new Ordering { Prompt = "", Items = [.. Ids(2).Select(id => new Item(id, Text()))], Scoring = Any<OrderingScoring>() },
        QuestionType.ShortText => new ShortText
        {
            Prompt = "", CaseSensitive = chance.Next(2) == 0, DiacriticsSensitive = chance.Next(2) == 0, Wildcards = chance.Next(2) == 0,
            Answers = [.. Many(1, () => new TextAnswer($"*{Line()}\\*", Fraction(), Maybe("")))],
        },
        QuestionType.Numeric => new Numeric
        {
            Prompt = "", Units = Units(), UnitRule = Any<UnitRule>(), UnitPenalty = chance.Next(101) / 100m,
            Answers = [.. Many(1, () => new NumericAnswer(Pick("3.14", "-0.50", "6.02e23", "*", "1000000"), Pick("0", "0.05", "1e-3"), Any<ToleranceKind>(), Fraction(), Maybe(""), chance.Next(2) == 0 ? null : 1 + chance.Next(30)))],
        },
        QuestionType.Calculated => Calculated(),
        QuestionType.Cloze => Cloze(),
        QuestionType.GapSelect => GapSelect(),
        QuestionType.Hotspot => new Hotspot
        {
            Prompt = "", Image = $"/media/abc{chance.Next(100)}/b%E1%BA%A3n%20%C4%91%E1%BB%93.png", ImageText = Maybe(""), MostPoints = 1 + chance.Next(5), MissFraction = -chance.Next(101) / 100m,
            Areas = [.. Enum.GetValues<AreaShape>().Select((shape, i) => new HotspotArea($"v{i}", Line(), shape, Coordinates(shape), i == 0 ? 1m : Fraction()))],
        },
        QuestionType.Essay => new Essay { Prompt = "", FewestWords = chance.Next(2) == 0 ? null : chance.Next(100), MostWords = chance.Next(2) == 0 ? null : 100 + chance.Next(1000), Template = Maybe(""), MarkingNotes = Maybe(""), Rubric = Rubric() },
        QuestionType.FileUpload => new FileUpload { Prompt = "", MostFiles = 1 + chance.Next(20), MostBytes = 1 + chance.Next(100_000_000), Extensions = chance.Next(2) == 0 ? [] : [".pdf", ".docx", ".tar.gz"], MarkingNotes = Maybe(""), Rubric = Rubric() },
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private MultipleResponse Multiple()
    {
        var mapped = chance.Next(2) == 0;
        return new MultipleResponse
        {
            Prompt = "", Options = Options(mapped, oneRight: false), Scoring = mapped ? Any<MultipleScoring>() : MultipleScoring.PartialNegative,
            LowerBound = mapped ? -chance.Next(101) / 100m : 0m, UpperBound = mapped ? chance.Next(101) / 100m : 1m,
        };
    }

    private ChoiceOption[] Options(bool valued, bool oneRight) =>
        [.. Ids(2).Select((id, i) => new ChoiceOption(id, Text(), i == 1 || (valued || !oneRight) && chance.Next(2) == 0, Maybe(""), valued && chance.Next(3) > 0 ? Fraction() : null))];

    private Matching Matching()
    {
        var right = Ids(3).Select(id => new Item(id, Text())).ToList();
        return new Matching { Prompt = "", Right = right, Scoring = Any<MatchingScoring>(), Left = [.. Many(2, () => 0).Select((_, i) => new MatchedItem($"l {i}", Text(), right[chance.Next(right.Count)].Id))] };
    }

    private Calculated Calculated()
    {
        var sets = chance.Next(2) == 0;
        return new Calculated
        {
            Prompt = "Có {a} và {tổng số}.", Units = Units(), UnitRule = Any<UnitRule>(), UnitPenalty = chance.Next(101) / 100m,
            Variables = sets && chance.Next(2) == 0 ? [] : [new("a", -chance.Next(9), 1 / 3d + chance.Next(9), chance.Next(4)), new("tổng số", 1e-7, 25.5, 7)],
            ValueSets = sets ? [.. Many(1, () => new Dictionary<string, double> { ["a"] = chance.Next(100) / 7d, ["tổng số"] = -1e21 })] : [],
            Answers = [.. Many(1, () => new CalculatedAnswer("{a} * {tổng số} + pow({a}, 2)", chance.Next(100) / 300d, Any<ToleranceKind>(), Fraction(), Maybe(""), chance.Next(11)))],
        };
    }

    private Cloze Cloze()
    {
        string[] types = [QuestionType.ShortText, QuestionType.SingleChoice, QuestionType.MultipleResponse, QuestionType.Numeric];
        var gaps = types.Select(t => new Gap(chance.Next(1, 2000) / 10m, Inner(t) with { Feedback = Maybe("") }, Any<GapDisplay>())).ToList();
        return new Cloze { Prompt = "Một [[2]], hai [[1]],\nba [[4]], bốn [[3]].", Gaps = gaps };
    }

    private GapSelect GapSelect()
    {
        var choices = Ids(3).Select(id => new GapChoice(id, Line(), chance.Next(1, 4), chance.Next(2) == 0, Maybe(""))).ToList();
        return new GapSelect { Prompt = "Một [[1]], hai [[2]].", Choices = choices, Gaps = [choices[^1].Id, choices[chance.Next(choices.Count)].Id], Drag = chance.Next(2) == 0 };
    }

    private int[] Coordinates(AreaShape shape) => shape switch
    {
        AreaShape.Rectangle => [chance.Next(50), chance.Next(50), 60 + chance.Next(50), 60 + chance.Next(50)],
        AreaShape.Circle => [chance.Next(50), chance.Next(50), 1 + chance.Next(50)],
        AreaShape.Ellipse => [chance.Next(50), chance.Next(50), 1 + chance.Next(50), 1 + chance.Next(50)],
        AreaShape.Polygon => [1, 2, 3, 4, 5, 6, chance.Next(9), 8],
        AreaShape.Everywhere => [],
    };

    private RubricCriterion[] Rubric() =>
        chance.Next(3) == 0 ? [] : [.. Ids(1).Select(id => new RubricCriterion(id, Text(), chance.Next(1, 999) / 10m, [.. Many(2, () => new RubricLevel(Maybe(""), chance.Next(101) / 100m))]))];

    private NumericUnit[] Units() => chance.Next(2) == 0 ? [] : [new("m"), new("km", "0.001"), new("m/s²", "1e-3")];

    private IEnumerable<string> Ids(int fewest) => Many(fewest, () => 0).Select((_, i) => chance.Next(3) == 0 ? $"id-{i} ă" : $"{(char)('a' + i)}");

    private List<T> Many<T>(int fewest, Func<T> make) => [.. Enumerable.Range(0, fewest + chance.Next(4)).Select(_ => make())];

    private T Any<T>() where T : struct, Enum => Pick(Enum.GetValues<T>());

    private T Pick<T>(params T[] all) => all[chance.Next(all.Length)];

    private decimal Fraction() => Pick(1m, 0.5m, 0.3333333m, -0.25m, 0m, 0.335m);

    private string Maybe(string otherwise) => chance.Next(2) == 0 ? otherwise : Text();

    /// <summary>No two alike.</summary>
    private string Line() => $"{Pick("Trợ giúp", "“Quản lý” & <ca>", "a: b=c; d")} {++texts}";

    private string Text() => chance.Next(3) == 0 ? $"{Line()}\n\n- dòng **hai**\n  dòng ba" : Line();
}
