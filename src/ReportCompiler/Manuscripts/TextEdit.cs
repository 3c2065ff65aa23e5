namespace ReportCompiler.Manuscripts;

/// <summary>A stretch of a text and what stands in its place.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">How many characters are replaced; 0 inserts.</param>
/// <param name="With">The replacement; empty leaves the stretch out.</param>
internal readonly record struct TextEdit(int Start, int Length, string With);
