namespace Lms.Web.Features.Appeals;

public sealed class AppealsText;
