using Lms.Certificates.Pdf.Fonts;
using Lms.Certificates.Templates;

namespace Lms.Certificates.Pdf;

/// <summary>A field with a certificate's texts in it; empty: it is left out.</summary>
internal sealed record FilledField(PreparedField Prepared, IReadOnlyList<TextRun> Text, IReadOnlyList<TextRun> Label, IReadOnlyList<TextRun> English)
{
    public bool IsLeftOut => Prepared.Field.Kind is FieldKind.Text or FieldKind.Fact && Text.Count == 0;
}

/// <summary>Why a page cannot be printed as it is to be.</summary>
public enum FieldFault { EmptyFact, MissingGlyph }

/// <param name="Field">What the template calls the field.</param>
/// <param name="Text">The name of the fact that is empty, or the letters that the font lacks.</param>
public sealed record FieldProblem(string Field, FieldFault Fault, string Text);

/// <summary>All fields of a page with one certificate's facts.</summary>
internal sealed record FilledPage(PreparedDesign Design, PageFacts Facts, IReadOnlyList<FilledField> Fields)
{
    /// <summary>Where a field has a problem it is left out of the page: a preview shows the rest, and issuing refuses.</summary>
    public static FilledPage Fill(PreparedDesign design, PageFacts facts, out IReadOnlyList<FieldProblem> problems)
    {
        List<FilledField> filled = [];
        List<FieldProblem> found = [];
        foreach (var prepared in design.Fields)
        {
            if (Problem(prepared, facts.Facts) is { } problem) found.Add(problem);
            else filled.Add(new FilledField(prepared, prepared.Text.Fill(facts.Facts)!, prepared.Label.Fill(facts.Facts)!, prepared.English.Fill(facts.Facts)!));
        }
        problems = found;
        return new FilledPage(design, facts, filled);
    }

    private static FieldProblem? Problem(PreparedField prepared, IReadOnlyDictionary<string, string> facts)
    {
        var field = prepared.Field;
        foreach (var (text, font) in new[] { (prepared.Text, field.Font), (prepared.Label, PreparedField.LabelFont), (prepared.English, PreparedField.EnglishFont) })
        {
            if (text.Fill(facts) is not { } runs)
                return new FieldProblem(field.Name, FieldFault.EmptyFact, text.Parts.First(p => p is { IsFact: true, Group: 0 } && facts.GetValueOrDefault(p.Text, "").Length == 0).Text);
            var face = Faces.Of(font);
            var missing = string.Concat(runs.SelectMany(run => run.Text).Where(c => face.Glyph(c) == 0).Distinct());
            if (missing.Length > 0 && field.Kind is FieldKind.Text or FieldKind.Fact) return new FieldProblem(field.Name, FieldFault.MissingGlyph, missing);
        }
        return null;
    }
}
