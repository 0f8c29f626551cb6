using System.Text;
using Lms.Assessment.Exchange;

namespace Lms.UnitTests.Assessment.Exchange;

public sealed class ReadingTimeTests
{
    private static readonly byte[] Many = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 5000).Select(n => $"::Câu {n}:: Số {n} là gì? {{ =một ~hai ~ba }}\n\n")));

    [Fact]
    public void A_file_that_takes_too_long_is_refused_in_words()
    {
        var file = QuestionFiles.Read(Many, "a.gift", null, TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken);
        Assert.Empty(file.Questions);
        Assert.Equal(ImportIssueKind.TooLarge, Assert.Single(file.Issues).Kind);
    }

    [Fact]
    public void Whoever_no_longer_waits_stops_the_reading()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        Assert.Throws<OperationCanceledException>(() => QuestionFiles.Read(Many, "a.gift", null, gone.Token));
        Assert.Equal(5000, QuestionFiles.Read(Many, "a.gift", null, TestContext.Current.CancellationToken).Questions.Count);
    }
}
