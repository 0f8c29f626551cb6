namespace Lms.Web.Features.Reports;

public sealed class ReportsText;
