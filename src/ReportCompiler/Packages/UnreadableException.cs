namespace ReportCompiler.Packages;

/// <summary>A file of an office program that is not read; nothing of it is taken then.</summary>
/// <param name="fault">Why.</param>
/// <param name="detail">The part of the package, the macro sheet, the limit: what a message may add.</param>
internal sealed class UnreadableException(PackageFault fault, string detail = "") : Exception($"{fault} {detail}")
{
    /// <summary>Why it is not read.</summary>
    public PackageFault Fault { get; } = fault;

    /// <summary>What a message may add; may be empty.</summary>
    public string Detail { get; } = detail;
}

/// <summary>Why a file of an office program is not read.</summary>
internal enum PackageFault
{
    /// <summary>It ends too early, or its bytes contradict each other or their checksum.</summary>
    Damaged,

    /// <summary>It holds far more than any report: a zip bomb, or another kind of file.</summary>
    TooLarge,

    /// <summary>It is protected by a password.</summary>
    Encrypted,

    /// <summary>It is none of the kinds that are read: an older Word file, a binary workbook, a file that was only renamed.</summary>
    Foreign,
}
