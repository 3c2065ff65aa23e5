using System.Text;

namespace ReportCompiler.Drafting;

/// <summary>Lines of a YAML file with comments behind them; the comments of a block begin in one column.</summary>
internal sealed class CommentedLines
{
    /// <summary>A row longer than this does not push the comments of all others to the right.</summary>
    private const int FarthestComment = 44;

    private readonly StringBuilder _text = new();
    private readonly List<(string Line, string? Comment)> _block = [];

    /// <summary>Adds a line.</summary>
    public void Add(string line, string? comment = null) => _block.Add((line, string.IsNullOrEmpty(comment) ? null : OneLine(comment)));

    /// <summary>Adds a line that is a comment.</summary>
    public void Remark(string indent, string comment) => _block.Add(($"{indent}# {OneLine(comment)}", null));

    /// <summary>Ends a block and leaves a line empty.</summary>
    public void Break()
    {
        Flush();
        _text.Append('\n');
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        Flush();
        return _text.ToString();
    }

    private void Flush()
    {
        var widths = _block.Where(l => l.Comment is not null).Select(l => Width(l.Line));
        var column = widths.Where(w => w <= FarthestComment).DefaultIfEmpty().Max() + 4;
        foreach (var (line, comment) in _block)
        {
            _text.Append(line);
            if (comment is not null) _text.Append(' ', Math.Max(2, column - Width(line))).Append("# ").Append(comment);
            _text.Append('\n');
        }
        _block.Clear();
    }

    // A name with a line break in it must not end the comment.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    // In an editor's font a Chinese character is two columns wide.
    private static int Width(string line) => line.Sum(c => c < '\u1100' ? 1 : 2);
}
