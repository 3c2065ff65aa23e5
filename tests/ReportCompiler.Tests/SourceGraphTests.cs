using Xunit;

namespace ReportCompiler.Tests;

/// <summary>How the structure of the sources is read.</summary>
public sealed class SourceGraphTests
{
    private const string Types = """
        namespace House.Low;

        public sealed class Cell
        {
        }

        public static class Steps
        {
            public static int Up(this int of) => of;
        }

        """;

    [Theory]
    [InlineData("var x = new Cell();", "Cell")]
    [InlineData("List<Cell> all = [];", "Cell")]
    [InlineData("void Take(Cell? cell) { }", "Cell")]
    [InlineData("var x = Cell.All;", "Cell")]
    [InlineData("var x = $\"{Cell.All:0.0}\";", "Cell")]
    [InlineData("var x = 1.Up();", "Up")]
    [InlineData("// new Cell()", null)]
    [InlineData("/* new Cell() */", null)]
    [InlineData("var x = \"new Cell()\";", null)]
    [InlineData("var x = @\"\\\" + \"new Cell()\";", null)]
    [InlineData("var x = '\"'; var y = \" Cell \";", null)]
    [InlineData("var x = $\"{{Cell}} {1}\";", null)]
    [InlineData("var x = \"\"\"new Cell() \" \"\"\";", null)]
    [InlineData("var x = y.Cell;", null)]
    [InlineData("Take(Cell: 1);", null)]
    [InlineData("string Cell => 1; int x = Cell.Length;", null)]
    [InlineData("var x = new Cells();", null)]
    public void A_type_that_is_named_is_used(string code, string? used) =>
        Assert.Equal(used, File("src/High/B.cs", $"using House.Low;\n\nnamespace House.High;\n\nclass B\n{{\n    {code}\n}}\n")
            .Used(File("src/Low/A.cs", Types)));

    [Theory]
    [InlineData("namespace House.High;\n\nclass B(Cell cell);\n", null)]
    [InlineData("namespace House.High;\n\nclass B(Low.Cell cell);\n", "Cell")]
    [InlineData("namespace House.Low;\n\nclass B(Cell cell);\n", "Cell")]
    [InlineData("namespace House.Low.Cellar;\n\nclass B(Cell cell);\n", "Cell")]
    [InlineData("using House.Low;\n\nnamespace House.High;\n\nclass B(Cell cell)\n{\n    class Cell { }\n}\n", null)]
    public void Its_namespace_must_be_in_sight(string text, string? used) =>
        Assert.Equal(used, File("src/High/B.cs", text).Used(File("src/Low/A.cs", Types)));

    [Fact]
    public void Circles_are_found()
    {
        var graph = new SourceGraph([
            File("src/A/a.cs", "using X.B;\nnamespace X.A;\nclass A(B b);\n"),
                File("src/B/b.cs", "using X.C;\nnamespace X.B;\nclass B(C c);\n"),
            File("src/C/c.cs", "using X.A;\nnamespace X.C;\nclass C(A a);\n"),
                File("src/D/d.cs", "using X.A;\nnamespace X.D;\nclass D(A a);\n")]);

        Assert.Equal([["src/A/a.cs", "src/B/b.cs", "src/C/c.cs"]], graph.FileCircles());
        Assert.Equal([["src/A", "src/B", "src/C"]], graph.FolderCircles());
        Assert.Contains(new SourceUse("src/D/d.cs", "src/A/a.cs", "A"), graph.Uses);
    }

    [Fact]
    public void Parts_of_a_type_are_one_file()
    {
        var graph =
            new SourceGraph([File("a.cs", "namespace X;\npartial class A;\n"), File("a.more.cs", "namespace X;\npartial class A(B b);\n"),
            File("b.cs", "namespace X;\nclass B(A a);\n")]);

        Assert.Equal([["a.cs", "b.cs"]], graph.FileCircles());
    }

    [Fact]
    public void Declarations_are_read_with_kind_and_length() => Assert.Equal(
        [new("Cell", "class", true, 3), new("Steps", "class", true, 4)], File("a.cs", Types).Types);

    private static SourceFile File(string path, string text) => SourceFile.Read(path, text);
}
