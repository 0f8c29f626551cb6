namespace Lms.Web.Features.Register;

/// <summary>Model of the partial view _FormField: a labelled input with its hint and its error.</summary>
/// <param name="Label">Key in <see cref="RegisterText"/>; its hint, where there is one, stands under the same key and "Hint".</param>
/// <param name="Type">Of the input, or "textarea".</param>
public sealed record FormField(string Name, string Label, string? Value, string Type = "text", bool Optional = false, bool Hint = false, string? Width = null, int Longest = 300);
