using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Web.Features.Authoring.Question.Types;

public sealed class TrueFalseForm : QuestionForm
{
    public override string Type => QuestionType.TrueFalse;
    /// <summary>Whether the statement is true; null until it is said.</summary>
    public bool? Statement { get; set; }
    public string? TrueFeedback { get; set; }
    public string? FalseFeedback { get; set; }

    public static TrueFalseForm Of(TrueFalse question) => new() { Statement = question.Correct, TrueFeedback = question.TrueFeedback, FalseFeedback = question.FalseFeedback };

    protected override QuestionDefinition Definition(TypedFields typed)
    {
        if (Statement is null) typed.Refuse(nameof(Statement), QuestionProblemKind.Required);
        return new TrueFalse { Prompt = "", Correct = Statement ?? false, TrueFeedback = TypedFields.Plain(TrueFeedback), FalseFeedback = TypedFields.Plain(FalseFeedback) };
    }
}
