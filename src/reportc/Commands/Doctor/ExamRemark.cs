using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Doctor;

/// <summary>Something that was looked at.</summary>
/// <param name="Kind">What it is, for programs: stable.</param>
/// <param name="Mark">How it stands.</param>
/// <param name="Title">What it is, for people; null for a file, which is its own title.</param>
/// <param name="Message">How it stands, in words.</param>
/// <param name="Help">What to do; null if nothing is to be done.</param>
/// <param name="File">The file or folder it is about, relative to the project; null for none.</param>
internal sealed record ExamRemark(string Kind, Mark Mark, Text? Title, Text Message, Text? Help = null, string? File = null);
