using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Input.Plain;

/// <summary>
/// Reads a plain file entry by entry. Every method says whether what it expects stands there; the first no ends the reading, so
/// nothing needs to be put right or told.
/// </summary>
internal ref struct PlainReader
{
    // The limits of the other reader lie beyond.
    private const int LargestFile = 256 << 10;
    private const int Most = 64;
    private readonly PlainForm _form;
    private readonly ImmutableArray<Indicator>? _indicators;
    private readonly Action<PlainFigure> _take;
    private readonly List<(string Path, string Reason, Span Span)> _notes = [];
    private readonly List<(string Key, string Text)> _signers = [];
    // The steps first, then the cells.
    private readonly bool[] _seen;
    private PlainCursor _at;
    private string? _unit;
    private Span _unitSpan;
    private DateOnly? _submitted;
    private bool _hasYear;

    public PlainReader(Source source, PlainForm form, ImmutableArray<Indicator>? indicators, Action<PlainFigure> take)
    {
        (_form, _indicators, _take) = (form, indicators, take);
        _seen = new bool[form.Steps + form.Edition.Cells.Length + (indicators?.Length ?? 0)];
        _at = new PlainCursor(source.Bytes.Length > LargestFile ? [] : source.Bytes.AsSpan(source.HasMark ? Source.Mark.Length : 0));
    }

    /// <summary>Reads the file; null if it is not plain.</summary>
    public PlainFile? Read(int year)
    {
        if (!_at.NextLine() || _at.Indent != 0) return null;
        var next = 0;
        do
            if (!Entry(year, ref next)) return null;
        while (_at.Indent == 0);
        if (_at.Indent > 0 || !_hasYear || _unit is null || _submitted?.Year <= year) return null;
        foreach (var table in _form.Root.Below)
            if (!_seen[table.Id]) return null;
        return new PlainFile(_unit, _unitSpan, _submitted, _signers, _notes);
    }

    private bool Entry(int year, ref int next)
    {
        if (_at.Takes("单位:"u8)) return _unit is null && _at.Blanks() && _at.Text(out _unit, out _unitSpan) && _at.NextLine();
        if (_at.Takes("年度:"u8)) return !_hasYear && (_hasYear = Year(year)) && _at.NextLine();
        if (_at.Takes("报送日期:"u8)) return _submitted is null && (_submitted = Date()) is not null && _at.NextLine();
        if (_at.Takes("填报人:"u8)) return Signer("填报人");
        if (_at.Takes("审核人:"u8)) return Signer("审核人");
        if (_at.Takes("电话:"u8)) return Signer("电话");
        if (_at.Takes("说明:"u8)) return _notes.Count == 0 && _at.NextLine() && Notes();
        if (!_at.Takes("指标:"u8)) return _at.Name(_form.Root.Names!, ref next) is { } of && Below(_form.Root.Below[of.Index], 0);
        return _indicators is { } own ? Below(_form.Own(own), 0) : !_seen[0] && (_seen[0] = true) && AnyIndicators() && _at.NextLine();
    }

    private bool Year(int year) => _at.Blanks() && _at.Figure(ValueKind.Count, out var written, out _) && written == year;
    private DateOnly? Date() => _at.Blanks() && _at.Text(out var text, out _) ? Dates.Read(text) : null;

    private bool Signer(string key)
    {
        foreach (var (other, _) in _signers)
            if (other == key) return false;
        if (!_at.Blanks() || !_at.Text(out var text, out _)) return false;
        _signers.Add((key, text));
        return _at.NextLine();
    }

    /// <summary>What stands behind the colon of a table, a group or a row, on the line or in lines below it.</summary>
    private bool Below(PlainStep step, int indent)
    {
        if (_at.Blanks()) return OnLine(step) && _at.NextLine();
        return IsFirst(step) && step.Names is not null && _at.NextLine() && _at.Indent > indent && Lines(step);
    }

    private bool OnLine(PlainStep step)
    {
        if (!IsFirst(step)) return false;
        if (step.Names is null) return Figure(step.First);
        return _at.Takes((byte)'{') ? Braces(step) : Take(step.First, step.Cells, null);
    }

    private readonly bool IsFirst(PlainStep step) => !_seen[step.Id] && step.Cells > 0 && (_seen[step.Id] = true);

    /// <summary>Entries in lines of one indentation.</summary>
    private bool Lines(PlainStep step)
    {
        var (indent, next) = (_at.Indent, 0);
        do
        {
            if (_at.Name(step.Names!, ref next) is not { } name) return false;
            if (step.Below.Length > 0 ? !Below(step.Below[name.Index], indent)
                : !_at.Blanks() || !Column(step, name.Index) || !_at.NextLine()) return false;
        }
        while (_at.Indent == indent);
        return _at.Indent < indent;
    }

    /// <summary>Entries in braces, or none, up to the closing one.</summary>
    private bool Braces(PlainStep step)
    {
        if (_at.Takes((byte)'}')) return true;
        var next = 0;
        do
        {
            _ = _at.Blanks();
            if (_at.Name(step.Names!, ref next) is not { IsOfBraces: true } name || !_at.Blanks()) return false;
            if (step.Below.Length > 0 ? !OnLine(step.Below[name.Index]) : !Column(step, name.Index)) return false;
            _ = _at.Blanks();
        }
        while (_at.Takes((byte)','));
        return _at.Takes((byte)'}');
    }

    private bool Column(PlainStep row, int column)
    {
        ref var seen = ref _seen[_form.Steps + row.First + column];
        return !seen && (seen = true) && Figure(row.First + column);
    }

    private bool Figure(int cell)
    {
        var own = cell - _form.Edition.Cells.Length;
        return Take(cell, 1, own < 0 ? _form.Edition.Cells[cell].Kind : _indicators!.Value[own].Kind);
    }

    /// <summary>A figure of a kind, or 无 alone, of which it is said of whole rows.</summary>
    private bool Take(int cell, int cells, ValueKind? kind)
    {
        if (!_at.Figure(kind, out var value, out var span)) return false;
        _take(new PlainFigure(cell, cells, value, IsOfStep: kind is null, span));
        return true;
    }

    /// <summary>Figures of an authority that is not known: any are accepted, each once.</summary>
    private bool AnyIndicators()
    {
        if (!_at.Blanks() || !_at.Takes((byte)'{')) return false;
        var keys = new List<string>();
        do
        {
            _ = _at.Blanks();
            if (!_at.Key(out var key, out _) || keys.Contains(key) || keys.Count == Most || !_at.Blanks()) return false;
            if (!_at.Figure(ValueKind.Amount, out _, out _)) return false;
            keys.Add(key);
            _ = _at.Blanks();
        }
        while (_at.Takes((byte)','));
        return _at.Takes((byte)'}');
    }

    private bool Notes()
    {
        var indent = _at.Indent;
        do
        {
            if (indent <= 0 || !_at.Key(out var path, out var span) || _form.Edition.Find(path) is null) return false;
            foreach (var other in _notes)
                if (other.Path == path) return false;
            if (!_at.Blanks() || !_at.Text(out var reason, out _) || !_at.NextLine()) return false;
            _notes.Add((path, reason, span));
        }
        while (_at.Indent == indent && _notes.Count < Most);
        return _at.Indent < indent;
    }
}
