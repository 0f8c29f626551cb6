using Lms.Assessment.Exchange;
using Lms.Assessment.Questions.Types;

namespace Lms.UnitTests.Assessment.Exchange;

public sealed class GiftTests
{
    [Fact]
    public void A_single_choice_keeps_weights_feedback_and_general_feedback()
    {
        var question = Files.Gift<SingleChoice>("::Tự quyết::Ai quyết định?{=Thân chủ#Đúng ~%-50%Nhân viên#Không ~%50%Cả hai####Xem điều 5\\: \\#3}");
        Assert.Equal([1m, -0.5m, 0.5m], question.Options.Select(o => o.Fraction!.Value));
        Assert.Equal(["Đúng", "Không", ""], question.Options.Select(o => o.Feedback));
        Assert.Equal("Xem điều 5: #3", question.Feedback);
        Assert.Equal(-0.5m, question.Fraction(options: "b"));
    }

    [Fact]
    public void Where_no_option_is_wholly_right_several_are_ticked_and_the_sum_stays_within_nothing_and_all()
    {
        var question = Files.Gift<MultipleResponse>("Chọn{~%50%A ~%50%B ~%-100%C}");
        Assert.Equal(MultipleScoring.Mapped, question.Scoring);
        Assert.Equal(1m, question.Fraction("a", "b"));
        Assert.Equal(0m, question.Fraction("a", "b", "c"));
        Assert.Equal(0m, question.Fraction(options: "c"));
    }

    [Theory]
    [InlineData("Đất phẳng.{F}", false, "", "")]
    [InlineData("Đất phẳng.{FALSE#Sai rồi#Đúng vậy}", false, "Sai rồi", "Đúng vậy")]
    [InlineData("Đất tròn.{T#Sai rồi#Đúng vậy}", true, "Đúng vậy", "Sai rồi")]
    [InlineData("Đất tròn.{TRUE##Đúng vậy}", true, "Đúng vậy", "")]
    public void The_first_feedback_of_a_statement_is_for_the_wrong_answer(string text, bool correct, string onTrue, string onFalse)
    {
        var question = Files.Gift<TrueFalse>(text);
        Assert.Equal((correct, onTrue, onFalse), (question.Correct, question.TrueFeedback, question.FalseFeedback));
    }

    [Fact]
    public void A_statement_may_have_general_feedback_only() => Assert.Equal("Chung", Files.Gift<TrueFalse>("Đất tròn.{T####Chung}").Feedback);

    [Fact]
    public void The_first_short_answer_that_fits_wins()
    {
        var question = Files.Gift<ShortText>("Ai viết Truyện Kiều?{=Nguyễn Du =%50%Nguyễn*#gần đúng =%25%*}");
        Assert.Equal(1m, question.Fraction("nguyễn du"));
        Assert.Equal(0.5m, question.Fraction("Nguyễn Tất Thành"));
        Assert.Equal(0.25m, question.Fraction("Nguyen Du"));
        Assert.Equal("gần đúng", question.Answers[1].Feedback);
    }

    [Theory]
    [InlineData("{#5}", "5", 1)]
    [InlineData("{#5:0.5}", "5,5", 1)]
    [InlineData("{#1..5}", "1", 1)]
    [InlineData("{#1..5}", "5.01", 0)]
    [InlineData("{#=3.14:0.005 =%50%3..3.3}", "3.25", 0.5)]
    [InlineData("{#=3.14:0.005 =%50%3..3.3}", "3.141", 1)]
    [InlineData("{#=7 =%10%*}", "1000", 0.1)]
    [InlineData("{#-2..-1}", "-1.5", 1)]
    public void Numbers_take_tolerances_ranges_and_weights(string braces, string given, double fraction) =>
        Assert.Equal((decimal)fraction, Files.Gift<Numeric>($"Bao nhiêu?{braces}").Fraction(given));

    [Fact]
    public void What_is_said_to_any_other_number_is_kept()
    {
        var question = Files.Gift<Numeric>("Bao nhiêu?{#=5:0#tốt ~#thử lại}");
        Assert.Equal(("*", 0m, "thử lại"), (question.Answers[1].Value, question.Answers[1].Fraction, question.Answers[1].Feedback));
    }

    [Fact]
    public void A_right_item_that_stands_twice_is_one_and_an_open_left_side_is_a_distractor()
    {
        var question = Files.Gift<Matching>("Ghép{=Hà Nội -> Việt Nam =Huế -> Việt Nam =Paris -> Pháp = -> Lào}");
        Assert.Equal(["Việt Nam", "Pháp", "Lào"], question.Right.Select(r => r.Text));
        Assert.Equal(["a", "a", "b"], question.Left.Select(l => l.Right));
    }

