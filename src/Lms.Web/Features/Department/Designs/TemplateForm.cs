using System.Globalization;
using Lms.Certificates.Pdf.Fonts;
using Lms.Certificates.Templates;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.Designs;

/// <summary>A template as its form sends it; numbers as people type them, with a comma or a point.</summary>
/// <param name="SavedAt">Of what the form shows, in ticks: a save over somebody else's work is refused.</param>
/// <param name="Add">A field of this kind is to be added.</param>
public sealed record TemplateForm(
    string? Name = null, string? SavedAt = null, PaperShape Shape = default, Ground Ground = default, string? Background = null, string? Accent = null, string? Muted = null,
    List<FieldForm>? Fields = null, FieldKind? Add = null, bool Publish = false, string? PreviewName = null)
{
    public DateTime SavedInstant => long.TryParse(SavedAt, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : default;

    public static TemplateForm Of(TemplateDetail t) => new(t.Name, t.SavedAt.Ticks.ToString(CultureInfo.InvariantCulture), t.Design.Shape, t.Design.Ground, t.Design.Background, t.Design.Accent, t.Design.Muted,
        [.. t.Design.Fields.Select(FieldForm.Of)]);

    /// <summary>What cannot be read as a number is said at its field, and counts as 0.</summary>
    public TemplateDesign Design(ModelStateDictionary state, IStringLocalizer text)
    {
        var fields = (Fields ?? []).Select((field, i) => (field.Order ?? i + 1, Field: field.Read($"{nameof(Fields)}[{i}]", state, text), field.Remove))
            .Where(f => !f.Remove).OrderBy(f => f.Item1).Select(f => f.Field);
        return new TemplateDesign(Shape, Ground, string.IsNullOrEmpty(Background) ? null : Background, Accent ?? "", Muted ?? "", [.. fields]);
    }

    /// <summary>In the upper left, where it is seen and can be moved from.</summary>
    public static TemplateField New(FieldKind kind, IStringLocalizer text) => new()
    {
        Name = text[$"FieldKind.{kind}"], Kind = kind, X = 20, Y = 20, Width = kind switch { FieldKind.FrontCode => 25, FieldKind.OfflineCode => 36, FieldKind.Emblem => 22, _ => 80 },
        Height = kind is FieldKind.Text ? 8 : kind is FieldKind.Emblem ? 22 : 0, Text = kind is FieldKind.Text or FieldKind.Fact ? "{HolderName}" : "", Size = kind is FieldKind.Rule or FieldKind.Divider ? 0.8 : 11,
    };
}

/// <param name="Order">Its place in the reading order, from 1.</param>
public sealed record FieldForm(
    string? Name = null, FieldKind Kind = default, string? X = null, string? Y = null, string? Width = null, string? Height = null, string? Text = null, string? Label = null, string? English = null,
    TextFont Font = default, string? Size = null, string? Floor = null, string? SizeWhenBroken = null, int MaxLines = 1, string? Color = null, TextAlign Align = default, TextPlace Place = default,
    StructureTag Tag = default, string? Language = "vi", bool IsLink = false, string? Picture = null, int? Order = null, bool Remove = false)
{
    public bool HasText => Kind is FieldKind.Text or FieldKind.Fact;

    public static FieldForm Of(TemplateField f, int index) => new(f.Name, f.Kind, N(f.X), N(f.Y), N(f.Width), N(f.Height), f.Text, f.Label, f.English, f.Font, N(f.Size), N(f.Floor), N(f.SizeWhenBroken), f.MaxLines,
        f.Color, f.Align, f.Place, f.Tag, f.Language, f.IsLink, f.Picture, index + 1);

    public TemplateField Read(string prefix, ModelStateDictionary state, IStringLocalizer text)
    {
        return new TemplateField
        {
            Name = Name ?? "", Kind = Kind, X = Number(nameof(X), X), Y = Number(nameof(Y), Y), Width = Number(nameof(Width), Width), Height = Number(nameof(Height), Height),
            Text = Text ?? "", Label = Label ?? "", English = English ?? "", Font = Font, Color = Color ?? "", Align = Align, Place = Place, Tag = Tag, Language = Language ?? "vi", IsLink = IsLink,
            Size = Number(nameof(Size), Size), Floor = Number(nameof(Floor), Floor), SizeWhenBroken = Number(nameof(SizeWhenBroken), SizeWhenBroken), MaxLines = Math.Max(1, MaxLines),
            Picture = string.IsNullOrEmpty(Picture) ? null : Picture,
        };

        // Left empty, it is nothing; otherwise a number not below nothing.
        double Number(string name, string? typed)
        {
            if (string.IsNullOrWhiteSpace(typed)) return 0;
            if (double.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
            state.Refuse($"{prefix}.{name}", text["NotANumber", Name ?? ""]);
            return 0;
        }
    }

    private static string N(double number) => number.ToString("0.###", CultureInfo.GetCultureInfo("vi-VN"));
}
