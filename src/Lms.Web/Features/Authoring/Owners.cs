using Lms.Training.Organisations;
using Lms.Web.Identity;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring;

/// <param name="Key">Null: the department as a whole.</param>
public sealed record Owner(Guid? Key, string Name);

/// <summary>Those a visitor may write for, by name.</summary>
public sealed class Owners(Organisations organisations, IStringLocalizer<AuthoringText> text)
{
    public async Task<OwnerList> WithinAsync(Scope scope, CancellationToken ct)
    {
        var owners = new List<Owner>();
        if (scope.All)
        {
            owners.Add(new Owner(null, text["OwnerDepartment"]));
            owners.AddRange((await organisations.ListAsync(kind: OrganisationKind.Institution, ct: ct)).Select(o => new Owner(o.Key, o.Name)));
        }

        foreach (var key in scope.Organisations.Where(k => owners.TrueForAll(o => o.Key != k)))
            owners.Add(new Owner(key, (await organisations.FindAsync(key, ct))?.Name ?? text["OwnerElse"]));
        return new OwnerList(owners, text["OwnerElse"]);
    }
}

public sealed record OwnerList(IReadOnlyList<Owner> All, string Else)
{
    public string NameOf(Guid? key) => All.FirstOrDefault(o => o.Key == key)?.Name ?? Else;

    public bool HasChoice => All.Count > 1;
}
