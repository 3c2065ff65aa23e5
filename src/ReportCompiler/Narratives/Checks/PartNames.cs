using ReportCompiler.Forms;

namespace ReportCompiler.Narratives.Checks;

/// <summary>What the parts of a whole are called, by which they may be all there can be.</summary>
internal sealed class PartNames
{
    /// <summary>建议和提案共 9 件: what joins the things that a whole is of.</summary>
    private static readonly char[] Joining = ['和', '与', '及', '、'];

    /// <summary>The classes of documents by how they are disclosed; each has one of them.</summary>
    private static readonly string[][] Classes = [["主动公开"], ["依申请公开"], ["不予公开", "不公开"]];

    private readonly HashSet<string> _names = [];
    private readonly HashSet<int> _classes = [];
    private readonly HashSet<string> _columns = [];

    /// <summary>
    /// 收到建议和提案共 24 件，其中建议 15 件，提案 9 件: whether each that the whole names is a part, and nothing else is.
    /// </summary>
    /// <param name="whole">What the whole is called.</param>
    /// <param name="count">How many parts there are.</param>
    /// <param name="level">What may stand before a part's name.</param>
    public bool Are(string whole, int count, char level)
    {
        var named = whole[(whole.LastIndexOfAny(['，', '；', '：', '。']) + 1)..].TrimEnd('共', '计', '合', '总', '数', '有', '为')
            .Split(Joining);
        return named.Length > 1 && named.Length == count && _names.Count == count
            && Array.TrueForAll(named, n => _names.Count(p => IsOf(p, n)) == 1)
            && _names.All(p => named.Count(n => IsOf(p, n)) == 1);

        bool IsOf(string part, string name)
        {
            if (part.Length > 0 && part[0] == level) part = part[1..];
            if (part.Length < 2 || !name.EndsWith(part[^2..], StringComparison.Ordinal)) return false;
            var at = 0;
            foreach (var c in part)
                if ((at = name.IndexOf(c, at) + 1) == 0) return false;
            return true;
        }
    }

    /// <summary>公文类 64 条，非公文类 44 条: whether a part is all that another is not.</summary>
    public bool IsComplement(string name)
    {
        if (name.Length == 0) return false;
        _names.Add(name);
        return name[0] == '非' ? _names.Contains(name[1..]) : _names.Contains("非" + name);
    }

    /// <summary>主动公开 71 份，依申请公开 9 份，不予公开 40 份: whether a part is of the last of the classes.</summary>
    public bool IsLastClass(string name)
    {
        _classes.Add(ClassOf(name));
        return _classes.Count == Classes.Length;
    }

    /// <summary>Which of the classes a part is called by; −1 if by none.</summary>
    public static int ClassOf(string name)
    {
        var of = name.AsSpan().TrimEnd("的为有共计类文件公信息");
        for (var i = 0; i < Classes.Length; i++)
            foreach (var word in Classes[i])
                if (of.EndsWith(word)) return i;
        return -1;
    }

    /// <summary>公民申请 21 条，法人和其他组织申请 9 条: whether no column of the table is left behind a part.</summary>
    /// <param name="words">Its words.</param>
    public bool IsLastColumn(IEnumerable<Token> words)
    {
        var column = words.Select(t => t.Phrase).OfType<ColumnPhrase>().FirstOrDefault();
        if (column is null) return false;
        _columns.UnionWith(column.Columns);
        var cells = column.Table.KeyedRows.SelectMany(r => r.Cells).Where(c => c.Row.HasColumns && !c.IsTotal);
        return cells.All(c => c.Column.Key is not { } key || _columns.Contains(key));
    }
}
