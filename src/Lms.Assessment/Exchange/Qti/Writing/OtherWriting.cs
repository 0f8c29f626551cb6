using System.Xml.Linq;
using Lms.Assessment.Questions.Types;
using static Lms.Assessment.Exchange.Qti.Writing.QtiElements;

namespace Lms.Assessment.Exchange.Qti.Writing;

/// <summary>Points on an image, and what people mark.</summary>
internal static class OtherWriting
{
    public static Asked Points(string name, Hotspot question, decimal points, QtiMarkup markup)
    {
        var areas = Q("area-mapping", A("default-value", question.MissFraction * points), A("lower-bound", 0), A("upper-bound", points),
            question.Areas.Select(a => Q("area-map-entry", A("shape", Shape(a.Shape)), A("coords", string.Join(',', a.Coordinates)), A("mapped-value", a.Fraction * points))));
        var interaction = Q("select-point-interaction", A("response-identifier", name), A("max-choices", question.MostPoints), A("data-lms-labels", AssessmentJson.Write(question.Areas.Select(a => a.Label).ToList())),
            new XElement(Space + "img", A("src", markup.Address(question.Image)), A("alt", question.ImageText)));
        return new Asked(Response(name, "multiple", "point", areas), interaction, [Add(Q("map-response-point", A("identifier", name)))], "map_response_point");
    }

    public static Asked Text(string name, Essay question) => new(Response(name, "single", "string"),
        Q("extended-text-interaction", A("response-identifier", name), Some("data-lms-fewest-words", question.FewestWords), Some("data-lms-most-words", question.MostWords), Some("data-lms-template", question.Template)), []);

    public static Asked Files(string name, FileUpload question) => new(Response(name, "single", "file"),
        Q("upload-interaction", A("response-identifier", name), A("data-lms-files", question.MostFiles), A("data-lms-bytes", question.MostBytes), Some("data-lms-extensions", string.Join(' ', question.Extensions))), []);

    private static string Shape(AreaShape shape) => shape switch
    {
        AreaShape.Rectangle => "rect",
        AreaShape.Circle => "circle",
        AreaShape.Polygon => "poly",
        AreaShape.Ellipse => "ellipse",
        AreaShape.Everywhere => "default",
    };
}
