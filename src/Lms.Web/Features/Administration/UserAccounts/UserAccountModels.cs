using Lms.Training.Organisations;
using Lms.Web.Identity;

namespace Lms.Web.Features.Administration.UserAccounts;

public sealed record OrganisationChoice(Guid Key, string Name);

public sealed record AccountListModel(string? Search, Role? Role, AccountPage Page);

public sealed class NewAccountForm
{
    public string? StaffCode { get; set; }
    public string? Email { get; set; }
    public Role? Role { get; set; } = Identity.Role.Trainee;
    /// <summary>Null: all of them.</summary>
    public Guid? Organisation { get; set; }
}

public sealed record NewAccountModel(PersonDetail Person, NewAccountForm Form, IReadOnlyList<OrganisationChoice> Organisations);

/// <param name="Email">As typed, where it was refused.</param>
public sealed record AccountModel(Account Account, string? Email, PersonDetail? Person, IReadOnlyList<(Role Role, Guid? Organisation)> Grants,
    IReadOnlyList<OrganisationChoice> Organisations, bool HasPassword, int Passkeys);

/// <summary>Model of _GrantFields: the roles with their explanations, and where the chosen one counts.</summary>
public sealed record GrantFields(Role? Role, Guid? Organisation, IReadOnlyList<OrganisationChoice> Organisations);
