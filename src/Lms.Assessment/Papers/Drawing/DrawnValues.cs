using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Papers.Drawing;

/// <summary>
/// What a calculated question's variables got. Kept with the slot as whole numbers: the place of the ready set, or for
/// each variable how many steps of its last decimal it lies above its minimum.
/// </summary>
internal static class DrawnValues
{
    public static int[] Draw(Calculated question, ref SeededShuffle chance)
    {
        if (question.ValueSets.Count > 0) return [chance.Below(question.ValueSets.Count)];
        var steps = new int[question.Variables.Count];
        for (var i = 0; i < steps.Length; i++) steps[i] = chance.Below(Steps(question.Variables[i]) + 1);
        return steps;
    }

    /// <summary>Null where the question draws nothing.</summary>
    public static IReadOnlyDictionary<string, double>? Read(QuestionDefinition question, int[] drawn) => question is not Calculated calculated || drawn.Length == 0 ? null
        : calculated.ValueSets.Count > 0 ? calculated.ValueSets[drawn[0]]
        : calculated.Variables.Select((v, i) => (v.Name, Value: Math.Round(v.Minimum + drawn[i] / Math.Pow(10, v.Decimals), v.Decimals))).ToDictionary(v => v.Name, v => v.Value);

    /// <summary>How many steps a variable can be above its minimum; -1 where that is no sensible number.</summary>
    public static int Steps(Variable variable)
    {
        var steps = Math.Floor((variable.Maximum - variable.Minimum) * Math.Pow(10, variable.Decimals) + 1e-9);
        return steps is >= 0 and < int.MaxValue - 1 ? (int)steps : -1;
    }
}
