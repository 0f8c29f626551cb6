namespace Lms.Web.Features.Exams;

/// <summary>Texts of sitting an exam, from the rules to the result.</summary>
public sealed class ExamsText;
