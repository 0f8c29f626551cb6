using System.Text;
using Lms.Data;
using Lms.Training.Organisations;
using Lms.Web.Features.MyAccount;
using Lms.Web.Mail;
using Lms.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Identity;

/// <summary>
/// A link by mail with which a person sets a password. It is bound to the account's security stamp, which every new password
/// changes: so it works once, and not after the password was changed by other means.
/// </summary>
public sealed class PasswordResets(UserManager<Account> manager, Accounts accounts, People people, Outbox outbox, LmsDb db,
    SiteAddress site, TimeProvider clock, IStringLocalizer<MyAccountText> text)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Sends the link where there is such an account; says to nobody whether there is.</summary>
    public async Task AskAsync(string staffCodeOrEmail)
    {
        if (await accounts.FindAsync(staffCodeOrEmail) is { } account && account.StateAt(clock.GetUtcNow().UtcDateTime) is not AccountState.Locked)
            await SendAsync(account, "ResetMailSubject", "ResetMailBody");
    }

    /// <summary>To somebody for whom an account was just opened, or who is helped by an administrator.</summary>
    public async Task<bool> InviteAsync(Guid accountKey)
    {
        if (await manager.FindByIdAsync(accountKey.ToString()) is not { } account) return false;
        if (await manager.HasPasswordAsync(account)) await SendAsync(account, "ResetMailSubject", "ResetMailBody");
        else await SendAsync(account, "InvitationMailSubject", "InvitationMailBody");
        return true;
    }

    /// <param name="code">From the link.</param>
    /// <returns>Empty where the password was set, else Identity's own errors.</returns>
    public async Task<IReadOnlyList<IdentityError>> RedeemAsync(string code, string newPassword)
    {
        if (!TryRead(code, out var accountKey, out var token) || await manager.FindByIdAsync(accountKey.ToString()) is not { } account)
            return [manager.ErrorDescriber.InvalidToken()];
        var result = await manager.ResetPasswordAsync(account, token, newPassword);
        if (!result.Succeeded) return [.. result.Errors];
        // Whoever reads the person's mail has shown who he is; an administrator's lock stays.
        if (account.StateAt(clock.GetUtcNow().UtcDateTime) is AccountState.LockedOut) await accounts.UnlockAsync(account.Id);
        return [];
    }

    private async Task SendAsync(Account account, string subject, string body)
    {
        var code = Write(account.Id, await manager.GeneratePasswordResetTokenAsync(account));
        var link = site.LinkTo($"/new-password?code={code}");
        var name = (await people.FindAsync(account.Id))?.FullName ?? account.UserName;
        outbox.Enqueue(MailLanguage.In(account.Language, () => new Letter(
            account.Email!, text[subject], text[body, name!, account.UserName!, link, Lifetime.TotalHours], Confidential: true)));
        await db.SaveChangesAsync();
    }

    private static string Write(Guid accountKey, string token) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{accountKey:N}{token}"));

    private static bool TryRead(string code, out Guid accountKey, out string token)
    {
        accountKey = default;
        token = "";
        try
        {
            var plain = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code));
            if (plain.Length <= 32 || !Guid.TryParseExact(plain[..32], "N", out accountKey)) return false;
            token = plain[32..];
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
