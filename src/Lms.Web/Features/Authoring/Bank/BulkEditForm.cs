using Lms.Assessment.Questions;
using Lms.Publishing;

namespace Lms.Web.Features.Authoring.Bank;

/// <summary>A change of many questions as its form sends it; what is left empty stays as it is.</summary>
public sealed class BulkEditForm
{
    /// <summary>"key:revision" of each question, as it was looked at; a bare key before that.</summary>
    public List<string> Keys { get; set; } = [];
    public string? Category { get; set; }
    public string? AddTags { get; set; }
    public string? RemoveTags { get; set; }
    public int? Difficulty { get; set; }
    public CognitiveLevel? Level { get; set; }
    public string? Outcome { get; set; }
    public string? Source { get; set; }
    public List<BulkField> Clear { get; set; } = [];
    public Guid? ToBank { get; set; }
    public PublishAction? Step { get; set; }
    public string? Note { get; set; }

    public BulkEdit Edit => new()
    {
        Category = Given(Category), AddTags = QuestionTags.Split(AddTags), RemoveTags = QuestionTags.Split(RemoveTags), Difficulty = Difficulty, Level = Level,
        Outcome = Given(Outcome), Source = Given(Source), Clear = Clear, ToBank = ToBank, Step = Step,
    };

    /// <summary>Keys with the revision looked at, −1 where none was; what is no key is left out.</summary>
    public Dictionary<Guid, int> Questions
    {
        get
        {
            var questions = new Dictionary<Guid, int>();
            foreach (var words in Keys.Select(k => k.Split(':')))
                if (Guid.TryParse(words[0], out var key)) questions[key] = words.Length > 1 && int.TryParse(words[1], out var revision) ? revision : -1;
            return questions;
        }
    }

    private static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

/// <param name="Changes">Null before anything is typed.</param>
public sealed record BulkEditPage(BankSummary Bank, BulkEditForm Form, IReadOnlyList<BulkChange> Questions, bool Previewed, IReadOnlyList<BankSummary> Banks, QuestionFacets Facets, bool MayReview)
{
    public string Address => $"~/authoring/banks/{Bank.Key}/edits";
    public bool MayApply => Previewed && !Form.Edit.IsEmpty && Questions.All(q => q.Obstacle is null);
}
