using System.Text.Json;

namespace Lms.UnitTests.Platform;

public sealed class QuestionCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("questions").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Inspect_prints_the_questions_and_what_was_not_taken()
    {
        var ending = await RunningProgram.RunAsync("question", "inspect", Written("a.gift", "// [id:q1]\n::Một::Ai **thật**?{=Thân chủ#Đúng ~%33%Cả hai}\n\nGhép{=Huế -> Trung =Hà Nội -> Bắc}\n\nHỏng{=a"));
        Assert.Equal((0, ""), (ending.Code, ending.Error));
        using var json = JsonDocument.Parse(ending.Output);
        var first = json.RootElement[0];
        Assert.Equal((0, "q1", "Một", "singleChoice"), (first.GetProperty("index").GetInt32(), first.GetProperty("identifier").GetString(), first.GetProperty("title").GetString(), first.GetProperty("type").GetString()));
        Assert.Equal((1m, "Đúng"), (first.GetProperty("options")[0].GetProperty("fraction").GetDecimal(), first.GetProperty("options")[0].GetProperty("feedback").GetString()));
        Assert.Contains("33.33333", first.GetProperty("issues")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("Bắc", json.RootElement[1].GetProperty("pairs")[1][1].GetString());
        Assert.Equal((JsonValueKind.Null, 6), (json.RootElement[2].GetProperty("type").ValueKind, json.RootElement[2].GetProperty("issues")[0].GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Score_scores_every_kind_of_answer_in_the_order_given()
    {
        var questions = Written("a.gift", """
            // [id:q1]
            ::Một::[markdown]Ai?{=Thân **chủ** ~%-50%Nhân viên ~Không ai}

            ::Nhiều::Chọn{~%50%A1 ~%50%B1 ~%-100%C1}

            ::Ghép::Ghép{=Huế -> Trung =Hà Nội -> Bắc}

            ::Số::Bao nhiêu?{#=3.14:0.005 =%50%3..3.3}

            ::Phải::Phải không?{F}

            ::Viết::Viết{}
            """);
        var responses = Written("r.json", """
            [{"question":"q1","response":{"answer":" thân chủ "}},{"question":0,"response":{"answer":"b"}},{"question":"Nhiều","response":{"answer":["A1","b"]}},
             {"question":2,"response":{"answer":[["Huế","Trung"],["Hà Nội","Trung"]]}},{"question":3,"response":{"answer":"3,2"}},{"question":4,"response":{"answer":"Sai"}},
             {"question":5,"response":{"answer":"Bài"}},{"question":9,"response":{"answer":"x"}},{"question":1,"response":{}}]
            """);
        var ending = await RunningProgram.RunAsync("question", "score", questions, "--responses", responses);
        Assert.Equal((0, ""), (ending.Code, ending.Error));
        using var json = JsonDocument.Parse(ending.Output);
        Assert.Equal([1, -0.5, 1, 0.5, 0.5, 1, 0, null, 0], json.RootElement.EnumerateArray().Select(s => s.GetProperty("score").ValueKind == JsonValueKind.Null ? null : (double?)s.GetProperty("score").GetDouble()));
        Assert.Contains("\"Nhân viên\" is worth -50%", json.RootElement[1].GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Contains("person", json.RootElement[6].GetProperty("explanation").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gap_and_a_drawn_value_are_given_by_name()
    {
        var questions = Written("a.xml", """
            <quiz><question type="cloze"><name><text>c</text></name><questiontext format="html"><text>{1:SA:=Huế} {1:MC:=đúng~sai}</text></questiontext></question>
            <question type="calculated"><name><text>t</text></name><questiontext><text>{a}?</text></questiontext><answer fraction="100"><text>{a}*2</text><tolerance>0</tolerance></answer>
            <dataset_definitions><dataset_definition><name><text>a</text></name><dataset_items><dataset_item><number>1</number><value>2</value></dataset_item></dataset_items></dataset_definition></dataset_definitions></question></quiz>
            """);
        var responses = Written("r.json", """[{"question":"c","response":{"answer":{"1":"huế","2":"sai"}}},{"question":"t","response":{"answer":"14"},"values":{"a":7}},{"question":"t","response":{"answer":"4"}}]""");
        using var json = JsonDocument.Parse((await RunningProgram.RunAsync("question", "score", questions, "--responses", responses)).Output);
        Assert.Equal([1.0, 1, 1], json.RootElement.EnumerateArray().Select(s => s.GetProperty("score").GetDouble()));
    }

    [Theory]
    [InlineData(2, "Required", "score", "a.gift")]
    [InlineData(2, "bogus", "inspect", "a.gift", "--format", "bogus")]
    [InlineData(1, "none.gift", "inspect", "none.gift")]
    [InlineData(1, "letter.txt", "inspect", "letter.txt")]
    [InlineData(1, "letter.txt", "score", "a.gift", "--responses", "letter.txt")]
    public async Task What_cannot_be_done_is_one_line(int code, string word, params string[] arguments)
    {
        Written("a.gift", "Ai?{=a ~b}");
        Written("letter.txt", "Chỉ là một lá thư.");
        var ending = await RunningProgram.RunAsync(["question", .. arguments.Select(a => a.EndsWith(".gift", StringComparison.Ordinal) || a.EndsWith(".txt", StringComparison.Ordinal) ? Path.Combine(folder, a) : a)]);
        ending.IsRefusal(code, word == "Required" ? "--responses" : word);
        Assert.Equal("", ending.Output);
    }

    private string Written(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
