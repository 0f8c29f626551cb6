using Lms.Web.Features.MyAccount;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Identity;

/// <summary>Identity's refusals in the visitor's language; what is not listed cannot happen with our options.</summary>
internal sealed class AccountErrors(IStringLocalizer<MyAccountText> text) : IdentityErrorDescriber
{
    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure));
    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch));
    public override IdentityError InvalidToken() => Error(nameof(InvalidToken));
    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail));
    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName));
    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), email);
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), userName);
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), length);
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error(nameof(PasswordRequiresUniqueChars), uniqueChars);

    private IdentityError Error(string code, params object[] arguments) => new() { Code = code, Description = text[code, arguments] };
}
