using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Lms.Web.Features.Department;

/// <summary>Model of the partial view _Field: a labelled input with its hint and its error.</summary>
/// <param name="Label">Key in <see cref="DepartmentText"/>; its hint, where there is one, stands under the same key and "Hint".</param>
/// <param name="Type">Of the input, or "textarea".</param>
public sealed record Field(string Name, string Label, string? Value, string Type = "text", bool Optional = false, bool Hint = false, string? Width = null, int Longest = 300);

/// <summary>Model of the partial view _Choice: a labelled select.</summary>
/// <param name="Empty">Key of the first option, which chooses nothing; null: there is none.</param>
public sealed record Choice(string Name, string Label, string? Value, IReadOnlyList<ChoiceGroup> Groups, string? Empty = null, bool Hint = false)
{
    public Choice(string name, string label, string? value, IEnumerable<ChoiceOption> options, string? empty = null, bool hint = false)
        : this(name, label, value, [new ChoiceGroup(null, [.. options])], empty, hint) { }
}

public sealed record ChoiceGroup(string? Label, IReadOnlyList<ChoiceOption> Options);
public sealed record ChoiceOption(string Value, string Text);

/// <summary>What a form brings, read at the edge: as a date input sends it, and as people type it.</summary>
internal static class FormText
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];
    private static readonly string[] Instants = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "dd/MM/yyyy HH:mm", "HH:mm, dd/MM/yyyy"];

    public static DateOnly? Date(string? text) => DateOnly.TryParseExact(text?.Trim(), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <returns>UTC of the city time in the form.</returns>
    public static DateTime? Instant(string? text) =>
        DateTime.TryParseExact(text?.Trim(), Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var city) ? CityTime.ToUtc(city) : null;

    public static int? Number(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string? Input(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Input(DateTime? utc) => utc is { } at ? at.InCity.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) : null;

    public static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);

    /// <summary>The form again, with what is wrong said at its fields.</summary>
    public static ViewResult Again(this Controller controller, string view, object model)
    {
        controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return controller.View(view, model);
    }

    public static void Refuse(this ModelStateDictionary state, string field, string problem) => state.AddModelError(field, problem);
}
