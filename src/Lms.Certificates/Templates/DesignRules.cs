using Lms.Certificates.Pdf;
using Lms.Certificates.Pdf.Fonts;

namespace Lms.Certificates.Templates;

/// <summary>What keeps a design from being published. <see cref="FrontCodeMissing"/> and <see cref="OfflineCodeMissing"/>: a certificate that cannot be verified is none.</summary>
public enum DesignFault
{
    NoFields, TooManyFields, NameMissing, OutsidePage, SizeInvalid, ColorInvalid, LanguageInvalid, TextTooLong, BracketsUnmatched, UnknownFact, UnprintableCharacter,
    FrontCodeMissing, OfflineCodeMissing, CodeTooSmall, HolderMissing, NumberMissing, PictureMissing,
}

/// <param name="Field">What the template calls the field; empty where the fault is the whole design's.</param>
public sealed record DesignProblem(string Field, DesignFault Fault);

internal static class DesignRules
{
    /// <summary>Millimetres, without the quiet zone; the least that phones read from poor prints.</summary>
    public const double FrontCodeSide = 25, OfflineCodeSide = 36;
    public const int MostFields = 80, LongestText = 600, LongestName = 80;

    public static List<DesignProblem> Problems(TemplateDesign design, Func<string, bool> hasPicture)
    {
        List<DesignProblem> problems = [];
        void Whole(bool isFault, DesignFault fault)
        {
            if (isFault) problems.Add(new DesignProblem("", fault));
        }
        Whole(design.Fields.Count == 0, DesignFault.NoFields);
        Whole(design.Fields.Count > MostFields, DesignFault.TooManyFields);
        Whole(!IsColor(design.Accent) || !IsColor(design.Muted), DesignFault.ColorInvalid);
        Whole(design.Ground == Ground.Picture && (design.Background is null || !hasPicture(design.Background)), DesignFault.PictureMissing);
        Whole(!design.Fields.Any(f => f.Kind == FieldKind.FrontCode), DesignFault.FrontCodeMissing);
        Whole(!design.Fields.Any(f => f.Kind == FieldKind.OfflineCode), DesignFault.OfflineCodeMissing);
        Whole(!Prints("HolderName"), DesignFault.HolderMissing);
        Whole(!Prints("CertificateNumber"), DesignFault.NumberMissing);
        foreach (var field in design.Fields.Take(MostFields)) problems.AddRange(Faults(field, design, hasPicture).Select(fault => new DesignProblem(field.Name, fault)));
        return problems;

        bool Prints(string fact) => design.Fields.Any(f => f.Kind is FieldKind.Text or FieldKind.Fact && (FieldText.Parse(f.Text)?.Facts().Contains(fact) ?? false));
    }

    private static IEnumerable<DesignFault> Faults(TemplateField field, TemplateDesign design, Func<string, bool> hasPicture)
    {
        if (string.IsNullOrWhiteSpace(field.Name) || field.Name.Length > LongestName) yield return DesignFault.NameMissing;
        var depth = field.Kind is FieldKind.FrontCode or FieldKind.OfflineCode ? field.Width : field.Height;
        if (!(field.X >= 0 && field.Y >= 0 && field.Width > 0 && depth >= 0 && field.X + field.Width <= design.Width && field.Y + depth <= design.Height)) yield return DesignFault.OutsidePage;
        if (!(field.Size is > 0 and <= 120 && field.Floor is >= 0 and <= 120 && field.SizeWhenBroken is >= 0 and <= 120 && field.MaxLines is >= 1 and <= 6)) yield return DesignFault.SizeInvalid;
        if (!IsColor(field.Color)) yield return DesignFault.ColorInvalid;
        if (field.Language is not ("vi" or "en")) yield return DesignFault.LanguageInvalid;
        if (field.Kind == FieldKind.FrontCode && field.Width < FrontCodeSide || field.Kind == FieldKind.OfflineCode && field.Width < OfflineCodeSide) yield return DesignFault.CodeTooSmall;
        if (field.Picture is { } key && !hasPicture(key)) yield return DesignFault.PictureMissing;
        foreach (var fault in new[] { (field.Text, field.Font), (field.Label, PreparedField.LabelFont), (field.English, PreparedField.EnglishFont) }.SelectMany(TextFaults).Distinct()) yield return fault;
    }

    private static IEnumerable<DesignFault> TextFaults((string Text, TextFont Font) of)
    {
        if (of.Text.Length > LongestText) yield return DesignFault.TextTooLong;
        else if (FieldText.Parse(of.Text) is not { } text) yield return DesignFault.BracketsUnmatched;
        else
        {
            if (!text.Facts().All(SampleFacts.Facts.ContainsKey)) yield return DesignFault.UnknownFact;
            if (!text.Parts.Where(p => !p.IsFact).All(p => Faces.Of(of.Font).Has(p.Text))) yield return DesignFault.UnprintableCharacter;
        }
    }

    public static bool IsColor(string color) => color.Length == 7 && color[0] == '#' && color.Skip(1).All(char.IsAsciiHexDigit);
}
