namespace ReportCompiler.Sources;

/// <summary>A slip of the input method that YAML cannot read, and what to write in its place.</summary>
/// <param name="Kind">Which slip.</param>
/// <param name="Line">1-based.</param>
/// <param name="Offset">0-based UTF-16 offset in the line.</param>
/// <param name="Length">How many UTF-16 units are replaced; 0 inserts.</param>
/// <param name="With">The replacement.</param>
/// <param name="IsSure">Whether nothing else can be meant, so that it may be mended in the file itself.</param>
public readonly record struct Slip(SlipKind Kind, int Line, int Offset, int Length, string With, bool IsSure = true);
