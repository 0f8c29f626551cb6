using Lms.Assessment.Marking;
using Lms.Assessment.Papers;
using Lms.Assessment.Scoring;

namespace Lms.UnitTests.Assessment.Marking;

public sealed class MarkAgreementTests
{
    private static readonly Points Ten = Points.Of(10);

    [Theory]
    [InlineData(1, "", null, MarkingNeed.FirstMark)]
    [InlineData(1, "a7", 700, MarkingNeed.None)]
    [InlineData(1, "a7 a8", 800, MarkingNeed.None)]
    [InlineData(2, "", null, MarkingNeed.FirstMark)]
    [InlineData(2, "a7", null, MarkingNeed.SecondMark)]
    [InlineData(2, "a7 a8", null, MarkingNeed.SecondMark)]
    [InlineData(2, "a7 b8", 750, MarkingNeed.None)]
    [InlineData(2, "a7 b8.01", null, MarkingNeed.ThirdMark)]
    [InlineData(2, "a7 b7.25", 713, MarkingNeed.None)]
    [InlineData(2, "a4 b9 c8", 800, MarkingNeed.None)]
    [InlineData(2, "a4 b9 a8.5", 875, MarkingNeed.None)]
    [InlineData(2, "a4 b9 c8 a6!", 600, MarkingNeed.None)]
    [InlineData(1, "a4 b9!", 900, MarkingNeed.None)]
    public void Two_marks_agree_within_the_tolerance_and_a_third_decides(int markers, string given, int? hundredths, MarkingNeed need)
    {
        var people = new Dictionary<char, Guid> { ['a'] = Guid.NewGuid(), ['b'] = Guid.NewGuid(), ['c'] = Guid.NewGuid() };
        var marks = given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => new MarkGiven(people[m[0]], Points.Of(decimal.Parse(m[1..].TrimEnd('!'), System.Globalization.CultureInfo.InvariantCulture)), m[^1] == '!'));
        var agreed = MarkAgreement.Of(marks, Ten, new MarkingPolicy(markers, TolerancePercent: 10));
        Assert.Equal((hundredths, need), (agreed.Points?.Hundredths, agreed.Need));
    }
}
