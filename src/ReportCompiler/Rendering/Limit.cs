using ReportCompiler.Diagnostics;

namespace ReportCompiler.Rendering;

/// <summary>What a template may not go beyond.</summary>
/// <param name="Words">What is counted.</param>
internal sealed record Limit(Text Words)
{
    /// <summary>The parts of the template that are computed, loop by loop.</summary>
    public static readonly Limit Steps = new(new Text("步运算", "steps"));

    /// <summary>What is made and kept.</summary>
    public static readonly Limit Memory = new(new Text("字的内存", "characters of memory"));

    /// <summary>What is written.</summary>
    public static readonly Limit Output = new(new Text("字的输出", "characters of output"));

    /// <summary>One text.</summary>
    public static readonly Limit OneText = new(new Text("字的一段文字", "characters in one text"));

    /// <summary>A whole number.</summary>
    public static readonly Limit Number = new(new Text("为最大的整数", "as the largest whole number"));

    /// <summary>Functions and templates that call each other, blocks and brackets within each other.</summary>
    public static readonly Limit Depth = new(new Text("层嵌套", "levels of nesting"));
}
