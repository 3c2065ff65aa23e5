namespace ReportCompiler.Narratives;

/// <summary>The graph of <see cref="Words.All"/>, written by the build; a number is a <see cref="Kind"/>.</summary>
internal static partial class CommonWords
{
    /// <summary>Its bytes.</summary>
    public static partial ReadOnlySpan<byte> Bytes();
}
