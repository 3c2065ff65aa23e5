namespace ReportCompiler.Narratives;

/// <summary>
/// Says of every word of a sentence whom and when it speaks of. A subject holds over commas until another is named; what stands in
/// brackets ends with them; a sentence that opens with last year is about it, in its midst it is of that part alone.
/// </summary>
internal sealed class ScopeReader(Sentence sentence)
{
    private readonly List<Token> _tokens = sentence.Tokens;
    private readonly Stack<(bool IsOther, StatedYear Year)> _outside = [];
    private bool _other;
    private StatedYear _year;
    private bool _opened;
    private bool _ofTheYear;
    private bool _among;

    /// <summary>The scope of every word.</summary>
    /// <param name="sentence">The sentence, its words found.</param>
    /// <param name="other">Whether the sentence before made another its subject.</param>
    public static Scope[] Read(Sentence sentence, bool other) => new ScopeReader(sentence) { _other = other }.Read();

    private Scope[] Read()
    {
        var scopes = new Scope[_tokens.Count];
        for (var i = 0; i < _tokens.Count; i++)
        {
            Take(i);
            scopes[i] = new Scope(_other, _year, _outside.Count > 0, _among);
        }
        return scopes;
    }

    private void Take(int i)
    {
        switch (_tokens[i].Kind)
        {
            case Kind.Break:
                Break(sentence.Text[_tokens[i].Start]);
                break;
            // 县政府 is the authority, 县政府办公室 an office of it.
            case Kind.Own:
                _other = i + 1 < _tokens.Count && _tokens[i + 1].Kind == Kind.Other;
                break;
            case Kind.Other when IsAmongUnits(i):
                break;
            case Kind.Other or Kind.Planned:
                _other = true;
                break;
            // Over many years, unless the sentence has said of which one.
            case Kind.SoFar:
                _other |= !_ofTheYear;
                break;
            case Kind.Among:
                _among = true;
                break;
            case Kind.Prior:
                _year = StatedYear.Last;
                _opened = i == 0 || (i == 1 && _tokens[0].Kind == Kind.Neutral)
                    || sentence.Text[_tokens[i - 1].Start] is '；' or ';';
                break;
            case Kind.Neutral when sentence.Word(_tokens[i]) is "全年" or "全年度" or "年内" or "年度内" or "当年":
                _ofTheYear = true;
                break;
            case Kind.Current:
                (_year, _ofTheYear) = (StatedYear.This, true);
                break;
        }
    }

    /// <summary>各部门、各街道 are all units of the authority; 各街道 alone are some.</summary>
    private bool IsAmongUnits(int i)
    {
        var before = i > 0 && _tokens[i - 1].Kind == Kind.List ? i - 2 : i - 1;
        return before >= 0 && sentence.Text[_tokens[i].Start] == '各' && _tokens[before].Kind == Kind.Own
            && sentence.Word(_tokens[before]).Contains('各');
    }

    private void Break(char mark)
    {
        if (_year == StatedYear.Last && !_opened) _year = StatedYear.Unclear;
        if (mark is '；' or ';') _among = false;
        if (mark is '（' or '(') _outside.Push((_other, _year));
        if (mark is '）' or ')' && _outside.TryPop(out var outside)) (_other, _year) = (outside.IsOther, outside.Year);
    }
}
