using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Moodle;

/// <summary>Markers on a picture. One kind of marker says "here", as a point does; several say "this one here", which points cannot.</summary>
internal static partial class MoodleMarkers
{
    public static QuestionDefinition? Markers(MoodleQuestion question)
    {
        var drops = question.Children("drop");
        var drags = question.Children("drag");
        var file = question.Child("file");
        question.Flag("showmisplaced", false);
        if (drops.Count == 0 || drops.Select(d => MoodleTexts.Value(d.Element("choice")).Trim()).Distinct().Count() > 1)
            return question.Refuse(ImportIssueKind.TypeNotSupported, ImportPhrase.SeveralMarkers);
        if (drags.Count > 1) question.Drop("<drag>", ImportPhrase.MarkerWithoutPlace, drags[1]);
        var areas = drops.Select((d, i) => Area(d, i, drops.Count)).ToList();
        if (areas.Contains(null)) return question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.PlaceOnPicture);
        if (file is null || question.Texts.Add(file) is not { } image) return question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.ThePicture);
        return new Hotspot { Prompt = question.Prompt, Image = $"file:{image}", Areas = [.. areas.Select(a => a!)], MostPoints = drops.Count };
    }

    private static HotspotArea? Area(XElement drop, int index, int count)
    {
        var numbers = Number().Matches(MoodleTexts.Value(drop.Element("coords"))).Take(400)
            .Select(n => (int)Math.Clamp(Math.Round(double.Parse(n.Value, CultureInfo.InvariantCulture)), -1, 1_000_000)).ToList();
        (AreaShape Shape, int[] Coordinates)? place = (MoodleTexts.Value(drop.Element("shape")).Trim().ToLowerInvariant(), numbers) switch
        {
            ("circle", [var x, var y, var radius]) => (AreaShape.Circle, [x, y, radius]),
            ("rectangle", [var left, var top, var width, var height]) => (AreaShape.Rectangle, [left, top, left + width, top + height]),
            ("polygon", { Count: >= 6 }) => (AreaShape.Polygon, [.. numbers]),
            _ => null,
        };
        return place is not { } known ? null : new HotspotArea(ChoiceDraft.Id(index), $"{index + 1}", known.Shape, known.Coordinates, 1m / count);
    }

    [GeneratedRegex(@"-?[0-9]{1,7}(?:\.[0-9]{1,9})?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
