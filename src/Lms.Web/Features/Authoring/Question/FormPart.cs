using Microsoft.AspNetCore.Mvc.Rendering;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>What the view of one type is given: its form, and where on the page's form it stands, since a gap holds a form of its own.</summary>
/// <param name="Name">"Form", or "Form.Gaps[0].Text".</param>
public sealed record FormPart(QuestionForm Form, string Name, QuestionEditPage Page)
{
    /// <summary>The view of the type: "~/…/Types/_Matching.cshtml".</summary>
    public string View => $"~/Features/Authoring/Question/Types/_{char.ToUpperInvariant(Form.Type[0])}{Form.Type[1..]}.cshtml";

    public string Field(string path) => $"{Name}.{path}";

    public string Id(string path) => TagBuilder.CreateSanitizedId(Field(path), "_");

    /// <summary>What a <see cref="RowButton"/> calls the list.</summary>
    public string ListPath(string list) => Field(list)[("Form.".Length)..];

    public FormPart Within(string path, QuestionForm form) => this with { Name = Field(path), Form = form };
}

/// <summary>One field with its label, hint and error, for the partial view _Field.</summary>
public sealed record FieldView(string Name, string Label, string? Value)
{
    public string Id => TagBuilder.CreateSanitizedId(Name, "_");
    public string? Hint { get; init; }
    public bool Optional { get; init; }
    /// <summary>0 for a single line.</summary>
    public int Rows { get; init; }
    /// <summary>"decimal" or "numeric" where a phone should offer its digits.</summary>
    public string? Digits { get; init; }
}

/// <summary>The buttons at the foot of a row, for the partial view _RowButtons.</summary>
/// <param name="List">As <see cref="RowButton"/> names it.</param>
/// <param name="RowName">"Pair 2": for those who hear the button without seeing its row.</param>
/// <param name="Anchor">The id to come back to.</param>
/// <param name="LastRow">Where rows may be moved, the number of the last; null where their order says nothing.</param>
public sealed record RowButtonsView(QuestionEditPage Page, string List, int At, string RowName, string Anchor, int? LastRow = null);

/// <summary>The button below a list, for the partial view _AddRow.</summary>
public sealed record AddRowView(QuestionEditPage Page, string List, string Label, string Anchor);

/// <summary>Fieldset of radio buttons, for the partial view _Radios: values with what they mean.</summary>
public sealed record RadiosView(string Name, string Legend, string Chosen, IReadOnlyList<(string Value, string Meaning)> Choices);

/// <summary>Legend, hint and error at the head of a list's fieldset, for the partial view _ListHead.</summary>
/// <param name="Name">Field name of the list; the fieldset's id is made of it.</param>
public sealed record ListHeadView(string Name, string Legend, string? Hint = null)
{
    public string Id => TagBuilder.CreateSanitizedId(Name, "_");
}
