using System.Globalization;
using System.Resources;
using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Training.Programmes;
using Lms.Web.Features.Department;
using Lms.Spreadsheets;

namespace Lms.UnitTests.Web.Department;

/// <summary>Keys composed from enum members cannot be checked by the compiler, so they are checked here.</summary>
public sealed class DepartmentTextTests
{
    private static readonly ResourceManager Texts = new(typeof(DepartmentText));

    public static TheoryData<string> ComposedKeys() => new(
    [
        .. Keys<ClassState>("State"), .. Keys<EnrolmentStatus>("Status"), .. Keys<EnrolmentEventKind>("Event"), .. Keys<EnrolOutcome>("Enrol"), .. Keys<IssueOutcome>("Issue"),
        .. Keys<SheetProblem>("Sheet"), .. Keys<OrganisationKind>("Kind"), .. Keys<WorkforceGroup>("Group"),
        .. Keys<ClassOutcome>("Class").Concat(Keys<PersonOutcome>("Person")).Concat(Keys<OrganisationOutcome>("Organisation")).Concat(Keys<ProgrammeOutcome>("Programme"))
            .Where(k => k.Split('.')[1] is not ("Done" or "NotFound")),
        .. Keys<CredentialProblem>("Credential").Where(k => k.Split('.')[1] is not ("None" or "CodeUnknown")),
        "Tab.Overview", "Tab.Roster", "Tab.Admission", "Tab.Results",
    ]);

    [Theory, MemberData(nameof(ComposedKeys))]
    public void Every_word_is_there_in_both_languages(string key)
    {
        var vietnamese = Texts.GetString(key, CultureInfo.GetCultureInfo("vi"));
        var english = Texts.GetString(key, CultureInfo.GetCultureInfo("en"));
        Assert.False(string.IsNullOrWhiteSpace(vietnamese));
        Assert.False(string.IsNullOrWhiteSpace(english));
        Assert.NotEqual(vietnamese, english);
    }

    private static IEnumerable<string> Keys<TEnum>(string stem) where TEnum : struct, Enum => Enum.GetNames<TEnum>().Select(n => $"{stem}.{n}");
}
