namespace Lms.Assessment.Analysis;

/// <summary>Points of many attempts at one paper.</summary>
/// <param name="Maxima">Of each slot.</param>
/// <param name="Rows">One attempt each: its points in every slot.</param>
public sealed record ScoreTable(IReadOnlyList<string> Slots, IReadOnlyList<double> Maxima, IReadOnlyList<IReadOnlyList<double>> Rows);

/// <summary>A paper's figures. Points are points; where the name says percent, it is of 100. Null: too few attempts, or all alike.</summary>
/// <param name="InternalConsistencyPercent">Cronbach's alpha × 100; with right-or-wrong slots it is KR-20.</param>
/// <param name="ErrorRatioPercent">How much of the deviation is chance: 100 √(1 − alpha).</param>
/// <param name="StandardError">Of one person's score, in points.</param>
public sealed record PaperStatistics(int Attempts, double Maximum, double? Mean, double? Median, double? StandardDeviation, double? Skewness, double? Kurtosis,
    double? InternalConsistencyPercent, double? ErrorRatioPercent, double? StandardError, IReadOnlyList<SlotStatistics> Slots);

/// <param name="FacilityPercent">Mean points of the maximum.</param>
/// <param name="StandardDeviationPercent">Of the maximum.</param>
/// <param name="DiscriminationPercent">Correlation of the slot with the rest of the paper × 100.</param>
/// <param name="PointBiserial">Correlation of the slot with the whole paper, itself included, −1 to 1.</param>
/// <param name="DiscriminativeEfficiencyPercent">The discrimination, of the greatest that is possible with these points.</param>
/// <param name="IntendedWeightPercent">The slot's maximum of the paper's.</param>
/// <param name="EffectiveWeightPercent">How much of the differences between people it makes; null where it works against the paper.</param>
public sealed record SlotStatistics(string Slot, double Maximum, double? FacilityPercent, double? StandardDeviationPercent, double? DiscriminationPercent, double? PointBiserial,
    double? DiscriminativeEfficiencyPercent, double IntendedWeightPercent, double? EffectiveWeightPercent);
