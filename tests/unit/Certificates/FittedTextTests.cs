using Lms.Certificates.Pdf;

namespace Lms.UnitTests.Certificates;

public class FittedTextTests
{
    [Theory]
    [InlineData("Y Niê", 1, 36)]
    [InlineData("Nguyễn Thị Thùy Dương Ngọc", 1, 27.69)]
    [InlineData("Công Tằng Tôn Nữ Huyền Trân Nguyễn Phước Thùy Dương", 2, 24)]
    public void A_text_shrinks_to_its_floor_and_then_breaks(string text, int lines, double size)
    {
        var fitted = Fit(text);
        Assert.Equal(lines, fitted.Lines.Count);
        Assert.Equal(size, fitted.Size, 0.01);
    }

    [Fact]
    public void Lines_are_of_even_length() =>
        Assert.Equal(["một hai ba bốn", "năm sáu bảy tám"], FittedText.Fit("một hai ba bốn năm sáu bảy tám", s => s.Length, 160, 2, 20, 20, 10).Lines);

    [Fact]
    public void Nothing_is_ever_cut_off_or_runs_over()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 30)).Select(_ => new string('x', random.Next(1, i % 10 == 0 ? 200 : 9))));
            var fitted = Fit(text);
            Assert.Equal(text, string.Join(' ', fitted.Lines));
            Assert.InRange(fitted.Lines.Count, 1, 2);
            Assert.All(fitted.Lines, line => Assert.InRange(line.Length * fitted.Size, 0, 720.0001));
        }
    }

    private static FittedText Fit(string text) => FittedText.Fit(text, s => s.Length, 720, maxLines: 2, size: 36, sizeWhenBroken: 24, floor: 25);
}
