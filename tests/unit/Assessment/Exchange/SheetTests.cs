using System.Text;
using Lms.Assessment.Exchange;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Spreadsheets;

namespace Lms.UnitTests.Assessment.Exchange;

public sealed class SheetTests
{
    private static readonly string[] Head = ["Loại", "Danh mục", "Câu hỏi", "Phương án A", "Phương án B", "Phương án C", "Đáp án đúng", "Điểm", "Phản hồi", "Nhãn", "Độ khó"];

    [Fact]
    public void A_row_is_a_question_with_all_its_columns()
    {
        var file = Read(["Một lựa chọn", "Chương 1/Đạo đức", "Ai **quyết định**?", "Thân chủ\n# Đúng", "Nhân viên", null, "A", "2,5", "Xem điều 5", "luật; đạo đức", "Khó"]);
        var question = file.Taken<SingleChoice>();
        Assert.Equal(["Thân chủ", "Nhân viên"], question.Options.Select(o => o.Text));
        Assert.Equal((true, "Đúng", "Xem điều 5"), (question.Options[0].Correct, question.Options[0].Feedback, question.Feedback));
        var row = file.Questions[0];
        Assert.Equal((2.5m, "Chương 1/Đạo đức", 3, 2), (row.Points, row.Category, row.Difficulty, row.Line));
        Assert.Equal(["luật", "đạo đức"], row.Tags);
    }

    [Theory]
    [InlineData("", "A", typeof(SingleChoice))]
    [InlineData("", "A, C", typeof(MultipleResponse))]
    [InlineData("Nhiều lựa chọn", "A=50; C=50; B=-100", typeof(MultipleResponse))]
    [InlineData("multiple choice", "a c", typeof(MultipleResponse))]
    [InlineData("Trả lời ngắn", "", typeof(ShortText))]
    [InlineData("Sắp xếp", "", typeof(Ordering))]
    public void Types_are_named_or_told_from_the_right_answer(string type, string right, Type expected) =>
        Assert.Equal(expected, Assert.Single(Read([type, "", "Gì?", "một", "hai", "ba", right, null, null, null, null]).Questions).Definition?.GetType());

    [Theory]
    [InlineData("Đúng/Sai", "Sai", typeof(TrueFalse))]
    [InlineData("True/False", "1", typeof(TrueFalse))]
    [InlineData("", "Đúng", typeof(TrueFalse))]
    [InlineData("Số", "3,14 ± 0,01", typeof(Numeric))]
    [InlineData("", "3..4", typeof(Numeric))]
    [InlineData("", "tham vấn; tư vấn", typeof(ShortText))]
    [InlineData("Tự luận", "", typeof(Essay))]
    public void Without_options_the_right_answer_stands_for_itself(string type, string right, Type expected) =>
        Assert.Equal(expected, Assert.Single(Read([type, "", "Gì?", null, null, null, right, null, null, null, null]).Questions).Definition?.GetType());

    [Fact]
    public void Pairs_have_arrows() => Assert.Equal(["b", "a"], Read(["Ghép đôi", "", "Gì?", "Huế → Trung", "-> Nam", "Hà Nội -> Bắc", "", null, null, null, null]).Taken<Matching>().Left.Select(l => l.Right == "a" ? "b" : l.Right == "c" ? "a" : "?"));

    [Theory]
    [InlineData("", "D", ImportIssueKind.Incomplete)]
    [InlineData("Một lựa chọn", "", ImportIssueKind.Incomplete)]
    [InlineData("Ô chữ", "A", ImportIssueKind.TypeNotSupported)]
    public void What_is_wrong_in_a_row_is_told_with_its_number(string type, string right, ImportIssueKind kind)
    {
        var issue = Read([type, "", "Gì?", "một", "hai", null, right, null, null, null, null]).Refused();
        Assert.Equal((kind, 2), (issue.Kind, issue.Line));
    }

    [Fact]
    public void The_template_reads_as_an_empty_file()
    {
        var template = QuestionFiles.Write([], QuestionFormat.Xlsx).Bytes;
        var file = QuestionFiles.Read(template, "mau.xlsx");
        Assert.Equal(QuestionFormat.Xlsx, file.Format);
        Assert.Empty(file.Questions);
        Assert.Empty(file.Issues);
    }

    [Fact]
    public void A_csv_file_is_a_sheet_too() =>
        Assert.Equal("Hà Nội", QuestionFiles.Read(Encoding.UTF8.GetBytes("Question;Option A;Option B;Right answer\nThủ đô?;Huế;Hà Nội;B\n"), "a.csv").Taken<SingleChoice>().Options.Single(o => o.Correct).Text);

    private static ImportedFile Read(IReadOnlyList<object?> row) => QuestionFiles.Read(XlsxFile.Write(new Table("Câu hỏi", Head, [row])), "a.xlsx");
}
