using System.Buffers.Text;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.MyAccount.Passkeys;

/// <param name="Id">The credential's id, base64url.</param>
public sealed record PasskeyRow(string Id, string? Name, DateTime CreatedAt);

[Requires(Permission.Learn), Route("account/passkeys")]
public sealed class PasskeysController(SignInManager<Account> signIn, UserManager<Account> manager, IStringLocalizer<MyAccountText> text) : Controller
{
    /// <summary>Enough for anybody's devices; more would be somebody filling the table.</summary>
    private const int Most = 20;
    private const int LongestName = 60;

    [HttpGet]
    public async Task<IActionResult> List() => await manager.GetUserAsync(User) is { } account
        ? View("Passkeys", (await manager.GetPasskeysAsync(account))
            .Select(p => new PasskeyRow(Base64Url.EncodeToString(p.CredentialId), p.Name, p.CreatedAt.UtcDateTime))
            .OrderBy(p => p.CreatedAt).ToList())
        : NotFound();

    /// <summary>What the browser asks its authenticator to make; the challenge rides in a cookie meanwhile.</summary>
    [HttpPost("options")]
    public async Task<IActionResult> Options()
    {
        if (await manager.GetUserAsync(User) is not { } account) return NotFound();
        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = account.Id.ToString(), Name = account.UserName!, DisplayName = User.FullName,
        });
        return Content(options, "application/json");
    }

    [HttpPost]
    public async Task<IActionResult> Add(string? credential, string? name)
    {
        if (await manager.GetUserAsync(User) is not { } account) return NotFound();
        var attestation = string.IsNullOrEmpty(credential) ? null : await AttestAsync(credential);
        if (attestation is not { Succeeded: true } || attestation.UserEntity.Id != account.Id.ToString() || (await manager.GetPasskeysAsync(account)).Count >= Most)
        {
            this.Tell(NoticeKind.Error, text["PasskeyNotAdded"]);
            return RedirectToAction(nameof(List));
        }

        attestation.Passkey.Name = Named(name) ?? text["PasskeyUnnamed"];
        await manager.AddOrUpdatePasskeyAsync(account, attestation.Passkey);
        this.Tell(NoticeKind.Success, text["PasskeyAdded"]);
        return RedirectToAction(nameof(List));
    }

    [HttpPost("{id}/name")]
    public async Task<IActionResult> Rename(string id, string? name)
    {
        if (await manager.GetUserAsync(User) is not { } account || await FindAsync(account, id) is not { } passkey) return NotFound();
        if (Named(name) is { } given)
        {
            passkey.Name = given;
            await manager.AddOrUpdatePasskeyAsync(account, passkey);
            this.Tell(NoticeKind.Success, text["PasskeyRenamed"]);
        }

        return RedirectToAction(nameof(List));
    }

    [HttpPost("{id}/removal")]
    public async Task<IActionResult> Remove(string id)
    {
        if (await manager.GetUserAsync(User) is not { } account || await FindAsync(account, id) is not { } passkey) return NotFound();
        await manager.RemovePasskeyAsync(account, passkey.CredentialId);
        this.Tell(NoticeKind.Success, text["PasskeyRemoved"]);
        return RedirectToAction(nameof(List));
    }

    private async Task<PasskeyAttestationResult?> AttestAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null; // no challenge is under way: it has expired, or the form was sent twice
        }
    }

    private async Task<UserPasskeyInfo?> FindAsync(Account account, string id) =>
        Base64Url.IsValid(id) ? await manager.GetPasskeyAsync(account, Base64Url.DecodeFromChars(id)) : null;

    private static string? Named(string? name) => name?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, LongestName)] : null;
}
