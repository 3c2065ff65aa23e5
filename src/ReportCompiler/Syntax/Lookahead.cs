namespace ReportCompiler.Syntax;

/// <summary>Where the next of some characters stands on a line, asked again and again from further on: the line is searched once.</summary>
/// <param name="wanted">The characters.</param>
internal struct Lookahead(string wanted)
{
    private (int From, int To)? _known;

    /// <summary>The place of the first of them at a place or behind it; the length of the line if there is none.</summary>
    public int From(string line, int at)
    {
        if (_known is { } known && at >= known.From && at <= known.To) return known.To;
        var found = at < line.Length ? line.AsSpan(at).IndexOfAny(wanted) : -1;
        var place = found < 0 ? line.Length : at + found;
        _known = (at, place);
        return place;
    }
}
