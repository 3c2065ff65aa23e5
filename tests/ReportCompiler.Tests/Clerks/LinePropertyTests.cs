using System.Text;
using CsCheck;
using ReportCompiler.Fixes;
using ReportCompiler.Sources;
using Xunit;

namespace ReportCompiler.Tests.Clerks;

/// <summary>However the lines of a file are set in, and however its rows are written: what is mended says no other figure.</summary>
public sealed class LinePropertyTests
{
    [Fact]
    public void Lost_indentation_is_given_back_or_left()
    {
        var (given, all) = (0, 0);
        PropertyTests.Filings.Sample(valid =>
        {
            var text = string.Join('\n', valid.Text.Split('\n').Select(static l => l.TrimStart(' ')));
            Interlocked.Increment(ref all);
            if (IsSame(valid, text)) Interlocked.Increment(ref given);
        }, iter: 200);
        // Left where a row of one column a line is followed by a name that both a column and a row have.
        Assert.InRange(given, all / 2, all);
    }

    [Fact]
    public void Lines_moved_are_moved_back_or_left() => Gen.Select(PropertyTests.Filings,
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 9]).Array[1, 6]).Sample((valid, moves) =>
        {
            var lines = valid.Text.Split('\n');
            foreach (var (where, indent) in moves)
                lines[where % lines.Length] = new string(' ', indent) + lines[where % lines.Length].TrimStart(' ');
            IsSame(valid, string.Join('\n', lines));
        }, iter: 500);

    [Fact]
    public void Rows_written_otherwise_are_read_alike_or_left() => Gen.Select(PropertyTests.Filings,
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 7]).Array[1, 6]).Sample((valid, slips) =>
        {
            var lines = valid.Text.Split('\n');
            foreach (var (where, slip) in slips)
            {
                ref var line = ref lines[where % lines.Length];
                line = slip switch
                {
                    0 => line.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal),
                    1 => line.Replace("{", "（", StringComparison.Ordinal).Replace("}", "）", StringComparison.Ordinal),
                    2 => line.Replace(": ", "\t", StringComparison.Ordinal),
                    3 => line.Replace(": ", "", StringComparison.Ordinal),
                    4 => line.Replace(", ", " ", StringComparison.Ordinal),
                    5 => line.Replace("}", "", StringComparison.Ordinal),
                    6 => line.Replace(": ", "=", StringComparison.Ordinal),
                    _ => line.Length > 0 ? "- " + line.TrimStart(' ') : line,
                };
            }
            IsSame(valid, string.Join('\n', lines));
        }, iter: 500);

    /// <summary>Asserts that a file says no other figure once it is mended, and stays as it is then; whether it says all of them.</summary>
    private static bool IsSame(PropertyTests.Valid valid, string text)
    {
        var edition = Forms.Editions.OfForm.For(valid.Year)!;
        var file = Fixer.Data(new Source("a.yaml", Encoding.UTF8.GetBytes(text)), edition, [], valid.Year);
        Assert.False(Fixer.Data(file.After, edition, [], valid.Year).IsChanged);
        var before = InMemory.Read(Encoding.UTF8.GetBytes(valid.Text), valid.Year).Filing!;
        if (InMemory.Read(file.After.Bytes, valid.Year).Filing is not { } after) return false;
        var isSame = true;
        foreach (var cell in edition.Cells)
        {
            var (right, mended) = (before.Figures.Stated(cell), after.Figures.Stated(cell));
            if (mended.State == Input.FigureState.Number) Assert.Equal((cell.Path, right.Value), (cell.Path, mended.Value));
            isSame &= right.Value == mended.Value;
        }
        return isSame;
    }
}
