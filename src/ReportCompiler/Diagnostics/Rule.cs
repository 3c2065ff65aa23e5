namespace ReportCompiler.Diagnostics;

/// <summary>What a finding is an instance of: a stable code, a stable name, the severity it has by nature, and a title.</summary>
/// <param name="Code">Such as <c>RC2003</c>; never reused for another meaning.</param>
/// <param name="Name">Such as <c>balance</c>; the name scripts and reportc.yaml use.</param>
/// <param name="Severity">By nature; a rule that is an error by nature cannot be lowered.</param>
/// <param name="Title">A few words saying what must hold.</param>
public sealed record Rule(string Code, string Name, Severity Severity, Text Title);
