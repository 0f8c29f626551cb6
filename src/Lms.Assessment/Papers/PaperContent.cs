using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Papers;

/// <summary>The design of an exam: what is drawn, how long, how much is enough, what may be seen afterwards.</summary>
public sealed record PaperContent
{
    public required string Title { get; init; }
    /// <summary>Markdown, shown before the start.</summary>
    public string Instructions { get; init; } = "";
    public IReadOnlyList<PaperSection> Sections { get; init; } = [];
    public int TimeLimitMinutes { get; init; } = 45;
    /// <summary>Percent of the maximum, 0 to 100.</summary>
    public int PassMarkPercent { get; init; } = 50;
    /// <summary>Counts instead of the percentage where it is given.</summary>
    public Points? PassMarkPoints { get; init; }
    public int AttemptsAllowed { get; init; } = 1;
    /// <summary>Which of several attempts decides.</summary>
    public ResultRule Result { get; init; } = ResultRule.Best;
    /// <summary>Hours from the end of one attempt to the start of the next.</summary>
    public int CoolingOffHours { get; init; }
    /// <summary>How many of a person's last attempts at this paper, whatever its version, a new attempt draws around as far as the pool allows.</summary>
    public int AttemptsToAvoid { get; init; }
    public int QuestionsPerPage { get; init; } = 5;
    public bool ShuffleQuestions { get; init; } = true;
    public bool ShuffleOptions { get; init; } = true;
    public ReviewPolicy Review { get; init; } = new();
    public MarkingPolicy Marking { get; init; } = new();
    /// <summary>With each answer that a machine scores, how sure she is is asked, and shown marks of its own for it; the score is untouched.</summary>
    public bool AsksCertainty { get; init; }
    /// <summary>How many days after the result it may be appealed against; 0 takes no appeals.</summary>
    public int AppealDays { get; init; } = 10;

    /// <summary>Its sections are done one after the other, each within a time of its own. A method, so that it is not stored.</summary>
    public bool TimesSections() => Sections.Count > 0 && Sections.All(s => s.TimeLimitMinutes is not null);
}

/// <summary>How answers that a person judges are marked.</summary>
/// <param name="Markers">1, or 2 who do not see each other's marks.</param>
/// <param name="TolerancePercent">Of a question's points: how far two marks may be apart before a third person decides.</param>
public sealed record MarkingPolicy(int Markers = 1, int TolerancePercent = 10);

public sealed record PaperSection
{
    public string Title { get; init; } = "";
    /// <summary>Markdown, shown above the section's first question.</summary>
    public string Instructions { get; init; } = "";
    /// <summary>Percent of the section's points that it takes to pass, whatever the other sections brought; null where only the sum counts.</summary>
    public int? MinimumPercent { get; init; }
    /// <summary>Either every section has one, and the paper's own is their sum, or none has.</summary>
    public int? TimeLimitMinutes { get; init; }
    /// <summary>Asked of everybody, in this order before what is drawn; a draw of the same paper leaves them out.</summary>
    public IReadOnlyList<FixedQuestion> Questions { get; init; } = [];
    public IReadOnlyList<PaperDraw> Draws { get; init; } = [];
}

/// <summary>A question of a bank; the version that is published when the paper is, is the one asked.</summary>
public sealed record FixedQuestion(Guid QuestionKey, Points Points);

/// <summary>Take <paramref name="Count"/> published questions of a bank, narrowed by whatever is given. Draws may share questions; none is asked twice.</summary>
public sealed record PaperDraw(Guid BankKey, string? Category, int? Difficulty, int Count, Points PointsEach)
{
    public string? Tag { get; init; }
    public string? Outcome { get; init; }
    public CognitiveLevel? Level { get; init; }
}

[Flags]
public enum ReviewDetail { None = 0, Score = 1, Responses = 2, Correctness = 4, RightAnswers = 8, Feedback = 16, All = 31 }

/// <summary>What a trainee sees while she answers, of a handed-in attempt while the exam is still open to others, and after it has closed.</summary>
public sealed record ReviewPolicy
{
    /// <summary>On questions she has answered, when she asks for it; for practice. There is no score before the hand-in.</summary>
    public ReviewDetail During { get; init; } = ReviewDetail.None;
    public ReviewDetail WhileOpen { get; init; } = ReviewDetail.Score;
    public ReviewDetail AfterClosing { get; init; } = ReviewDetail.All;

    public ReviewDetail At(DateTime now, DateTime closesAt) => now >= closesAt ? AfterClosing : WhileOpen;
}
