using System.Diagnostics;
using System.Text;
using Lms.Assessment.Exchange;
using Lms.Assessment.Questions.Types;

namespace Lms.UnitTests.Assessment.Exchange;

/// <summary>For tests that weigh the memory of the whole process: what others hold meanwhile would be counted too.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;

/// <summary>Ten thousand damaged files, the same every time, below the net that the public face spans: no exception, no hang.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class FuzzTests
{
    private const int Inputs = 2000, MostBytes = 50_000_000;
    private static readonly string[] Marks = ["{", "}", "=", "~", "#", "\\", "::", "%50%", "->", "\n\n", "<", ">", "</text>", "<text>", "&amp;", "&#xD800;", "]]>", "<![CDATA[", "[html]", "{1:MC:", "*", "\uFEFF", "ANSWER: A", "A.", "\0", "9999999999999999999999", "1e400", "..", "<answer fraction=\"100\">", "<question type=\"matching\">", "\uE0F0", "[[1]]", "{=1/0}"];

    [Theory]
    [InlineData(QuestionFormat.Gift)]
    [InlineData(QuestionFormat.MissingWord)]
    [InlineData(QuestionFormat.Aiken)]
    [InlineData(QuestionFormat.MoodleXml)]
    [InlineData(QuestionFormat.Xlsx)]
    public void Damaged_files_end_in_issues(QuestionFormat format)
    {
        var random = new Random(20261122);
        var samples = Samples(format);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Inputs; i++)
        {
            var bytes = Damaged(samples[i % samples.Length], random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var file = QuestionFiles.Parse(bytes, "a", format);
                Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostBytes, $"Input {i} of {bytes.Length} bytes took {(GC.GetAllocatedBytesForCurrentThread() - before) / 1_000_000} MB.");
                Assert.All(file.Questions, q => Assert.True(q.Definition is not null || q.Issues.Count > 0));
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Input {i} of {format}: {e}\n{Convert.ToBase64String(bytes)[..Math.Min(2000, bytes.Length)]}");
            }
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{format} took {clock.Elapsed}.");
    }

    private static byte[][] Samples(QuestionFormat format) => format switch
    {
        QuestionFormat.Gift => [QuestionFiles.Write(Questions, QuestionFormat.Gift).Bytes, "$CATEGORY: a/b\n\n// [id:x] [tag:y]\n::T::[html]<p>Vì <b>sao</b>?</p>{=a#x ~%-50%b ####c}\n\nSố{#=1..5 =%50%3:2 ~#x}"u8.ToArray()],
        QuestionFormat.MissingWord => ["Công tác {=xã hội#đúng ~75%cá nhân ~nhóm} là nghề.\n\nMột {=a ~b}."u8.ToArray()],
        QuestionFormat.Aiken => ["Thủ đô?\nA. Huế\nB. Hà Nội\nANSWER: B\n\nGì?\nA) x\nB) y\nANSWER: A"u8.ToArray()],
        QuestionFormat.MoodleXml => [QuestionFiles.Write(Questions, QuestionFormat.MoodleXml).Bytes, Encoding.UTF8.GetBytes(Files.Quiz("cloze", "<questiontext format=\"html\"><text><![CDATA[<p>{1:SA:=a~%50%b#c} {2:NM:=5:0.1} <table><tr><td>x</td></tr></table></p>]]></text></questiontext>"))],
        QuestionFormat.Xlsx => [QuestionFiles.Write(Questions, QuestionFormat.Xlsx).Bytes, "Question;Option A;Option B;Right answer\nThủ đô?;Huế;Hà Nội;B\n"u8.ToArray()],
        QuestionFormat.Qti => [],
    };

    private static ExportedQuestion[] Questions =>
    [
        new("Một", "A/B", ["t"], 1m, new SingleChoice { Prompt = "Ai?", Options = [new("a", "A", true, "f"), new("b", "B", false)] }),
        new("Hai", "A/B", [], 2m, new Numeric { Prompt = "Số?", Answers = [new("3.14", "0.1")] }),
        new("Ba", "", [], 1m, new Matching { Prompt = "Ghép", Left = [new("1", "x", "a"), new("2", "y", "b")], Right = [new("a", "X"), new("b", "Y")] }),
        new("Bốn", "", [], 1m, new ShortText { Prompt = "Ai?", Wildcards = true, Answers = [new("a*")] }),
    ];

    /// <summary>Bytes changed, cut, doubled, or replaced by what means something to a reader.</summary>
    private static byte[] Damaged(byte[] sample, Random random)
    {
        var bytes = sample.ToList();
        for (var times = random.Next(1, 12); times > 0; times--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length)); break;
                case 3: bytes.InsertRange(at, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Marks[random.Next(Marks.Length)], random.Next(1, 4))))); break;
                case 4 when random.Next(20) == 0: bytes.RemoveRange(at, bytes.Count - at); break;
                default: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Marks[random.Next(Marks.Length)])); break;
            }
        }

        return [.. bytes];
    }
}
