using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Data;

public static class LongText
{
    /// <summary>Lifts the model-wide limit of 400 characters from a text that has none: a document, a note, a body.</summary>
    public static PropertyBuilder<string> IsLongText(this PropertyBuilder<string> property) => property.HasMaxLength(-1);
}
