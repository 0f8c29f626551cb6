namespace Lms.Assessment.Scoring;

/// <summary>The outcome for one question and the reason in a form a page can put into words.</summary>
/// <param name="Fraction">Of the slot's points, 1 for all; negative, to −1, only where the question says so.</param>
public sealed record Mark(decimal Fraction, MarkReason Reason)
{
    /// <summary>What came together to the fraction; empty where the reason says it all.</summary>
    public IReadOnlyList<MarkPart> Parts { get; init; } = [];

    public bool Equals(Mark? other) => other is not null && Fraction == other.Fraction && Reason == other.Reason && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => HashCode.Combine(Fraction, Reason, Parts.Count);

    /// <summary>Thirds and sevenths are written with few digits: this close to 1 is right.</summary>
    public const decimal RightFrom = 0.999999m;

    public static Mark Of(decimal fraction, params IReadOnlyList<MarkPart> parts) =>
        new(fraction, fraction >= RightFrom ? MarkReason.Right : fraction > 0m ? MarkReason.PartlyRight : MarkReason.Wrong) { Parts = parts };
}

/// <summary>
/// NotApplicable: the response is of a kind this question cannot have. NeedsMarking: a person decides. The numbers are
/// stored.
/// </summary>
public enum MarkReason { Right = 0, PartlyRight = 1, Wrong = 2, NotAnswered = 3, NotApplicable = 4, NeedsMarking = 5 }

/// <summary>One step on the way to a fraction.</summary>
/// <param name="Name">What it is about: the text of an option, the number of a gap; empty for the question as a whole.</param>
/// <param name="Fraction">What this part brought, already weighted; it may be negative.</param>
/// <param name="Given">What the candidate gave there.</param>
/// <param name="Expected">What would have been right, where there is one such thing.</param>
public sealed record MarkPart(MarkRule Rule, string Name, decimal Fraction, string Given = "", string Expected = "");

public enum MarkRule
{
    RightOption, WrongOption, MissedOption, OptionValue,
    AnswerFits, NoAnswerFits, NotANumber, OutsideTolerance, WrongFigures, UnitMissing, UnitUnknown,
    RightPair, WrongPair, OpenPair,
    InPlace, OutOfPlace, RightNext, WrongNext, InOrder, OutOfOrder, NearPlace,
    Gap, OpenGap,
    AreaHit, AreaMissed, PointMissed,
    RaisedToBound, LoweredToBound, NoPartialCredit,
}
