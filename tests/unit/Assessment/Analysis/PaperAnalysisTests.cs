using Lms.Assessment.Analysis;

namespace Lms.UnitTests.Assessment.Analysis;

public sealed class PaperAnalysisTests
{
    // Ten people, four questions; the figures below come from a separate calculation after the published formulas.
    private const string Sample = """
        attempt,Q1/1,Q2/1,Q3/2,Q4/1
        1,1,1,2,1
        2,1,0,2,1
        3,1,1,1.5,0
        4,0,1,2,1
        5,1,0,1,0
        6,0,0,0.5,1
        7,1,1,2,1
        8,0,0,0,0
        9,1,0,1,1
        10,0,1,0.5,0
        """;

    private static readonly PaperStatistics Figures = PaperAnalysis.Of(ScoreTableReader.Read(new StringReader(Sample)));

    [Fact]
    public void The_papers_figures_are_those_of_classical_test_theory()
    {
        Near(2.95, Figures.Mean);
        Near(3.25, Figures.Median);
        Near(1.6574747, Figures.StandardDeviation);
        Near(-0.3939320, Figures.Skewness);
        Near(-0.7755657, Figures.Kurtosis);
        Near(66.3296259, Figures.InternalConsistencyPercent);
        Near(58.0261787, Figures.ErrorRatioPercent);
        Near(0.9617692, Figures.StandardError);
    }

    [Theory]
    [InlineData(0, 60, 51.6397779, 37.0063803, 0.6231139, 44.4444444, 20, 22.4912924)]
    [InlineData(1, 50, 52.7046277, 25.5774433, 0.5405686, 30.4347826, 20, 21.1635373)]
    [InlineData(2, 62.5, 37.7307714, 89.2438711, 0.9660824, 100, 40, 33.8538780)]
    [InlineData(3, 60, 51.6397779, 37.0063803, 0.6231139, 44.4444444, 20, 22.4912924)]
    public void A_slots_figures_follow_their_published_definitions(int slot, double facility, double deviation, double discrimination, double biserial, double efficiency, double intended, double effective)
    {
        var figures = Figures.Slots[slot];
        Near(facility, figures.FacilityPercent);
        Near(deviation, figures.StandardDeviationPercent);
        Near(discrimination, figures.DiscriminationPercent);
        Near(biserial, figures.PointBiserial);
        Near(efficiency, figures.DiscriminativeEfficiencyPercent);
        Near(intended, figures.IntendedWeightPercent);
        Near(effective, figures.EffectiveWeightPercent);
    }

    [Fact]
    public void Where_all_are_alike_or_too_few_a_figure_is_missing_and_not_nonsense()
    {
        var alike = PaperAnalysis.Of(ScoreTableReader.Read(new StringReader("Q1/1,Q2/1\n1,0\n1,0\n1,0")));
        Assert.Null(alike.InternalConsistencyPercent);
        Assert.Null(alike.Skewness);
        Assert.All(alike.Slots, s => Assert.Null(s.DiscriminationPercent));
        var none = PaperAnalysis.Of(ScoreTableReader.Read(new StringReader("Q1/1,Q2/1")));
        Assert.Equal((0, null, null), (none.Attempts, none.Mean, none.StandardDeviation));
    }

    [Theory]
    [InlineData("Q1/10", 10)]
    [InlineData("Q. 1 /10.00", 10)]
    [InlineData("Câu 1 (2,5)", 2.5)]
    [InlineData("1: 4", 4)]
    [InlineData("3", 3)]
    [InlineData("slot 2 [max 5]", 5)]
    public void A_header_ends_in_the_maximum(string header, double maximum) =>
        Assert.Equal(maximum, ScoreTableReader.Read(new StringReader($"{header};x/1\n1;1")).Maxima[0]);

    [Theory]
    [InlineData("", "Line 1: the header is missing.")]
    [InlineData("id,Q1", "Line 1: column 2 (\"Q1\")")]
    [InlineData("id,Q1/1\na,1\nb", "Line 3: has 1 cells where the header has 2.")]
    [InlineData("id,Q1/1\na,viele", "Line 2: \"viele\" in column 2 is not a number.")]
    public void What_is_no_score_table_says_which_line_and_why(string csv, string message) =>
        Assert.StartsWith(message, Assert.Throws<ScoreTableException>(() => ScoreTableReader.Read(new StringReader(csv))).Message, StringComparison.Ordinal);

    private static void Near(double expected, double? actual) => Assert.Equal(expected, actual!.Value, 6);
}
