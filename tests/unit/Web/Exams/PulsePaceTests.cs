using Lms.UnitTests.Infrastructure;
using Lms.Web.Features.Exams.Sitting;

namespace Lms.UnitTests.Web.Exams;

public sealed class PulsePaceTests
{
    private readonly TestClock clock = new();

    [Fact]
    public void A_room_hears_within_seconds() => Assert.Equal(17, After(new PulsePace(clock), perSecond: 2, seconds: 60));

    [Fact]
    public void Ten_times_as_many_as_there_may_be_ask_ten_times_as_seldom()
    {
        var pace = new PulsePace(clock);
        Assert.Equal(170, After(pace, perSecond: 500, seconds: 10));
        Assert.Equal(170, After(pace, perSecond: 50, seconds: 60)); // now they ask as often as they may: it stays
    }

    [Fact]
    public void When_most_have_gone_the_others_hear_soon_again()
    {
        var pace = new PulsePace(clock);
        After(pace, perSecond: 500, seconds: 11);
        Assert.Equal(17, After(pace, perSecond: 1, seconds: 40));
    }

    [Fact]
    public void Nobody_is_sent_away_for_longer_than_three_minutes() => Assert.Equal(180, After(new PulsePace(clock), perSecond: 5_000, seconds: 11));

    private double After(PulsePace pace, int perSecond, int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            for (var n = 0; n < perSecond; n++) pace.Next();
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        return Math.Round(pace.Next().TotalSeconds);
    }
}
