namespace ReportCompiler.Forms;

/// <summary>Gives bytes that the build may have written into the program; a span into it cannot be kept, so it is asked for.</summary>
internal delegate ReadOnlySpan<byte> CompiledBytes();
