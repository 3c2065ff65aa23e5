namespace Reportc.Commands;

/// <summary>What <c>-o</c> names for a command.</summary>
[Flags]
internal enum OutKind
{
    /// <summary>Nothing: the command writes no such thing, and <c>-o</c> is refused.</summary>
    None = 0,

    /// <summary>The folder of the outputs.</summary>
    Folder = 1,

    /// <summary>The file of the one output, or the folder it goes into under its usual name.</summary>
    File = 2,
}
