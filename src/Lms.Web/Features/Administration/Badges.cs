using Lms.Certificates.Signing;
using Lms.Web.Identity;
using Lms.Web.Mail;

namespace Lms.Web.Features.Administration;

internal static class Badges
{
    public static string Of(AccountState state) => state switch
    {
        AccountState.Open => "badge--success",
        AccountState.LockedOut => "badge--warning",
        AccountState.Locked => "badge--danger",
    };

    public static string Of(MailState state) => state switch
    {
        MailState.Waiting => "badge--info",
        MailState.Sent => "badge--success",
        MailState.GivenUp => "badge--danger",
    };

    public static string Of(SigningKeyState state) => state switch
    {
        SigningKeyState.Announced => "badge--info",
        SigningKeyState.Active => "badge--success",
        SigningKeyState.Retired => "",
        SigningKeyState.Withdrawn => "badge--danger",
    };
}
