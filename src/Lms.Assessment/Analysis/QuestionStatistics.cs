namespace Lms.Assessment.Analysis;

/// <summary>How one question version did over all attempts that had it. Percent are of 100; null: too few attempts, or all alike.</summary>
/// <param name="GuessPercent">What guessing earns on the average; null where that cannot be said.</param>
/// <param name="DiscriminationPercent">Correlation with the rest of the paper × 100.</param>
/// <param name="Options">Of a question with options, in the order written; empty for others.</param>
public sealed record QuestionStatistics(Guid VersionKey, string Type, string Prompt, string? Section, int Attempts, int Unanswered,
    double? FacilityPercent, double? StandardDeviationPercent, double? GuessPercent, double? DiscriminationPercent, double? PointBiserial, double? DiscriminativeEfficiencyPercent,
    IReadOnlyList<OptionStatistics> Options, IReadOnlyList<QuestionFlag> Flags);

/// <summary>Who chose an option: of the weakest 27 %, the middle and the strongest 27 % by the rest of the paper (Kelley 1939).</summary>
public sealed record OptionStatistics(string Id, string Text, bool Right, int Lower, int Middle, int Upper)
{
    public int Total => Lower + Middle + Upper;
}

/// <summary>What to look at; a flag is a question to its author, not a verdict.</summary>
public enum QuestionFlag
{
    /// <summary>Fewer than 30 attempts: the figures say little yet.</summary>
    FewAttempts,
    /// <summary>95 % or more of the points were earned.</summary>
    VeryEasy,
    /// <summary>Less was earned than guessing would have brought, or under 20 % where one cannot guess.</summary>
    VeryHard,
    /// <summary>Who did well on the rest did worse here: often a wrong key.</summary>
    NegativeDiscrimination,
    /// <summary>It tells strong from weak hardly at all: under 20 %.</summary>
    WeakDiscrimination,
    /// <summary>More of the strongest chose a wrong option than a right one.</summary>
    StrongPreferWrong,
    /// <summary>A wrong option was chosen by under 2 %.</summary>
    IdleDistractor,
}

/// <summary>A paper in use.</summary>
/// <param name="Total">Over the attempts' percent of the maximum. Consistency is null where candidates got different questions: it has no meaning there.</param>
public sealed record AnalysedPaper(PaperStatistics Total, double? PassPercent, IReadOnlyList<int> Histogram, IReadOnlyList<QuestionStatistics> Questions);
