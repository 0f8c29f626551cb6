using Lms.Assessment;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Comparing;
using Lms.Assessment.Questions.Types;
using Lms.UnitTests.Web.Authoring;

namespace Lms.UnitTests.Assessment.Comparing;

public sealed class QuestionComparisonTests
{
    private static readonly SingleChoice Choice = new()
    {
        Prompt = "Bước đầu tiên là gì?", Options = [new("a", "Thiết lập quan hệ", true, "Đúng"), new("b", "Kết thúc", false), new("c", "Lượng giá", false)],
    };

    [Fact]
    public void Options_added_and_removed_and_a_moved_key_are_told_as_such()
    {
        var after = Choice with { Options = [new("a", "Thiết lập quan hệ", false, "Đúng"), new("b", "Kết thúc sớm", true), new("d", "Chuyển gửi", false)] };
        var changes = QuestionComparison.Of(Draft(Choice), Draft(after) with { Tags = ["trẻ em"], Level = CognitiveLevel.Apply });
        Assert.Equal(["a", "b"], changes.Where(c => c.Field == "correct" && c.Kind == ChangeKind.Changed).Select(c => c.Row).Order());
        Assert.All(changes.Where(c => c.Field == "correct"), c => Assert.True(c.Key));
        Assert.Equal(["d"], changes.Where(c => c.Kind == ChangeKind.Added).Select(c => c.Row).Distinct());
        Assert.Equal(["c"], changes.Where(c => c.Kind == ChangeKind.Removed).Select(c => c.Row).Distinct());
        Assert.Contains(changes, c => c is { List: null, Field: "tags" });
        var reworded = Assert.Single(changes, c => c is { Row: "b", Field: "text" });
        Assert.Equal([new(PieceKind.Same, "Kết "), new(PieceKind.Removed, "thúc"), new(PieceKind.Added, "thúc sớm")], reworded.Pieces);
        Assert.False(reworded.Key);
    }

    [Fact]
    public void The_order_of_an_ordering_is_its_key()
    {
        Ordering Of(params string[] ids) => new() { Prompt = "Xếp", Items = [.. ids.Select(i => new Item(i, $"Bước {i}"))] };
        var change = Assert.Single(QuestionComparison.Of(Draft(Of("a", "b")), Draft(Of("b", "a"))));
        Assert.Equal((true, "order"), (change.Key, change.Field));
    }

    [Fact]
    public void Short_answers_count_as_the_key_whether_stored_as_text_or_not()
    {
        var before = new ShortText { Prompt = "Ai?", Answers = ["kiểm huấn viên"] };
        var changes = QuestionComparison.Of(Draft(before), Draft(before with { Answers = ["kiểm huấn viên", new("giám sát viên", 0.5m)] }));
        Assert.All(changes, c => Assert.Equal((ChangeKind.Added, "2"), (c.Kind, c.Row)));
        Assert.Contains(changes, c => c is { Field: "text", Key: true });
    }

    public static TheoryData<string> Types() => new(QuestionType.All);

    [Theory, MemberData(nameof(Types))]
    public void A_question_of_any_type_is_the_same_as_itself_and_its_texts_add_up_to_both(string type)
    {
        var (one, other) = (Draft(QuestionSamples.Of(type, 1)), Draft(QuestionSamples.Of(type, 2)));
        Assert.Empty(QuestionComparison.Of(one, AssessmentJson.Read<QuestionDraft>(AssessmentJson.Write(one))));
        foreach (var change in QuestionComparison.Of(one, other).Where(c => c is { List: null, Field: "prompt" }))
        {
            Assert.Equal(one.Definition.Prompt, string.Concat(change.Pieces.Where(p => p.Kind != PieceKind.Added).Select(p => p.Text)));
            Assert.Equal(other.Definition.Prompt, string.Concat(change.Pieces.Where(p => p.Kind != PieceKind.Removed).Select(p => p.Text)));
        }
    }

    [Fact]
    public void A_text_without_end_is_told_whole_instead_of_word_by_word()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 5000)), string.Join(' ', Enumerable.Range(1, 5000)));
        Assert.Equal([new(PieceKind.Removed, before), new(PieceKind.Added, after)], WordDiff.Of(before, after));
    }

    private static QuestionDraft Draft(QuestionDefinition definition) => new("Chung", 1, "", definition);
}
