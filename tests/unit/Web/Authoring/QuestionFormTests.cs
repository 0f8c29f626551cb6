using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Web.Features.Authoring.Question;

namespace Lms.UnitTests.Web.Authoring;

public sealed class QuestionFormTests
{
    [Fact]
    public void Empty_rows_are_no_options_and_the_right_one_stays_right()
    {
        var form = SingleChoice("Một", "", "Ba");
        form.RightRow = 2;
        form.DropEmptyRows();
        var options = Assert.IsType<SingleChoice>(form.ToDraft()!.Definition).Options;
        Assert.Equal(["Một", "Ba"], options.Select(o => o.Text));
        Assert.Equal([false, true], options.Select(o => o.Correct));
    }

    [Fact]
    public void An_option_keeps_its_id_when_another_is_removed_and_a_new_one_added()
    {
        var form = SingleChoice("Một", "Hai", "Ba");
        (form.Options[0].Id, form.Options[1].Id, form.Options[2].Id) = ("a", "b", "c");
        form.RemoveRow(1);
        form.AddRow();
        form.Options[2].Text = "Bốn";
        Assert.Equal(["a", "c", "d"], Assert.IsType<SingleChoice>(form.ToDraft()!.Definition).Options.Select(o => o.Id));
    }

    [Fact]
    public void Removing_the_right_row_leaves_no_right_answer()
    {
        var form = SingleChoice("Một", "Hai");
        form.RightRow = 1;
        form.RemoveRow(1);
        Assert.Null(form.RightRow);
        form.RemoveRow(7);
        Assert.Single(form.Options);
    }

    [Fact]
    public void Line_ends_of_a_browser_become_those_of_a_document()
    {
        var form = SingleChoice("Một", "Hai");
        form.Prompt = "Dòng một\r\nDòng hai\r\n";
        Assert.Equal("Dòng một\nDòng hai", form.ToDraft()!.Definition.Prompt);
    }

    [Theory]
    [InlineData("[0].Definition.Options[1].Text", "Options[1].Text")]
    [InlineData("Definition.Answers[2]", "Answers")]
    [InlineData("[0].Category", "Category")]
    [InlineData("Definition.Prompt", "Prompt")]
    public void A_problem_finds_its_field(string path, string field) => Assert.Equal(field, QuestionWords.FieldOf(path));

    [Fact]
    public void A_foreign_type_is_no_question() => Assert.Null(new QuestionForm { Type = "essay" }.ToDraft());

    private static QuestionForm SingleChoice(params string[] texts) => new()
    {
        Type = QuestionType.SingleChoice, Prompt = "Câu hỏi", Category = "Chung", Options = [.. texts.Select(t => new OptionForm { Text = t })],
    };
}
