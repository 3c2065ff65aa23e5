using System.Text.RegularExpressions;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>The stages of the library stand in one direction: each may use those before it, none uses one after it.</summary>
public sealed partial class StructureTests
{
    private static readonly string[] Stages =
    [
        "Sources", "Diagnostics", "Syntax", "Forms", "Projects", "Input", "Schemas", "Aggregation", "Rules", "Tracing", "Repairs", "Fixes",
        "Narratives", "Rendering",
        "Drafting", "Explaining",
    ];

    [Fact]
    public void Every_folder_is_a_stage_and_uses_only_stages_before_it()
    {
        var library = Path.Combine(Repository.Root, "src", "ReportCompiler");
        var folders = Directory.GetDirectories(library).Select(d => Path.GetFileName(d)!).Where(d => d is not ("bin" or "obj"));
        Assert.Empty(folders.Except(Stages));
        var wrong = from stage in Stages
                    where Directory.Exists(Path.Combine(library, stage))
                    from file in Directory.GetFiles(Path.Combine(library, stage), "*.cs", SearchOption.AllDirectories)
                    from Match use in Using().Matches(File.ReadAllText(file))
                    where Array.IndexOf(Stages, use.Groups["stage"].Value) > Array.IndexOf(Stages, stage)
                    select $"{Path.GetFileName(file)} ({stage}) uses {use.Groups["stage"].Value}";
        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"\bReportCompiler\.(?<stage>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Using();
}
