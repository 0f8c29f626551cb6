namespace Lms.Web.Features.Invigilation;

/// <summary>Marks the texts of this area.</summary>
public sealed class InvigilationText;
