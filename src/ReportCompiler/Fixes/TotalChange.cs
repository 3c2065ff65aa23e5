using ReportCompiler.Diagnostics;

namespace ReportCompiler.Fixes;

/// <summary>A total that its details contradict, and what they make.</summary>
/// <param name="Cell">The cell path.</param>
/// <param name="From">What stands there.</param>
/// <param name="To">What the details make.</param>
/// <param name="Edit">Writes it.</param>
public sealed record TotalChange(string Cell, string From, string To, Edit Edit);