    [Fact]
    public void Text_behind_the_braces_makes_a_missing_word() =>
        Assert.Equal("Thủ đô của Lào là \\_\\_\\_\\_\\_, phải không?", Files.Gift<SingleChoice>("Thủ đô của Lào là {=Viêng Chăn ~Huế}, phải không?").Prompt);

    [Fact]
    public void Escapes_stand_for_themselves_and_never_divide()
    {
        var question = Files.Gift<SingleChoice>(@"::a\:\:b::1 \= 1 \{x\}?\nDòng hai{=a\=b\~c ~\#d\\e}");
        Assert.Equal("1 = 1 {x}?  \nDòng hai", question.Prompt);
        Assert.Equal(["a=b~c", "#d\\e"], question.Options.Select(o => o.Text.Replace("\\#", "#", StringComparison.Ordinal)));
    }

    [Fact]
    public void Html_loses_its_scripts_and_keeps_its_emphasis()
    {
        var question = Files.Gift<Essay>("[html]<p onclick\\=\"x()\">Vì <b>sao</b>?</p><script>alert(1)</script>{}");
        Assert.Equal("Vì **sao**?", question.Prompt);
    }

    [Fact]
    public void Plain_text_is_no_markdown_and_markdown_stays_markdown()
    {
        Assert.Equal("\\*Quan trọng\\*: 2 * 3 &lt; snake_case", Files.Gift<Essay>("[plain]*Quan trọng*\\: 2 * 3 &lt; snake_case{}").Prompt.Replace("\\&", "&", StringComparison.Ordinal));
        Assert.Equal("*Quan trọng*", Files.Gift<Essay>("[markdown]*Quan trọng*{}").Prompt);
    }

    [Fact]
    public void Categories_ids_and_tags_are_read_from_their_lines()
    {
        var file = Files.Read("\uFEFF$CATEGORY: $course$/top/Chương 1/Đạo đức\r\n\r\n// [id:cau-1] [tag:cơ bản] [tags:luật, 2024]\r\n::Một::Ai?{=A ~B}\r\n\r\n// chỉ là ghi chú\r\n::Hai::Gì?{}\r\n");
        Assert.Equal(QuestionFormat.Gift, file.Format);
        Assert.Equal(["Một", "Hai"], file.Questions.Select(q => q.Title));
        Assert.All(file.Questions, q => Assert.Equal("Chương 1/Đạo đức", q.Category));
        Assert.Equal("cau-1", file.Questions[0].Identifier);
        Assert.Equal(["cơ bản", "luật", "2024"], file.Questions[0].Tags);
        Assert.Empty(file.Questions[1].Tags);
        Assert.Equal([4, 7], file.Questions.Select(q => q.Line));
    }

    [Fact]
    public void A_blank_line_within_braces_does_not_end_the_question()
    {
        var file = Files.Read("Câu một{\n=A\n\n~B\n}\n\nCâu hai{T}");
        Assert.Equal(2, file.Questions.Count);
        Assert.IsType<SingleChoice>(file.Questions[0].Definition);
    }

    [Theory]
    [InlineData("Một\n\nCâu{=a ~b", 1, ImportIssueKind.Incomplete, 3)]
    [InlineData("Một{}\n\nChỉ là mô tả.", 1, ImportIssueKind.TypeNotSupported, 3)]
    [InlineData("Một{}\n\nA {=x} và B {=y}", 1, ImportIssueKind.RulesNotSupported, 3)]
    [InlineData("Một{}\n\nSố{#abc}", 1, ImportIssueKind.Dropped, 3)]
    public void What_cannot_be_taken_is_told_with_its_line(string text, int index, ImportIssueKind kind, int line)
    {
        var question = Files.Read(text, QuestionFormat.Gift).Questions[index];
        Assert.Null(question.Definition);
        Assert.Equal((kind, line), (question.Issues[0].Kind, question.Issues[0].Line));
        Assert.NotNull(question.Verbatim);
    }

    [Theory]
    [InlineData("33", "33.33333")]
    [InlineData("0.33", "33.33333")]
    [InlineData("67", "66.66667")]
    [InlineData("-33", "-33.33333")]
    public void An_unusual_fraction_becomes_the_nearest_usual_one_and_both_are_told(string given, string taken)
    {
        var question = Assert.Single(Files.Read($"Ai?{{=A ~%{given}%B}}").Questions);
        Assert.Equal(decimal.Parse(taken, System.Globalization.CultureInfo.InvariantCulture) / 100m, Assert.IsType<SingleChoice>(question.Definition).Options[1].Fraction);
        Assert.Equal([given, taken], Assert.Single(question.Issues, i => i.Kind == ImportIssueKind.UnusualFraction).Details);
    }
}
