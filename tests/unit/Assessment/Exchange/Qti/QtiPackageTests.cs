using System.Text;
using Lms.Assessment.Exchange;
using Lms.Assessment.Exchange.Qti;
using Lms.Assessment.Questions.Types;
using static Lms.UnitTests.Assessment.Exchange.Qti.QtiFiles;

namespace Lms.UnitTests.Assessment.Exchange.Qti;

/// <summary>Packages, well meant and otherwise.</summary>
public sealed class QtiPackageTests
{
    private const string Choice = """<p><img src="../images/a%20b.png" alt="hình"/></p><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>?</prompt><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice></choiceInteraction>""";

    [Fact]
    public void Items_come_in_the_order_of_the_manifest_then_of_the_tests_then_the_rest()
    {
        const string manifest = """<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources><resource identifier="t" type="imsqti_test_xmlv2p1" href="test.xml"/><resource identifier="b" type="imsqti_item_xmlv2p1" href="items/b.xml"/><resource identifier="x" type="imsqti_item_xmlv2p1" href="items/gone.xml"/></resources></manifest>""";
        const string test = """<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"><testPart><assessmentSection><assessmentItemRef identifier="c" href="items/c.xml"/><assessmentItemRef identifier="b" href="items/b.xml"/></assessmentSection></testPart></assessmentTest>""";
        var file = Read(("imsmanifest.xml", Bytes(manifest)), ("test.xml", Bytes(test)), ("items/a.xml", Of("a")), ("items/b.xml", Of("b")), ("items/c.xml", Of("c")), ("images/a b.png", [9]));
        Assert.Equal(["b", "c", "a"], file.Questions.Select(q => q.Identifier));
        Assert.Equal([0, 1, 2], file.Questions.Select(q => q.Index));
        Assert.Equal("![hình](file:a-b.png)\n\n?", file.Questions[0].Definition!.Prompt);
        Assert.Equal([9], Assert.Single(file.Media).Bytes);
        Assert.Contains(file.Issues, i => i.Kind == ImportIssueKind.Incomplete && i.Message.Contains("gone", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_type_ends_the_reading()
    {
        var question = Question("""<!DOCTYPE assessmentItem [<!ENTITY x SYSTEM "file:///etc/passwd">]>""" + "\n<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p1\" identifier=\"i\">&x;</assessmentItem>");
        Assert.Equal(ImportIssueKind.Unreadable, Assert.Single(question.Issues).Kind);
        Assert.Null(question.Definition);
    }

    [Fact]
    public void An_archive_that_grows_beyond_measure_is_refused()
    {
        var bomb = Read(("a.xml", new byte[15_000_000]), ("b.xml", Of("b")));
        Assert.Equal(ImportIssueKind.TooLarge, Assert.Single(bomb.Issues).Kind);
        var many = Read([.. Enumerable.Range(0, 5001).Select(n => ($"f{n}", new byte[1]))]);
        Assert.Equal(ImportIssueKind.TooLarge, Assert.Single(many.Issues).Kind);
        Assert.Equal(ImportIssueKind.TooLarge, Assert.Single(QtiReader.Read(new byte[20_000_001], "x.xml").Issues).Kind);
    }

    [Fact]
    public void A_path_out_of_the_package_is_left_out()
    {
        var file = Read(("../../evil.xml", Of("evil")), ("/abs.xml", Of("abs")), ("C:/win.xml", Of("win")), ("ok.xml", Of("ok")));
        Assert.Equal("ok", Assert.Single(file.Questions).Identifier);
        Assert.Equal(3, file.Issues.Count(i => i.Kind == ImportIssueKind.Dropped));
        var outside = Question(Item(Response("single", "identifier", Correct("A")) + Score(), Choice.Replace("../images/a%20b.png", "../../../etc/passwd", StringComparison.Ordinal), "match_correct"), ("etc/passwd", [1]));
        Assert.Contains(outside.Issues, i => i.Kind == ImportIssueKind.MediaMissing);
    }

    [Fact]
    public void Depth_is_limited_before_anything_walks_the_tree()
    {
        var deep = Item(Response("single", "identifier", Correct("A")) + Score(), string.Concat(Enumerable.Repeat("<div>", 100_000)) + string.Concat(Enumerable.Repeat("</div>", 100_000)), "match_correct");
        Assert.Contains(Question(deep).Issues, i => i.Kind == ImportIssueKind.Unreadable);
    }

    [Fact]
    public void Rules_kept_in_a_file_of_the_package_are_found()
    {
        const string rules = """<responseProcessing xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"><setOutcomeValue identifier="SCORE"><baseValue baseType="float">3</baseValue></setOutcomeValue></responseProcessing>""";
        var item = Item(Response("single", "identifier", Correct("A")) + Score(3), Choice, """<responseProcessing template="http://example.org/own" templateLocation="rp/own.xml"/>""");
        Assert.Equal(3d, Question(item, ("rp/own.xml", Bytes(rules))).ScoreOf("B"));
        Assert.Contains(Question(item).Issues, i => i.Kind == ImportIssueKind.RulesNotSupported);
    }

    [Fact]
    public void The_dispatch_of_all_formats_knows_items_and_packages()
    {
        Assert.IsType<SingleChoice>(Assert.Single(QuestionFiles.Read(Of("a"), "a.xml").Questions).Definition);
        var file = QuestionFiles.Read(Package(("x/a.xml", Of("a"))), "a.zip");
        Assert.Equal((QuestionFormat.Qti, 1), (file.Format, file.Questions.Count));
    }

    /// <summary>Fixed seed: what once broke can be found again.</summary>
    [Fact]
    public void Nothing_that_is_broken_breaks_the_reader()
    {
        var random = new Random(20_261_122);
        byte[][] whole =
        [
            Of("a"), Package(("imsmanifest.xml", Bytes("<manifest><resources/></manifest>")), ("i.xml", Of("a"))),
            Bytes(Item(Response("multiple", "directedPair", Mapping("", ("W G1", 1), ("S G2", 2))) + Score(), """<gapMatchInteraction responseIdentifier="RESPONSE"><gapText identifier="W" matchMax="1">x</gapText><gapText identifier="S" matchMax="1">y</gapText><p><gap identifier="G1"/><gap identifier="G2"/></p></gapMatchInteraction>""", "map_response", 30)),
            Bytes(Item(Response("single", "float", Correct("3.5")) + Score(), """<p><textEntryInteraction responseIdentifier="RESPONSE"/></p>""", """<responseProcessing><responseCondition><responseIf><equal toleranceMode="relative" tolerance="5"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal><setOutcomeValue identifier="SCORE"><baseValue baseType="float">2</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>""")),
            Bytes(Item(Response("multiple", "point", """<areaMapping><areaMapEntry shape="poly" coords="1,1,9,1,9,9" mappedValue="1"/></areaMapping>""") + Score(), """<selectPointInteraction responseIdentifier="RESPONSE" maxChoices="2"><img src="a.png"/></selectPointInteraction>""", "map_response_point")),
        ];
        for (var n = 0; n < 2000; n++)
        {
            var bytes = whole[n % whole.Length].ToArray();
            for (var k = random.Next(1, 6); k > 0; k--)
            {
                var at = random.Next(bytes.Length);
                switch (random.Next(4))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 30))..]]; break;
                    case 2: bytes[at] = (byte)"<>\"'/&-0129 AB"[random.Next(14)]; break;
                    default: bytes = [.. bytes[..at], .. bytes[random.Next(bytes.Length)..]]; break;
                }

                if (bytes.Length == 0) bytes = [0];
            }

            var file = QtiReader.Read(bytes, "x");
            Assert.True(file.Questions.Count > 0 || file.Issues.Count > 0);
            foreach (var question in file.Questions) question.Scoring?.Invoke(new Dictionary<string, IReadOnlyList<string>> { ["RESPONSE"] = ["A", "3.5", "1 1", ""] }, new Dictionary<string, string> { ["x"] = "" });
        }
    }

    private static byte[] Of(string identifier) => Bytes(Item(Response("single", "identifier", Correct("A")) + Score(), Choice, "match_correct").Replace("item-1", identifier, StringComparison.Ordinal));

    private static ImportedFile Read(params (string Path, byte[] Bytes)[] files) => QtiReader.Read(Package(files), "package.zip");
}
