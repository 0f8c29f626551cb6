using Lms.Certificates.Verification;

namespace Lms.UnitTests.Certificates;

public class CodeReadingTests
{
    [Fact]
    public void A_right_code_has_no_flaw_however_it_is_written()
    {
        var code = CertificateCode.New();
        foreach (var written in new[] { code.Value, code.Spoken.ToLowerInvariant(), code.Spoken.Replace('-', '–'), $" {code.Value.Replace('0', 'o').Replace('1', 'l')} " })
            Assert.Equal(new CodeReading(CodeFlaw.None, 16, ""), CodeReading.Of(written));
    }

    [Theory]
    [InlineData(" - ", CodeFlaw.Empty, 0, "")]
    [InlineData("ABC-DEF", CodeFlaw.TooShort, 6, "")]
    [InlineData("00000000000000000", CodeFlaw.TooLong, 17, "")]
    [InlineData("0000000000000001", CodeFlaw.Check, 16, "")]
    [InlineData("AB\u0110", CodeFlaw.Letter, 3, "\u0110")]
    [InlineData("E\u0302", CodeFlaw.Letter, 1, "E\u0302")] // a letter and its accent, as two characters
    [InlineData("AU", CodeFlaw.Letter, 2, "U")]
    public void What_is_wrong_is_said(string typed, CodeFlaw flaw, int count, string letter) => Assert.Equal(new CodeReading(flaw, count, letter), CodeReading.Of(typed));
}
