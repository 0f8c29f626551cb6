using System.Text;
using Lms.Assessment.Exchange.Qti;
using Lms.Assessment.Exchange.Qti.Rules;

namespace Lms.UnitTests.Assessment.Exchange.Qti;

/// <summary>Every operator on its own, with what the information model says of it.</summary>
public sealed class QtiExpressionTests
{
    [Theory]
    // logic
    [InlineData("<and>T T</and>", "true"), InlineData("<and>T F N</and>", "false"), InlineData("<and>T N</and>", "NULL")]
    [InlineData("<or>F N T</or>", "true"), InlineData("<or>F N</or>", "NULL"), InlineData("<or>F F</or>", "false")]
    [InlineData("<not>F</not>", "true"), InlineData("<not>N</not>", "NULL")]
    [InlineData("<anyN min='1' max='2'>T F F</anyN>", "true"), InlineData("<anyN min='1' max='1'>T T N</anyN>", "false"), InlineData("<anyN min='2' max='3'>T N F</anyN>", "NULL"), InlineData("<anyN min='2' max='3'>T F F</anyN>", "false")]
    [InlineData("<isNull>N</isNull>", "true"), InlineData("<isNull>[string:]</isNull>", "true"), InlineData("<isNull>[integer:0]</isNull>", "false")]
    // comparing
    [InlineData("<match>[identifier:A] [identifier:A]</match>", "true"), InlineData("<match>[string:a] [string:A]</match>", "false"), InlineData("<match>[identifier:A] N</match>", "NULL")]
    [InlineData("<match>[pair:A_B] [pair:B_A]</match>", "true"), InlineData("<match>[directedPair:A_B] [directedPair:B_A]</match>", "false")]
    [InlineData("<match><multiple>[identifier:A] [identifier:B]</multiple><multiple>[identifier:B] [identifier:A]</multiple></match>", "true")]
    [InlineData("<match><multiple>[identifier:A] [identifier:A]</multiple><multiple>[identifier:A]</multiple></match>", "false")]
    [InlineData("<match><ordered>[identifier:A] [identifier:B]</ordered><ordered>[identifier:B] [identifier:A]</ordered></match>", "false")]
    [InlineData("<equal toleranceMode='exact'>[float:0.3] <sum>[float:0.1] [float:0.2]</sum></equal>", "true")]
    [InlineData("<equal toleranceMode='absolute' tolerance='0.01'>[float:3.14] [float:3.15]</equal>", "true"), InlineData("<equal toleranceMode='absolute' tolerance='0.01'>[float:3.15] [float:3.16]</equal>", "true")]
    [InlineData("<equal toleranceMode='absolute' tolerance='0.01 0.02'>[float:3.14] [float:3.16]</equal>", "true"), InlineData("<equal toleranceMode='absolute' tolerance='0.02 0.01'>[float:3.14] [float:3.16]</equal>", "false")]
    [InlineData("<equal toleranceMode='absolute' tolerance='1' includeUpperBound='false'>[float:3] [float:4]</equal>", "false"), InlineData("<equal toleranceMode='absolute' tolerance='1' includeLowerBound='false'>[float:3] [float:4]</equal>", "true")]
    [InlineData("<equal toleranceMode='relative' tolerance='10'>[float:50] [float:55]</equal>", "true"), InlineData("<equal toleranceMode='relative' tolerance='10'>[float:-50] [float:-55]</equal>", "true"), InlineData("<equal toleranceMode='relative' tolerance='10'>[float:50] [float:55.1]</equal>", "false")]
    [InlineData("<equal toleranceMode='exact'>[float:1] N</equal>", "NULL")]
    [InlineData("<equalRounded roundingMode='significantFigures' figures='3'>[float:3.175] [float:3.183]</equalRounded>", "true"), InlineData("<equalRounded roundingMode='decimalPlaces' figures='2'>[float:3.175] [float:3.183]</equalRounded>", "true"), InlineData("<equalRounded roundingMode='decimalPlaces' figures='3'>[float:3.175] [float:3.183]</equalRounded>", "false")]
    [InlineData("<lt>[integer:1] [float:1.5]</lt>", "true"), InlineData("<gt>[integer:1] [float:1.5]</gt>", "false"), InlineData("<lte>[integer:1] [integer:1]</lte>", "true"), InlineData("<gte>[integer:1] N</gte>", "NULL")]
    [InlineData("<durationLT>[duration:10] [duration:20]</durationLT>", "true"), InlineData("<durationGTE>[duration:10] [duration:20]</durationGTE>", "false"), InlineData("<durationLT>[duration:PT1M] [duration:61]</durationLT>", "true")]
    [InlineData("<inside shape='circle' coords='10,10,5'>[point:13_14]</inside>", "true"), InlineData("<inside shape='rect' coords='0,0,5,5'>[point:6_1]</inside>", "false"), InlineData("<inside shape='default' coords=''>N</inside>", "NULL")]
    // texts
    [InlineData("<stringMatch caseSensitive='false'>[string:Huế] [string:huế]</stringMatch>", "true"), InlineData("<stringMatch caseSensitive='true'>[string:Huế] [string:huế]</stringMatch>", "false"), InlineData("<stringMatch caseSensitive='true' substring='true'>[string:chim-bay] [string:bay]</stringMatch>", "true")]
    [InlineData("<substring caseSensitive='false'>[string:AM] [string:tham]</substring>", "true"), InlineData("<substring caseSensitive='true'>[string:AM] [string:tham]</substring>", "false")]
    [InlineData("<patternMatch pattern='[0-9]{2}'>[string:12]</patternMatch>", "true"), InlineData("<patternMatch pattern='[0-9]{2}'>[string:123]</patternMatch>", "false"), InlineData("<patternMatch pattern='a|bc'>[string:bcx]</patternMatch>", "false")]
    [InlineData("<patternMatch pattern='a$'>[string:a]</patternMatch>", "false"), InlineData("<patternMatch pattern='a$'>[string:a$]</patternMatch>", "true"), InlineData(@"<patternMatch pattern='\i\c*'>[string:_a-1]</patternMatch>", "true"), InlineData("<patternMatch pattern='[a-z-[aeiou]]+'>[string:bcd]</patternMatch>", "true"), InlineData("<patternMatch pattern='('>[string:a]</patternMatch>", "NULL")]
    // numbers
    [InlineData("<sum>[integer:1] [integer:2]</sum>", "3"), InlineData("<sum>[float:0.1] [float:0.2] [integer:1]</sum>", "1.3"), InlineData("<sum>[integer:1] N</sum>", "NULL"), InlineData("<sum><multiple>[integer:1] [integer:4]</multiple> [integer:2]</sum>", "7")]
    [InlineData("<subtract>[float:0.3] [float:0.1]</subtract>", "0.2"), InlineData("<product>[integer:3] [integer:4]</product>", "12"), InlineData("<divide>[integer:1] [integer:4]</divide>", "0.25"), InlineData("<divide>[integer:1] [integer:0]</divide>", "NULL")]
    [InlineData("<power>[integer:2] [integer:3]</power>", "8"), InlineData("<power>[integer:-1] [float:0.5]</power>", "NULL"), InlineData("<integerDivide>[integer:-7] [integer:2]</integerDivide>", "-4"), InlineData("<integerModulus>[integer:-7] [integer:2]</integerModulus>", "1"), InlineData("<integerModulus>[integer:7] [integer:0]</integerModulus>", "NULL")]
    [InlineData("<truncate>[float:-6.9]</truncate>", "-6"), InlineData("<round>[float:6.5]</round>", "7"), InlineData("<round>[float:-6.5]</round>", "-6"), InlineData("<round>[float:6.49]</round>", "6"), InlineData("<integerToFloat>[integer:3]</integerToFloat>", "3")]
    [InlineData("<roundTo roundingMode='significantFigures' figures='3'>[float:1239451]</roundTo>", "1240000"), InlineData("<roundTo roundingMode='significantFigures' figures='3'>[float:0.0012345]</roundTo>", "0.00123"), InlineData("<roundTo roundingMode='decimalPlaces' figures='2'>[float:1.005]</roundTo>", "1.01"), InlineData("<roundTo roundingMode='significantFigures' figures='0'>[float:1.2]</roundTo>", "NULL")]
    [InlineData("<min>[integer:3] [float:2.5]</min>", "2.5"), InlineData("<max><multiple>[integer:3] [integer:9]</multiple></max>", "9"), InlineData("<gcd>[integer:12] [integer:18]</gcd>", "6"), InlineData("<gcd>[integer:0] [integer:0]</gcd>", "0"), InlineData("<lcm>[integer:4] [integer:6]</lcm>", "12"), InlineData("<lcm>[integer:4] [integer:0]</lcm>", "0"), InlineData("<gcd>[float:1.5]</gcd>", "NULL")]
    [InlineData("<mathOperator name='abs'>[integer:-3]</mathOperator>", "3"), InlineData("<mathOperator name='floor'>[float:-1.5]</mathOperator>", "-2"), InlineData("<mathOperator name='ceil'>[float:1.2]</mathOperator>", "2"), InlineData("<mathOperator name='signum'>[float:-1.5]</mathOperator>", "-1"), InlineData("<mathOperator name='log'>[integer:1000]</mathOperator>", "3"), InlineData("<mathOperator name='ln'>[integer:-1]</mathOperator>", "NULL"), InlineData("<mathOperator name='exp'>[integer:0]</mathOperator>", "1"), InlineData("<mathOperator name='atan2'>[integer:0] [integer:1]</mathOperator>", "0"), InlineData("<mathOperator name='toDegrees'><mathConstant name='pi'/></mathOperator>", "180")]
    [InlineData("<statsOperator name='mean'><multiple>[integer:1] [integer:2] [integer:6]</multiple></statsOperator>", "3"), InlineData("<statsOperator name='popVariance'><multiple>[integer:1] [integer:3]</multiple></statsOperator>", "1"), InlineData("<statsOperator name='sampleVariance'><multiple>[integer:1] [integer:3]</multiple></statsOperator>", "2"), InlineData("<statsOperator name='sampleSD'><multiple>[integer:1]</multiple></statsOperator>", "NULL")]
    // containers
    [InlineData("<containerSize><multiple>[integer:1] N [integer:1]</multiple></containerSize>", "2"), InlineData("<containerSize>N</containerSize>", "0"), InlineData("<multiple>N N</multiple>", "NULL")]
    [InlineData("<index n='2'><ordered>[identifier:A] [identifier:B]</ordered></index>", "B"), InlineData("<index n='3'><ordered>[identifier:A]</ordered></index>", "NULL"), InlineData("<index n='0'><ordered>[identifier:A]</ordered></index>", "NULL")]
    [InlineData("<member>[identifier:B]<multiple>[identifier:A] [identifier:B]</multiple></member>", "true"), InlineData("<member>N<multiple>[identifier:A]</multiple></member>", "NULL")]
    [InlineData("<delete>[identifier:A]<ordered>[identifier:A] [identifier:B] [identifier:A]</ordered></delete>", "B"), InlineData("<delete>[identifier:A]<ordered>[identifier:A]</ordered></delete>", "NULL")]
    [InlineData("<contains><ordered>[identifier:A] [identifier:B] [identifier:C]</ordered><ordered>[identifier:B] [identifier:C]</ordered></contains>", "true"), InlineData("<contains><ordered>[identifier:A] [identifier:B] [identifier:C]</ordered><ordered>[identifier:C] [identifier:B]</ordered></contains>", "false"), InlineData("<contains><ordered>[identifier:A] [identifier:B] [identifier:C]</ordered><ordered>[identifier:A] [identifier:C]</ordered></contains>", "false")]
    [InlineData("<contains><multiple>[identifier:A] [identifier:B]</multiple><multiple>[identifier:B] [identifier:A]</multiple></contains>", "true"), InlineData("<contains><multiple>[identifier:A]</multiple><multiple>[identifier:A] [identifier:A]</multiple></contains>", "false")]
    [InlineData("<repeat numberRepeats='2'>[integer:1] [integer:2]</repeat>", "1 2 1 2"), InlineData("<repeat numberRepeats='0'>[integer:1]</repeat>", "NULL")]
    [InlineData("<random><multiple>[integer:4]</multiple></random>", "4"), InlineData("<randomInteger min='7' max='7'/>", "7"), InlineData("<random>N</random>", "NULL"), InlineData("<randomInteger min='5' max='1'/>", "NULL")]
    [InlineData("<fieldValue fieldIdentifier='x'>N</fieldValue>", "NULL"), InlineData("<null/>", "NULL")]
    public void An_expression_has_the_value_the_standard_gives(string expression, string value) => Assert.Equal(value, Value(expression));

