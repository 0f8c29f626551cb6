using Lms.Assessment.Scoring;

namespace Lms.UnitTests.Assessment;

public sealed class PassMarkTests
{
    [Theory]
    [InlineData(775, 1550, 50, true)]
    [InlineData(774, 1550, 50, false)]
    [InlineData(1034, 1550, 67, false)] // 66.7 percent
    [InlineData(1039, 1550, 67, true)] // 67.03 percent; 67 percent is 1038.5
    [InlineData(1038, 1550, 67, false)]
    [InlineData(0, 1000, 0, true)]
    [InlineData(1000, 1000, 100, true)]
    [InlineData(999, 1000, 100, false)]
    public void Reaching_the_percentage_is_enough_and_a_hundredth_less_is_not(int score, int maximum, int percent, bool passes) =>
        Assert.Equal(passes, PassMark.IsReached(new Points(score), new Points(maximum), percent));

    [Fact]
    public void The_pass_mark_shown_is_the_lowest_score_that_passes()
    {
        foreach (var maximum in (int[])[1, 7, 33, 100, 999, 1000, 1550, 2_000_000])
            for (var percent = 0; percent <= 100; percent++)
            {
                var mark = PassMark.Of(new Points(maximum), percent);
                Assert.True(PassMark.IsReached(mark, new Points(maximum), percent));
                Assert.InRange(mark.Hundredths, 0, maximum);
                if (mark.Hundredths > 0) Assert.False(PassMark.IsReached(new Points(mark.Hundredths - 1), new Points(maximum), percent));
            }
    }
}
