using Reportc.Shell;
using Xunit;

namespace Reportc.Tests;

/// <summary>The sources are read on a screen: a Chinese character takes two columns there.</summary>
public sealed class LineTests
{
    private const int Columns = 140;

    [Fact]
    public void No_line_of_the_source_is_over_140_columns()
    {
        var wide = from file in SourceFile.Below("src").Concat(SourceFile.Below("tests"))
                   from line in file.Text.Split('\n').Index()
                   where DisplayWidth.OfShown(line.Item) > Columns
                   select $"{file.Path}:{line.Index + 1}";

        Assert.Equal("", string.Join('\n', wide));
    }
}
