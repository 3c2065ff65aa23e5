namespace Reportc.Commands;

/// <summary>What a word behind a command may be: decides what is proposed when the tabulator key is pressed.</summary>
[Flags]
internal enum WordKinds
{
    /// <summary>Nothing that could be proposed.</summary>
    None = 0,

    /// <summary>A year of the project, or a range of years.</summary>
    Years = 1,

    /// <summary>A file; the shell proposes those.</summary>
    Files = 2,

    /// <summary>A folder; the shell proposes those.</summary>
    Folders = 4,

    /// <summary>A unit of the project's roster.</summary>
    Units = 8,

    /// <summary>A cell path, step by step, or an indicator.</summary>
    Cells = 16,

    /// <summary>The code or name of a rule.</summary>
    Rules = 32,

    /// <summary>An edition of the form.</summary>
    Editions = 64,

    /// <summary>A shell that completion scripts are made for.</summary>
    Shells = 128,

    /// <summary>A command.</summary>
    Commands = 256,

    /// <summary>The project's own file.</summary>
    ProjectFile = 512,

    /// <summary>A built-in template or edition.</summary>
    BuiltIns = 1024,
}
