namespace Lms.Web.Features.Marking;

public sealed class MarkingText;
