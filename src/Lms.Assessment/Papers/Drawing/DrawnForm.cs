using System.Text.Json;

namespace Lms.Assessment.Papers.Drawing;

/// <param name="PoolIndex">The question's place in the paper's frozen pool.</param>
/// <param name="Drawn">The options' places in the definition, in the order shown; empty means as written. For a calculated question its <see cref="DrawnValues"/>.</param>
internal readonly record struct DrawnSlot(int PoolIndex, int[] Drawn);

/// <summary>
/// What one candidate got: her questions in their order, with the options in theirs. Kept with the attempt as one
/// number list for each slot, [[12,2,0,3,1],[7]]: pool index, then what was drawn, about 12 bytes a slot.
/// </summary>
internal static class DrawnForm
{
    public static string Write(IReadOnlyList<DrawnSlot> slots) =>
        JsonSerializer.Serialize(slots.Select(s => (int[])[s.PoolIndex, .. s.Drawn]));

    public static DrawnSlot[] Read(string json) =>
        Array.ConvertAll(JsonSerializer.Deserialize<int[][]>(json)!, numbers => new DrawnSlot(numbers[0], numbers[1..]));
}
