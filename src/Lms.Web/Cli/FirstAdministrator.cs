using System.Security.Cryptography;
using Lms.Data;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Platform;

namespace Lms.Web.Cli;

/// <summary>How a site that holds nobody yet lets its first person in; everybody else is added on the pages by him.</summary>
internal static class FirstAdministrator
{
    // Without letters that look like others: the password is read off a screen once.
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static async Task<int> AddAsync(SiteBuilder builder, string staffCode, string email, string name, CancellationToken ct)
    {
        await using var app = builder.Site();
        await Serving.PrepareAsync(app, ct);
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var people = services.GetRequiredService<People>();
        var password = RandomNumberGenerator.GetString(Letters, 16);

        await using var unit = await services.GetRequiredService<LmsDb>().BeginUnitAsync(ct);
        var key = (await people.FindByStaffCodeAsync(staffCode, ct))?.Key ?? await EnterAsync(people, staffCode, email, name, ct);
        var errors = await services.GetRequiredService<Accounts>().OpenAsync(new NewAccount(key, staffCode, email, password, [(Role.Administrator, null)]));
        if (errors.Count > 0) throw new StartupProblem($"The account was not opened: {errors[0].Description}");
        await unit.CommitAsync(ct);

        Console.WriteLine($"{staffCode} may sign in with the password {password} (shown only now; change it under \"Account\").");
        return 0;
    }

    private static async Task<Guid> EnterAsync(People people, string staffCode, string email, string name, CancellationToken ct)
    {
        var (outcome, key) = await people.AddAsync(new PersonDraft(staffCode, name, null, "", email, "", null, ""), ct);
        return outcome == PersonOutcome.Done ? key : throw new StartupProblem($"The person was not entered ({outcome}): correct the staff code, the e-mail address or the name.");
    }
}
