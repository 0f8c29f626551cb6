using System.Text;
using Lms.Assessment.Exchange;
using Lms.Assessment.Questions.Types;

namespace Lms.UnitTests.Assessment.Exchange;

public sealed class PlainFormatTests
{
    [Fact]
    public void Aiken_takes_both_ways_of_lettering_and_several_questions()
    {
        var file = Files.Read("Thủ đô Việt Nam?\nA. Huế\nB. Hà Nội\nANSWER: B\n\nTham vấn là gì?\nDòng hai.\nA) Một\nB) Hai\nC) Ba\nANSWER: C\n");
        Assert.Equal(QuestionFormat.Aiken, file.Format);
        Assert.Equal(["Hà Nội", "Ba"], file.Questions.Select(q => Assert.IsType<SingleChoice>(q.Definition).Options.Single(o => o.Correct).Text));
        Assert.Equal([1, 6], file.Questions.Select(q => q.Line));
        Assert.All(file.Questions, q => Assert.Empty(q.Issues));
    }

    [Theory]
    [InlineData("Gì?\nA. Một\nB. Hai\nANSWER: D", 4)]
    [InlineData("Gì?\nA. Một\nANSWER: A", 3)]
    [InlineData("Gì?\nA. Một\nB. Hai", 3)]
    [InlineData("A. Một\nB. Hai\nANSWER: A", 3)]
    public void What_aiken_lacks_is_told_with_its_line(string text, int line)
    {
        var issue = Files.Read(text, QuestionFormat.Aiken).Refused();
        Assert.Equal((ImportIssueKind.Incomplete, line), (issue.Kind, issue.Line));
    }

    [Fact]
    public void A_question_without_its_answer_does_not_take_the_next_one_along()
    {
        var file = Files.Read("Một?\nA. x\nB. y\nHai?\nA. z\nB. w\nANSWER: A", QuestionFormat.Aiken);
        Assert.Equal([false, true], file.Questions.Select(q => q.Definition is not null));
    }

    [Fact]
    public void A_missing_word_has_bare_percentages()
    {
        var file = Files.Read("Công tác xã hội là một {=nghề#đúng ~75%việc làm#gần ~thú vui} chuyên nghiệp.", QuestionFormat.MissingWord);
        var question = file.Taken<SingleChoice>();
        Assert.Equal([1m, 0.75m, 0m], question.Options.Select(o => o.Fraction!.Value));
        Assert.Equal(["nghề", "việc làm", "thú vui"], question.Options.Select(o => o.Text));
        Assert.Contains("chuyên nghiệp.", question.Prompt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Byte_order_marks_are_heeded(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var file = QuestionFiles.Read([.. encoding.GetPreamble(), .. encoding.GetBytes("Đúng không?{T}")], "a.txt");
        Assert.Equal("Đúng không?", file.Taken<TrueFalse>().Prompt);
        Assert.Empty(file.Issues);
    }

    [Fact]
    public void A_file_without_a_stated_encoding_is_guessed_and_that_is_told()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        // As Windows-1258 writes it: base letter with circumflex, then the tone mark alone.
        var bytes = Encoding.GetEncoding(1258).GetBytes("Vi\u00EA\u0323t Nam co\u0301 \u0111e\u0323p kh\u00F4ng?{T}");
        var file = QuestionFiles.Read(bytes, "a.txt");
        Assert.Equal("Việt Nam có đẹp không?", file.Taken<TrueFalse>().Prompt);
        Assert.Equal("Windows-1258", Assert.Single(file.Issues, i => i.Kind == ImportIssueKind.EncodingGuessed).Details[0]);
        Assert.Equal("Windows-1252", QuestionFiles.Read(Encoding.Latin1.GetBytes("Est-ce un café ?{T}"), "a.txt").Issues[0].Details[0]);
    }

    [Fact]
    public void A_declared_encoding_is_heeded()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(1252).GetBytes("<?xml version=\"1.0\" encoding=\"windows-1252\"?><quiz><question type=\"essay\"><questiontext><text>café</text></questiontext></question></quiz>");
        Assert.Equal("café", QuestionFiles.Read(bytes, "a.xml").Taken<Essay>().Prompt);
    }
}