    [Theory]
    [InlineData("[integer:1_000]"), InlineData("[float:3,14]"), InlineData("[boolean:yes]"), InlineData("[pair:A]"), InlineData("[point:1]"), InlineData("[float:NaN]")]
    public void What_is_not_of_its_type_is_NULL(string expression) => Assert.Equal("NULL", Value(expression));

    [Theory]
    [InlineData("numberCorrect"), InlineData("customOperator"), InlineData("noSuchThing"), InlineData("outcomeMaximum")]
    public void Expressions_that_cannot_be_run_say_why(string name) => Assert.NotEqual("", $"{Expressions.WhyNot(new QtiNode(name, 1, new Dictionary<string, string>()))}");

    [Fact]
    public void Repeats_within_repeats_end()
    {
        var nested = string.Concat(Enumerable.Repeat("<repeat numberRepeats='1000'>", 5)) + "[integer:1]" + string.Concat(Enumerable.Repeat("</repeat>", 5));
        Assert.Equal("0", Value($"<containerSize>{nested}</containerSize>"));
    }

    [Fact]
    public void A_pattern_that_would_run_for_ever_is_cut_off()
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        Value($"<patternMatch pattern='(a+)+b'>[string:{new string('a', 5000)}]</patternMatch>");
        Assert.True(started.ElapsedMilliseconds < 2000);
    }

    /// <summary>T, F and N stand for true, false and NULL, [type:text] for a base value; an underscore for a space.</summary>
    private static string Value(string expression)
    {
        var xml = System.Text.RegularExpressions.Regex.Replace(expression, @"\[(\w+):([^\]]*)\](?![^<]*')", m => $"<baseValue baseType='{m.Groups[1].Value}'>{m.Groups[2].Value.Replace('_', m.Groups[1].Value is "string" or "integer" ? '_' : ' ')}</baseValue>");
        xml = System.Text.RegularExpressions.Regex.Replace(xml, @"(?<=[>\s])([TFN])(?=[<\s])", m => m.Value switch { "T" => "<baseValue baseType='boolean'>true</baseValue>", "F" => "<baseValue baseType='boolean'>false</baseValue>", _ => "<null/>" });
        var node = QtiXml.Read(Encoding.UTF8.GetBytes(xml), out var problem, out _)?.Root;
        Assert.True(node is not null, problem.ToString());
        var value = Expressions.Evaluate(node, new QtiState(new Dictionary<string, Declaration>(), 1));
        return value is null ? "NULL" : string.Join(' ', value.Items.Select(QtiText.Of));
    }
}
