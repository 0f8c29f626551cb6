namespace Lms.Web.Features.Learning;

/// <summary>Texts of the trainee's own classes and lessons.</summary>
public sealed class LearningText;
