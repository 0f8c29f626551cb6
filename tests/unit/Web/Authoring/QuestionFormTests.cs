using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Web.Features.Authoring.Question;
using Lms.Web.Features.Authoring.Question.Types;

namespace Lms.UnitTests.Web.Authoring;

public sealed class QuestionFormTests
{
    [Fact]
    public void Empty_rows_are_no_options_and_the_right_one_stays_right()
    {
        var form = Choice("Một", "", "Ba");
        form.RightRow = 2;
        form.DropEmptyRows();
        var options = Read<SingleChoice>(form).Options;
        Assert.Equal(["Một", "Ba"], options.Select(o => o.Text));
        Assert.Equal([false, true], options.Select(o => o.Correct));
    }

    [Fact]
    public void An_option_keeps_its_id_when_another_is_removed_and_a_new_one_added()
    {
        var form = Choice("Một", "Hai", "Ba");
        (form.Options[0].Id, form.Options[1].Id, form.Options[2].Id) = ("a", "b", "c");
        Press(form, "Remove:Options:1", "Add:Options");
        form.Options[2].Text = "Bốn";
        Assert.Equal(["a", "c", "d"], Read<SingleChoice>(form).Options.Select(o => o.Id));
    }

    [Fact]
    public void Removing_the_right_row_leaves_no_right_answer()
    {
        var form = Choice("Một", "Hai");
        form.RightRow = 1;
        Press(form, "Remove:Options:1");
        Assert.Null(form.RightRow);
        Press(form, "Remove:Options:7");
        Assert.Single(form.Options);
    }

    [Fact]
    public void An_option_with_a_value_of_its_own_may_stand_beside_another_right_one()
    {
        var form = Choice("Một", "Hai");
        form.RightRow = 0;
        Press(form, "Toggle:ByFraction");
        (form.Options[1].Correct, form.Options[1].Fraction) = (true, "33,5");
        Assert.Equal([(true, null), (true, 0.335m)], Read<SingleChoice>(form).Options.Select(o => (o.Correct, o.Fraction)));
        Press(form, "Toggle:ByFraction");
        Assert.Equal([(true, (decimal?)null), (false, null)], Read<SingleChoice>(form).Options.Select(o => (o.Correct, o.Fraction)));
    }

    [Fact]
    public void Line_ends_of_a_browser_become_those_of_a_document()
    {
        var form = Choice("Một", "Hai");
        form.Prompt = "Dòng một\r\nDòng hai\r\n";
        Assert.Equal("Dòng một\nDòng hai", Read<SingleChoice>(form).Prompt);
    }

    [Theory]
    [InlineData("[0].Definition.Options[1].Text", "Options[1].Text")]
    [InlineData("Definition.Options[1].Id", "Options[1].Text")]
    [InlineData("[0].Category", "Category")]
    [InlineData("Definition.Prompt", "Prompt")]
    public void A_problem_finds_its_field(string path, string field) => Assert.Equal(field, new SingleChoiceForm().FieldOf(path));

    [Fact]
    public void A_problem_of_a_gap_finds_the_field_on_its_card()
    {
        var form = new ClozeForm { Gaps = [new GapRow(), new GapRow { Type = QuestionType.SingleChoice }] };
        Assert.Equal("Gaps[0].Text.Answers[2].Text", form.FieldOf("Definition.Gaps[0].Question.Answers[2]"));
        Assert.Equal("Gaps[1].Choice.Options[0].Text", form.FieldOf("Definition.Gaps[1].Question.Options[0].Id"));
        Assert.Equal("Gaps[1].Weight", form.FieldOf("Definition.Gaps[1].Weight"));
    }

