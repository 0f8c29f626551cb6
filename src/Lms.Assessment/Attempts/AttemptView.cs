using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;
using Lms.Data;

namespace Lms.Assessment.Attempts;

/// <summary>
/// An attempt in progress, as the candidate sees it: no key, no feedback, options in drawn order. Once it is graded the
/// slots are empty: what may be seen then is the review's to say.
/// </summary>
public sealed record AttemptView(PublicCode Code, PublicCode ExamCode, Guid ContextKey, string Title, int Number, AttemptState State, DateTime StartedAt, DateTime DueAt, DateTime Now, int QuestionsPerPage, IReadOnlyList<SlotView> Slots);

/// <param name="Slot">1-based place on the paper.</param>
/// <param name="Question">The definition stripped of what is right: <see cref="ShownQuestion"/>.</param>
/// <param name="Response">Null where nothing was given; an empty one where an answer was cleared.</param>
public sealed record SlotView(int Slot, string? Section, Points Maximum, ShownQuestion Question, Response? Response, DateTime? SavedAt);

/// <param name="Type">See <see cref="Questions.QuestionType"/>.</param>
/// <param name="Options">For true/false the ids "true" and "false" without a text: the words are the page's, in its language. Empty for a text.</param>
public sealed record ShownQuestion(string Type, string Prompt, IReadOnlyList<ShownOption> Options)
{
    /// <summary>With the options as written: for those who write it.</summary>
    public static ShownQuestion Of(QuestionDefinition definition) => ShownPaper.Question(definition, []);
}

public sealed record ShownOption(string Id, string Text);
