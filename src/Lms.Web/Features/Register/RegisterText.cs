namespace Lms.Web.Features.Register;

public sealed class RegisterText;
