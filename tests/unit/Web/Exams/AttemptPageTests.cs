using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Web.Features.Exams.Sitting;

namespace Lms.UnitTests.Web.Exams;

public sealed class AttemptPageTests
{
    [Theory]
    [InlineData(-3, 1)]
    [InlineData(0, 1)]
    [InlineData(2, 2)]
    [InlineData(99, 3)]
    public void A_page_that_is_not_there_is_the_nearest_that_is(int asked, int shown) =>
        Assert.Equal(shown, AttemptPage.Of(Attempt(questions: 12, perPage: 5), asked).Page);

    [Fact]
    public void The_last_page_holds_what_is_left()
    {
        var page = AttemptPage.Of(Attempt(questions: 12, perPage: 5), 3);

        Assert.Equal([11, 12], page.Slots.Select(s => s.Slot));
        Assert.Equal(3, page.Pages);
    }

    [Fact]
    public void No_page_size_means_one_page() =>
        Assert.Equal(12, AttemptPage.Of(Attempt(questions: 12, perPage: 0), 1).Slots.Count);

    [Theory]
    [InlineData("next", 3)]
    [InlineData("back", 1)]
    [InlineData("stay", 2)]
    [InlineData(null, 2)]
    [InlineData("nonsense", 2)]
    [InlineData("11", 3)]
    [InlineData("4711", 1)]
    public void A_button_leads_to_its_page(string? go, int page) =>
        Assert.Equal(page, Destination.Parse(go).PageFrom(AttemptPage.Of(Attempt(questions: 12, perPage: 5), 2)));

    private static AttemptView Attempt(int questions, int perPage) => new(
        PublicCode.New(), PublicCode.New(), Guid.NewGuid(), "Thi", 1, AttemptState.InProgress, DateTime.UnixEpoch, DateTime.UnixEpoch.AddHours(1), DateTime.UnixEpoch, perPage,
        [.. Enumerable.Range(1, questions).Select(n => new SlotView(n, null, Points.Of(1), new ShownQuestion("singleChoice", "?", []), null, null))]);
}