    [Fact]
    public void Two_pairs_with_one_text_on_the_right_share_its_item()
    {
        var form = new MatchingForm { Left = [new() { Text = "A", Right = "Luật" }, new() { Text = "B", Right = " Luật" }, new() { Text = "C", Right = "Nghị định" }], Distractors = [new() { Text = "Thơ" }] };
        var matching = Read<Matching>(form);
        Assert.Equal(["Luật", "Nghị định", "Thơ"], matching.Right.Select(r => r.Text));
        Assert.Equal([matching.Right[0].Id, matching.Right[0].Id, matching.Right[1].Id], matching.Left.Select(l => l.Right));
        Assert.Equal("Distractors[0].Text", form.FieldOf("Definition.Right[2].Text"));
        Assert.Equal("Left[2].Right", form.FieldOf("Definition.Right[1].Text"));
    }

    [Fact]
    public void A_shared_item_is_parted_when_one_of_its_pairs_is_reworded()
    {
        var form = MatchingForm.Of(new Matching { Prompt = "", Left = [new("a", "A", "x"), new("b", "B", "x")], Right = [new("x", "Luật"), new("y", "Thơ")] });
        form.Left[1].Right = "Nghị định";
        var matching = Read<Matching>(form);
        Assert.Equal("x", matching.Left[0].Right);
        Assert.NotEqual("x", matching.Left[1].Right);
        Assert.Equal(["Luật", "Thơ", "Nghị định"], matching.Right.Select(r => r.Text));
    }

    [Fact]
    public void Taking_out_a_gap_renumbers_those_behind_it()
    {
        var form = new ClozeForm { Prompt = "[[1]] và [[2]] và [[3]]", Gaps = [new(), new() { Weight = "2" }, new() { Weight = "3" }] };
        Press(form, "Remove:Gaps:1");
        Assert.Equal("[[1]] và  và [[2]]", form.Prompt);
        Assert.Equal(["1", "3"], form.Gaps.Select(g => g.Weight));
    }

    [Fact]
    public void What_is_no_number_is_told_at_its_field_and_kept()
    {
        var form = new NumericForm { Answers = [new() { Value = "3,14", Fraction = "nhiều" }] };
        var typed = new TypedFields();
        var numeric = Assert.IsType<Numeric>(form.ToDefinition(typed));
        Assert.Equal("3.14", numeric.Answers[0].Value);
        Assert.Equal(new QuestionProblem("Answers[0].Fraction", QuestionProblemKind.NotANumber), Assert.Single(typed.Problems));
        Assert.Equal("nhiều", form.Answers[0].Fraction);
    }

    [Fact]
    public void A_formula_is_worked_out_in_the_middle_of_its_variables()
    {
        var question = new Calculated { Prompt = "", Variables = [new("a", 1, 3, 0), new("b", 0, 5, 1)], Answers = [new("{a} * {b}", 0.1), new("{a} +"), new("1 / ({a} - 2)")] };
        var example = WorkedExample.Of(question, question.Answers[0])!;
        Assert.Equal((5, 4.5, 5.5), (example.Result, example.Least, example.Most));
        Assert.Null(WorkedExample.Of(question, question.Answers[1]));
        Assert.Null(WorkedExample.Of(question, question.Answers[2]));
    }

    [Fact]
    public void A_foreign_type_is_no_question() => Assert.Null(QuestionForms.New("riddle"));

    [Fact]
    public void Every_type_has_a_form_and_a_place_in_the_list()
    {
        Assert.Equal(QuestionType.All.Order(), QuestionWords.Types.Order());
        Assert.All(QuestionType.All, type => Assert.Equal(type, QuestionForms.New(type)!.Type));
        Assert.All(QuestionType.All, type => Assert.Equal(type, QuestionForms.Blank(type)!.Type));
    }

    private static T Read<T>(QuestionForm form) where T : QuestionDefinition => Assert.IsType<T>(form.ToDefinition(new TypedFields()));

    private static void Press(QuestionForm form, params string[] buttons) => Assert.All(buttons, b => Assert.True(form.Change(RowButton.Parse(b)!)));

    private static SingleChoiceForm Choice(params string[] texts) => new() { Prompt = "Câu hỏi", Category = "Chung", Options = [.. texts.Select(t => new OptionRow { Text = t })] };
}
