namespace ReportCompiler.Forms;

/// <summary>The images of the built-in editions, written by the build from <c>Editions/*.yaml</c>.</summary>
internal static partial class BuiltInEditions
{
    /// <summary>The years from which they are in force, newest first.</summary>
    public static partial ReadOnlySpan<int> Years();

    /// <summary>The image of the edition in force from a year; empty if there is none.</summary>
    public static partial ReadOnlySpan<byte> Image(int year);
}
