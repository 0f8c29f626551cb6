using System.Globalization;
using System.Resources;
using Lms.Certificates.Approval;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Web.Features.Register;
using Lms.Web.Features.Register.Lifecycle;

namespace Lms.UnitTests.Web.Register;

/// <summary>Keys composed from enum members cannot be checked by the compiler, so they are checked here.</summary>
public sealed class RegisterTextTests
{
    private static readonly ResourceManager Texts = new(typeof(RegisterText));

    public static TheoryData<string> ComposedKeys() => new((string[])
    [
        .. Keys<CertificateAction>("Action"), .. Keys<Standing>("Standing"), .. Keys<ProposalProblem>("Problem"), .. Keys<ProposalProblem>("Fix"), .. Keys<ProposalState>("ProposalState"),
        .. Keys<DecisionState>("DecisionState"), .. Keys<DecisionState>("DecisionStep"), .. Keys<SupersessionCause>("Superseded"),
        .. Keys<DecisionOutcome>("DecisionProblem").Concat(Keys<HandoverOutcome>("Handover")).Concat(Keys<LifecycleOutcome>("Lifecycle")).Where(k => k.Split('.')[1] is not ("Done" or "NotFound")),
        .. Keys<DecisionFileProblem>("FileProblem").Where(k => k.Split('.')[1] is not ("None" or "NotFound")),
        .. Keys<LifecycleStep>("Step"), .. Keys<LifecycleStep>("StepOf"), .. Keys<LifecycleStep>("StepMeans"), .. Keys<LifecycleStep>("StepDo"),
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
