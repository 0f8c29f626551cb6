using System.Globalization;
using System.Resources;
using Lms.Assessment.Exchange;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Content.Courses;
using Lms.Content.Media;
using Lms.Publishing;
using Lms.Web.Features.Authoring;
using Lms.Web.Features.Authoring.Course;
using Lms.Web.Features.Authoring.Lesson;
using Lms.Web.Features.Authoring.Media;
using Lms.Web.Features.Authoring.Paper;
using Lms.Web.Features.Authoring.Question;

namespace Lms.UnitTests.Web.Authoring;

/// <summary>Keys that views compose from enum members cannot be checked by the compiler, so they are checked here.</summary>
public sealed class AuthoringTextTests
{
    private static readonly ResourceManager Texts = new(typeof(AuthoringText));

    public static TheoryData<string> ComposedKeys() => new(
    [
        .. Keys<Stage>("Stage"), .. Keys<PublishAction>("Action"), .. Keys<PublishAction>("Done"), .. Keys<PublishAction>("BulkDone"), .. Keys<PublishAction>("Step"),
        .. Keys<CourseProblemKind>("CourseProblem"), .. Keys<QuestionProblemKind>("QuestionProblem"), .. Keys<PaperProblemKind>("PaperProblem"),
        .. Keys<StoreOutcome>("Store").Where(k => k != "StoreStored"), .. Keys<MediaKind>("MediaKind"),
        .. Keys<CourseTab>("Tab"), .. Keys<QuestionTab>("QuestionTab"), .. Keys<PaperTab>("PaperTab"),
        .. Keys<PartKind>("PartKind"), "PartMediaImage", "PartMediaVideo", "PartMediaFile", "PartTitleVideo", "PartTitleFile",
        .. Keys<MultipleScoring>("Scoring"), .. Keys<MarkReason>("Mark"), .. Keys<MarkReason>("MarkWhy"),
        .. QuestionWords.Types.Select(QuestionWords.TypeKey), .. QuestionWords.Types.Select(t => QuestionWords.TypeKey(t) + "Meaning"),
        .. QuestionWords.Groups.Select(g => g.Name), .. Keys<MatchingScoring>("MatchingScoring"), .. Keys<OrderingScoring>("OrderingScoring"),
        .. Keys<ToleranceKind>("Tolerance"), .. Keys<UnitRule>("UnitRule"), .. Keys<GapDisplay>("GapDisplay"), .. Keys<AreaShape>("Area"),
        .. Keys<ImportIssueKind>("ImportIssue"), .. Keys<ImportPhrase>("ImportPhrase"), .. Keys<QuestionFormat>("Format"),
        .. PaperForm.Details.Select(d => $"Review{d}"), "ReviewWhileOpen", "ReviewAfterClosing",
        "Difficulty1", "Difficulty2", "Difficulty3", "NoteTooLong", "NoteRequired", "WrongStage", "ChangedBeforeStep", "MarkWhyWrongTicks", "MarkWhySteps",
    ]);

    [Fact]
    public void The_command_line_says_of_a_file_what_the_English_page_says() =>
        Assert.All(Enum.GetValues<ImportPhrase>(), phrase => Assert.Equal(Texts.GetString($"ImportPhrase{phrase}", CultureInfo.GetCultureInfo("en")), ImportPhraseText.InEnglish(phrase)));

    [Theory, MemberData(nameof(ComposedKeys))]
    public void Every_word_is_there_in_both_languages(string key)
    {
        var vietnamese = Texts.GetString(key, CultureInfo.GetCultureInfo("vi"));
        var english = Texts.GetString(key, CultureInfo.GetCultureInfo("en"));
        Assert.False(string.IsNullOrWhiteSpace(vietnamese));
        Assert.False(string.IsNullOrWhiteSpace(english));
        if (vietnamese != "Video") Assert.NotEqual(vietnamese, english);
    }

    private static IEnumerable<string> Keys<TEnum>(string stem) where TEnum : struct, Enum => Enum.GetNames<TEnum>().Select(n => stem + n);
}
