namespace Lms.Web.Features.MyAccount;

/// <summary>Texts of signing in, of one's own account, and of the letters about it.</summary>
public sealed class MyAccountText;
