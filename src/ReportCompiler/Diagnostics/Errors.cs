namespace ReportCompiler.Diagnostics;

/// <summary>
/// Every finding the compiler can make, in Chinese and English side by side: the fact with its figures first, then the remedy.
/// </summary>
internal static partial class Errors;
