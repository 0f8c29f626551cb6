namespace Lms.Web.Features.MyAccount.PasswordReset;

public sealed class AskForm
{
    public string? Who { get; set; }
}

public sealed class NewPasswordForm
{
    public string? Code { get; set; }
    public string? Password { get; set; }
    public string? Repeated { get; set; }
}

/// <summary>What both forms that set a password check before Identity is asked.</summary>
internal static class NewPassword
{
    public static (string Field, string TextKey)? Problem(string? password, string? repeated) =>
        string.IsNullOrEmpty(password) ? (nameof(NewPasswordForm.Password), "NewPasswordMissing")
        : password != repeated ? (nameof(NewPasswordForm.Repeated), "RepeatedDiffers")
        : null;
}
