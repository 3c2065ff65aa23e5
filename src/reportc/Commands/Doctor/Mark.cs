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
