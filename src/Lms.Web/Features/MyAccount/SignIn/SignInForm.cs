namespace Lms.Web.Features.MyAccount.SignIn;

public sealed class SignInForm
{
    public string? Who { get; set; }
    public string? Password { get; set; }
    /// <summary>Followed only where it is an address of this site.</summary>
    public string? ReturnUrl { get; set; }
}

public sealed class SecondStepForm
{
    public string? Code { get; set; }
    public string? ReturnUrl { get; set; }
}
