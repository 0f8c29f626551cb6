namespace Lms.Data;

/// <summary>The internal identity of a row: Guid v7, so that new rows land at the end of the index.</summary>
public static class Key
{
    /// <param name="now">UTC; it is the sortable part of the key, so the caller's clock decides it.</param>
    public static Guid New(DateTime now) => Guid.CreateVersion7(new DateTimeOffset(DateTime.SpecifyKind(now, DateTimeKind.Utc)));
}
