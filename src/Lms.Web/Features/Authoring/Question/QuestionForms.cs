using System.Diagnostics;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Web.Features.Authoring.Question.Types;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>Which form a type of question is written in.</summary>
internal static class QuestionForms
{
    /// <summary>A form with nothing in it, to be bound from a request: what is not sent, such as an unticked box, stays off. Null for a type that is none of ours.</summary>
    public static QuestionForm? Blank(string? type) => type switch
    {
        QuestionType.SingleChoice => new SingleChoiceForm(),
        QuestionType.MultipleResponse => new MultipleResponseForm(),
        QuestionType.TrueFalse => new TrueFalseForm(),
        QuestionType.Matching => new MatchingForm(),
        QuestionType.Ordering => new OrderingForm(),
        QuestionType.ShortText => new ShortTextForm(),
        QuestionType.Numeric => new NumericForm(),
        QuestionType.Calculated => new CalculatedForm(),
        QuestionType.Cloze => new ClozeForm(),
        QuestionType.GapSelect => new GapSelectForm(),
        QuestionType.Hotspot => new HotspotForm(),
        QuestionType.Essay => new EssayForm(),
        QuestionType.FileUpload => new FileUploadForm(),
        _ => null,
    };

    /// <summary>A form to begin with, set as the definitions are by default.</summary>
    public static QuestionForm? New(string? type)
    {
        QuestionDefinition? empty = type switch
        {
            QuestionType.SingleChoice => new SingleChoice { Prompt = "", Options = [] },
            QuestionType.MultipleResponse => new MultipleResponse { Prompt = "", Options = [] },
            QuestionType.Matching => new Matching { Prompt = "", Left = [], Right = [] },
            QuestionType.Ordering => new Ordering { Prompt = "", Items = [] },
            QuestionType.ShortText => new ShortText { Prompt = "", Answers = [] },
            QuestionType.Numeric => new Numeric { Prompt = "", Answers = [] },
            QuestionType.Calculated => new Calculated { Prompt = "", Variables = [], Answers = [] },
            QuestionType.Cloze => new Cloze { Prompt = "", Gaps = [] },
            QuestionType.GapSelect => new GapSelect { Prompt = "", Choices = [], Gaps = [] },
            QuestionType.Hotspot => new Hotspot { Prompt = "", Image = "", Areas = [] },
            QuestionType.Essay => new Essay { Prompt = "" },
            QuestionType.FileUpload => new FileUpload { Prompt = "" },
            _ => null,
        };
        var form = empty is null ? Blank(type) : Of(empty);
        form?.KeepEnoughRows();
        return form;
    }

    public static QuestionForm Of(QuestionDetail detail)
    {
        var form = Of(detail.Draft.Definition);
        (form.Revision, form.Category, form.Difficulty, form.Outcome) = (detail.Revision, detail.Draft.Category, detail.Draft.Difficulty, detail.Draft.Outcome);
        (form.Level, form.CaseKey, form.Tags, form.Source) = (detail.Draft.Level, detail.Draft.CaseKey, string.Join(", ", detail.Draft.Tags), detail.Draft.Source);
        return form;
    }

    public static QuestionForm Of(QuestionDefinition definition)
    {
        QuestionForm form = definition switch
        {
            SingleChoice single => SingleChoiceForm.Of(single),
            MultipleResponse multiple => MultipleResponseForm.Of(multiple),
            TrueFalse statement => TrueFalseForm.Of(statement),
            Matching matching => MatchingForm.Of(matching),
            Ordering ordering => OrderingForm.Of(ordering),
            ShortText text => ShortTextForm.Of(text),
            Numeric numeric => NumericForm.Of(numeric),
            Calculated calculated => CalculatedForm.Of(calculated),
            Cloze cloze => ClozeForm.Of(cloze),
            GapSelect select => GapSelectForm.Of(select),
            Hotspot hotspot => HotspotForm.Of(hotspot),
            Essay essay => EssayForm.Of(essay),
            FileUpload upload => FileUploadForm.Of(upload),
            _ => throw new UnreachableException($"{definition.GetType().Name} has no form."),
        };
        (form.Prompt, form.Feedback, form.Outcomes) = (definition.Prompt, definition.Feedback, OutcomesForm.Of(definition.Outcomes));
        return form;
    }
}
