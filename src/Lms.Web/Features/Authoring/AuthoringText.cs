namespace Lms.Web.Features.Authoring;

/// <summary>Texts of the pages on which courses, media, questions and papers are written and published.</summary>
public sealed class AuthoringText;
