using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Doctor;

/// <summary>Remarks on one subject.</summary>
/// <param name="Key">The subject, for programs.</param>
/// <param name="Title">The subject, for people.</param>
/// <param name="Project">The project's name if several are looked at; empty otherwise.</param>
internal sealed record ExamTopic(string Key, Text Title, string Project)
{
    /// <summary>What was found, in order.</summary>
    public List<ExamRemark> Remarks { get; } = [];
}
