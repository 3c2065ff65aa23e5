using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Doctor;

/// <summary>How it stands with something that was looked at.</summary>
internal enum Mark
{
    /// <summary>As it should be.</summary>
    Fine,

    /// <summary>Neither good nor bad: what is so.</summary>
    Info,

    /// <summary>Works, but is worth a look.</summary>
    Attention,

    /// <summary>Makes a build fail, or means that a file is passed over.</summary>
    Problem,
}

/// <summary>Something that was looked at.</summary>
/// <param name="Kind">What it is, for programs: stable.</param>
/// <param name="Mark">How it stands.</param>
/// <param name="Title">What it is, for people; null for a file, which is its own title.</param>
/// <param name="Message">How it stands, in words.</param>
/// <param name="Help">What to do; null where nothing is to be done.</param>
/// <param name="File">The file or folder it is about, relative to the project; null for none.</param>
internal sealed record Remark(string Kind, Mark Mark, Text? Title, Text Message, Text? Help = null, string? File = null);

/// <summary>Remarks on one subject.</summary>
/// <param name="Key">The subject, for programs.</param>
/// <param name="Title">The subject, for people.</param>
/// <param name="Project">The project's name where several are looked at; empty otherwise.</param>
internal sealed record Topic(string Key, Text Title, string Project)
{
    /// <summary>What was found, in order.</summary>
    public List<Remark> Remarks { get; } = [];
}
