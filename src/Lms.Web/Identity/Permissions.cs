namespace Lms.Web.Identity;

public enum Role { Trainee, Instructor, Author, Reviewer, Coordinator, Supervisor, Registrar, Administrator, Signatory }

public enum Permission
{
    /// <summary>Own classes, lessons, exams and certificates.</summary>
    Learn,
    /// <summary>Classes one teaches: roster, progress, results.</summary>
    Teach,
    /// <summary>Courses, media, question banks and papers of one's institution, up to submission for review.</summary>
    Author,
    /// <summary>Publishing, returning and withdrawing what authors submit.</summary>
    Review,
    /// <summary>Classes and enrolments.</summary>
    PlanClasses,
    /// <summary>Organisations and people.</summary>
    KeepPeople,
    /// <summary>The programme report.</summary>
    ViewReports,
    /// <summary>Progress of the people of one's own organisation.</summary>
    FollowOrganisation,
    /// <summary>The certificate register: held-back certificates, revocation, exports.</summary>
    KeepRegister,
    /// <summary>Approving or returning the decisions under which certificates are issued.</summary>
    SignDecisions,
    /// <summary>Keys for the programs of employers who check certificates.</summary>
    KeepApiKeys,
    /// <summary>Programmes and credential types.</summary>
    KeepProgrammes,
    /// <summary>Accounts and their roles, outgoing mail, the state of the system.</summary>
    Administer,
}

/// <summary>Who may do what: the whole of it, in one table. Scope (one organisation or all) lies in the grant, see <see cref="RoleGrant"/>.</summary>
public static class Permissions
{
    public static IReadOnlySet<Permission> Of(Role role) => role switch
    {
        Role.Trainee => Set(Permission.Learn),
        Role.Instructor => Set(Permission.Learn, Permission.Teach),
        Role.Author => Set(Permission.Learn, Permission.Author),
        Role.Reviewer => Set(Permission.Learn, Permission.Author, Permission.Review),
        Role.Coordinator => Set(Permission.Learn, Permission.PlanClasses, Permission.KeepPeople, Permission.KeepProgrammes, Permission.ViewReports, Permission.Teach),
        Role.Supervisor => Set(Permission.Learn, Permission.FollowOrganisation),
        Role.Registrar => Set(Permission.Learn, Permission.KeepRegister, Permission.KeepApiKeys, Permission.ViewReports),
        Role.Signatory => Set(Permission.Learn, Permission.SignDecisions),
        Role.Administrator => Set(Permission.Learn, Permission.KeepPeople, Permission.KeepProgrammes, Permission.ViewReports, Permission.KeepApiKeys, Permission.Administer),
    };

    private static HashSet<Permission> Set(params Permission[] permissions) => [.. permissions];
}
