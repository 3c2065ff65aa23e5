using ReportCompiler.Diagnostics;
using ReportCompiler.Rendering;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>The program parses its own templates without the looks it gives to those of a project: here they are given.</summary>
public sealed class BuiltInTemplateTests
{
    public static TheoryData<string> Names => [.. Templates.BuiltInNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_no_fault(string name)
    {
        var findings = new Findings();
        Assert.NotNull(Templates.Parse(findings, Templates.BuiltIn.SourceOf(name)));
        Assert.Empty(findings.All);
    }
}
