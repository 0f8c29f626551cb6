using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Regrading;

namespace Lms.UnitTests.Assessment.Regrading;

public sealed class KeyShapeTests
{
    private static readonly SingleChoice Single = new() { Prompt = "?", Options = [new("a", "A", true), new("b", "B", false)] };
    private static readonly Ordering Order = new() { Prompt = "?", Items = [new("a", "A"), new("b", "B"), new("c", "C")] };
    private static readonly Calculated Sum = new() { Prompt = "{a}", Variables = [new("a", 1, 9, 0)], Answers = [new("{a}")] };
    private static readonly Cloze Gaps = new() { Prompt = "[[1]]", Gaps = [new(1, new ShortText { Prompt = "", Answers = ["một"] })] };

    public static TheoryData<QuestionDefinition, QuestionDefinition, bool> Pairs => new()
    {
        { Single, Single with { Prompt = "Rõ hơn?", Options = [new("a", "A", false), new("b", "B sửa", true), new("c", "C", false)] }, true },
        { Single, Single with { Options = [new("a", "A", true), new("x", "X", false)] }, false },
        { Single, new MultipleResponse { Prompt = "?", Options = Single.Options }, false },
        { Order, Order with { Items = [.. Order.Items.Reverse()] }, true },
        { Order, Order with { Items = [.. Order.Items.Take(2)] }, false },
        { Sum, Sum with { Answers = [new("{a} + 1")] }, true },
        { Sum, Sum with { Variables = [new("b", 1, 9, 0)] }, false },
        { Gaps, Gaps with { Gaps = [.. Gaps.Gaps, .. Gaps.Gaps] }, false },
        { Gaps, Gaps with { Gaps = [new(1, new Numeric { Prompt = "", Answers = [new("1")] })] }, false },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Reworded_is_fine_and_rebuilt_is_not(QuestionDefinition asked, QuestionDefinition key, bool fits) => Assert.Equal(fits, KeyShape.Fits(asked, key));
}
