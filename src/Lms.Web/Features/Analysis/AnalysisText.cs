namespace Lms.Web.Features.Analysis;

public sealed class AnalysisText;
