using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.UnitTests.Assessment;

public sealed class QuestionRulesTests
{
    private static readonly SingleChoice Single = (SingleChoice)Sample.Single().Definition;

    public static TheoryData<string, QuestionProblemKind, QuestionDefinition> Broken { get; } = new()
    {
        { "Definition.Prompt", QuestionProblemKind.Required, Single with { Prompt = " " } },
        { "Definition.Prompt", QuestionProblemKind.TooLong, Single with { Prompt = new string('x', QuestionRules.LongestPrompt + 1) } },
        { "Definition.Options", QuestionProblemKind.TooFewOptions, Single with { Options = [new("a", "Một", true)] } },
        { "Definition.Options", QuestionProblemKind.TooManyOptions, Single with { Options = [.. Enumerable.Range(0, QuestionRules.MostOptions + 1).Select(i => new ChoiceOption($"{i}", $"{i}", i == 0))] } },
        { "Definition.Options[1].Id", QuestionProblemKind.DuplicateId, Single with { Options = [new("a", "Một", true), new("a", "Hai", false)] } },
        { "Definition.Options[1].Text", QuestionProblemKind.DuplicateText, Single with { Options = [new("a", "Một", true), new("b", " Một", false)] } },
        { "Definition.Options[1].Text", QuestionProblemKind.Required, Single with { Options = [new("a", "Một", true), new("b", "", false)] } },
        { "Definition.Options", QuestionProblemKind.NoCorrectOption, Single with { Options = [new("a", "Một", false), new("b", "Hai", false)] } },
        { "Definition.Options", QuestionProblemKind.SeveralCorrectOptions, Single with { Options = [new("a", "Một", true), new("b", "Hai", true)] } },
        { "Definition.Answers", QuestionProblemKind.Required, new ShortText { Prompt = "?", Answers = [] } },
        { "Definition.Answers[1]", QuestionProblemKind.Required, new ShortText { Prompt = "?", Answers = ["một", " "] } },
    };

    [Theory, MemberData(nameof(Broken))]
    public void What_is_missing_or_too_much_is_named_with_its_place(string field, QuestionProblemKind kind, QuestionDefinition definition) =>
        Assert.Equal([new QuestionProblem(field, kind)], QuestionRules.Problems(Sample.Single() with { Definition = definition }));

    [Fact]
    public void A_difficulty_beyond_three_is_out_of_range() =>
        Assert.Equal([new QuestionProblem("Difficulty", QuestionProblemKind.OutOfRange)], QuestionRules.Problems(Sample.Single() with { Difficulty = 4 }));

    [Fact]
    public void Sound_questions_of_every_type_raise_no_problem() =>
        Assert.Empty(((QuestionDraft[])[Sample.Single(), Sample.Multiple(), Sample.Statement(), Sample.Text()]).SelectMany(QuestionRules.Problems));
}
