using System.Reflection;

namespace Lms.Data;

/// <summary>One module's share of the model: the assembly that holds its <c>IEntityTypeConfiguration</c>s.</summary>
public sealed record ModelPart(Assembly Assembly);
