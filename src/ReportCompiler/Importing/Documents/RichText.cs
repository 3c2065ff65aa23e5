using System.Text;

namespace ReportCompiler.Importing.Documents;

/// <summary>The text of a paragraph: runs that look alike are one, however a program has split them. A line break is <c>\n</c>.</summary>
internal sealed class RichText
{
    // Most texts are one run; a sheet has a hundred thousand of them.
    private string _text = "";
    private StringBuilder? _more;
    private readonly List<(int Start, bool IsBold)> _runs = [];

    /// <summary>A plain text.</summary>
    public static RichText Of(string plain)
    {
        var text = new RichText();
        text.Add(plain, isBold: false);
        return text;
    }

    /// <summary>Whether it says nothing.</summary>
    public bool IsBlank => Plain.AsSpan().IsWhiteSpace();

    /// <summary>The text alone.</summary>
    public string Plain
    {
        get
        {
            if (_more is not null) (_text, _more) = (_more.ToString(), null);
            return _text;
        }
    }

    /// <summary>How long it is.</summary>
    public int Length => _more?.Length ?? _text.Length;

    /// <summary>Its last character; null if there is none.</summary>
    public char? Last => Length == 0 ? null : _more?[^1] ?? _text[^1];

    /// <summary>Its runs, bold and not in turn.</summary>
    public IEnumerable<(string Text, bool IsBold)> Runs()
    {
        var text = Plain;
        for (var i = 0; i < _runs.Count; i++)
            yield return (text[_runs[i].Start..(i + 1 < _runs.Count ? _runs[i + 1].Start : text.Length)], _runs[i].IsBold);
    }

    /// <summary>Whether all of it is bold.</summary>
    public bool IsBold => _runs is [{ IsBold: true }];

    /// <summary>Adds a run.</summary>
    public void Add(string text, bool isBold)
    {
        if (text.Length == 0) return;
        if (_runs.Count == 0 || _runs[^1].IsBold != isBold) _runs.Add((Length, isBold));
        if (_text.Length == 0) _text = text;
        else (_more ??= new StringBuilder(_text)).Append(text);
    }

    /// <summary>Puts text before all others.</summary>
    public void Begin(string text)
    {
        if (text.Length == 0) return;
        for (var i = 0; i < _runs.Count; i++) _runs[i] = (_runs[i].Start + text.Length, _runs[i].IsBold);
        _runs.Insert(0, (0, false));
        (_text, _more) = (text + Plain, null);
    }
}
