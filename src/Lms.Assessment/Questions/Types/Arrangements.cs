namespace Lms.Assessment.Questions.Types;

public sealed record Item(string Id, string Text);

public enum MatchingScoring
{
    /// <summary>Right pairs ÷ left items.</summary>
    PerPair,
    AllOrNothing,
    /// <summary>(right − wrong) ÷ left items, never below 0; an item left open costs nothing.</summary>
    PerPairWithPenalty,
}

/// <param name="Right">The id of the one item on the right that fits.</param>
public sealed record MatchedItem(string Id, string Text, string Right);

/// <summary>Every item on the left takes one on the right; those on the right that none takes are distractors, and one may serve twice.</summary>
public sealed record Matching : QuestionDefinition
{
    public required IReadOnlyList<MatchedItem> Left { get; init; }
    public required IReadOnlyList<Item> Right { get; init; }
    public MatchingScoring Scoring { get; init; }
}

/// <summary>The eight ways Moodle's ordering question counts, and QTI's exact match, under plain names. n items.</summary>
public enum OrderingScoring
{
    AllOrNothing,
    /// <summary>Items in their exact position ÷ n.</summary>
    ExactPosition,
    /// <summary>Items followed by the right next item ÷ (n − 1).</summary>
    NextItem,
    /// <summary>As <see cref="NextItem"/>, and the last item counts as right where it is last: ÷ n.</summary>
    NextItemOrEnd,
    /// <summary>For each item its right neighbours before and behind, ÷ 2(n − 1).</summary>
    Neighbours,
    /// <summary>Pairs in the right relative order ÷ n(n − 1) ÷ 2.</summary>
    RelativeOrder,
    /// <summary>Length of the longest run in right order, gaps allowed, ÷ n; a single item is no run.</summary>
    LongestSubset,
    /// <summary>Length of the longest run in right order without gaps ÷ n; a single item is no run.</summary>
    LongestRun,
    /// <summary>For each item n − 1 less its distance from its place, ÷ n(n − 1).</summary>
    Distance,
}

public sealed record Ordering : QuestionDefinition
{
    /// <summary>In the right order.</summary>
    public required IReadOnlyList<Item> Items { get; init; }
    public OrderingScoring Scoring { get; init; } = OrderingScoring.ExactPosition;
}
