using System.Globalization;
using System.Text;
using ReportCompiler.Sources;

namespace ReportCompiler.Tests;

/// <summary>An edition of one table with random trees of rows and columns, totals at any level, and the rules that compute them.</summary>
internal sealed class MadeUpForm
{
    private readonly Random _random;
    private readonly List<string> _columns = [];
    private readonly List<string> _rows = [];
    private int _names;

    public MadeUpForm(Random random)
    {
        _random = random;
        var columns = Columns("    ", depth: 0);
        Corner = "总列";
        _columns.Add("    - {键: 总列, 英文: total}");
        Totals.Add(new Total('行', Corner, columns));
        var rows = Rows("    ", "", depth: 0);
        _rows.Add("    - {键: 总行, 英文: total}");
        Totals.Add(new Total('列', "总行", rows));
        Shuffle(Totals);
    }

    /// <summary>A total and its parts, of every row or of every column.</summary>
    internal sealed record Total(char Each, string Name, List<string> Parts);

    /// <summary>The totals with their parts.</summary>
    public List<Total> Totals { get; } = [];

    /// <summary>The rows and columns that are in no total.</summary>
    public List<string> Uncounted { get; } = [];

    /// <summary>The column of the total over all columns.</summary>
    public string Corner { get; }

    /// <summary>The edition.</summary>
    public string Text => Encoding.UTF8.GetString(Write().Bytes);

    /// <summary>The edition, one total changed.</summary>
    public Source Write(Total? total = null, Total? changed = null)
    {
        var rules = Totals.Select((t, i) => Rule(t == total ? changed! : t, i));
        string[] lines =
        [
            "版本: 试行", "自: 2030", "依据: 无", "标题: 无", "表:", "  - 键: 表", "    英文: table", "    题: 表",
            "    列:", .. _columns, "    行:", .. _rows, "规则:", .. rules,
        ];
        return new Source("editions/x.yaml", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    private static string Rule(Total total, int number)
    {
        var formula = $"{total.Name} = {string.Join(" + ", total.Parts)}";
        return $"  - {{规则: r{number}, 代码: X{number}, 名称: 合计, 表: 表, 每: {total.Each}, 式: {formula}, 得出: {total.Name}}}";
    }

    /// <summary>Columns and headings with subtotals or without; what a total over them adds.</summary>
    private List<string> Columns(string indent, int depth)
    {
        var parts = new List<string>();
        for (var n = _random.Next(1, 4); n >= 0; n--)
        {
            var name = Name("列");
            if (depth == 2 || _random.Next(3) > 0)
            {
                if (IsUncounted(parts)) Leave(_columns, indent, name);
                else
                {
                    _columns.Add($"{indent}- {{键: {name}, 英文: c}}");
                    parts.Add(name);
                }
                continue;
            }
            _columns.AddRange([$"{indent}- 名称: {name}", $"{indent}  英文: heading", $"{indent}  列:"]);
            var below = Columns(indent + "    ", depth + 1);
            if (_random.Next(2) == 0)
            {
                parts.AddRange(below);
                continue;
            }
            _columns.Add($"{indent}    - {{键: {name}计, 英文: subtotal}}");
            Totals.Add(new Total('行', $"{name}计", below));
            if (_random.Next(2) == 0) parts.Add($"{name}计");
            else parts.AddRange(below);
        }
        return parts;
    }

    /// <summary>Rows, groups and printed headings with totals or without; what a total over them adds.</summary>
    private List<string> Rows(string indent, string path, int depth)
    {
        var parts = new List<string>();
        for (var n = _random.Next(1, 4); n >= 0; n--)
        {
            var name = Name("行");
            if (depth == 2 || _random.Next(3) > 0)
            {
                if (IsUncounted(parts)) Leave(_rows, indent, name);
                else
                {
                    _rows.Add($"{indent}- {{键: {name}, 英文: r}}");
                    parts.Add(path + name);
                }
                continue;
            }
            var isHeading = _random.Next(4) == 0;
            _rows.AddRange([$"{indent}- {(isHeading ? "名称" : "键")}: {name}", $"{indent}  英文: group", $"{indent}  行:"]);
            var start = Uncounted.Count;
            var below = Rows(indent + "    ", isHeading ? path : $"{path}{name}.", depth + 1);
            // A group stands for all its rows but totals, also those that its own total leaves out.
            var mayNameGroup = !isHeading && Uncounted.Count == start && Totals.TrueForAll(t => !t.Name.StartsWith($"{path}{name}.",
                StringComparison.Ordinal) || t.Name.EndsWith(".总计", StringComparison.Ordinal));
            if (_random.Next(2) == 0)
            {
                var total = isHeading ? $"{path}{name}计" : $"{path}{name}.总计";
                _rows.Add($"{indent}    - {{键: {(isHeading ? $"{name}计" : "总计")}, 英文: total}}");
                Totals.Add(new Total('列', total, below));
                if (_random.Next(2) == 0)
                {
                    parts.Add(total);
                    continue;
                }
            }
            if (mayNameGroup && _random.Next(2) == 0) parts.Add(path + name);
            else parts.AddRange(below);
        }
        return parts;
    }

    private bool IsUncounted(List<string> parts) => parts.Count > 0 && _random.Next(8) == 0;

    private void Leave(List<string> lines, string indent, string name)
    {
        lines.Add($"{indent}- {{键: {name}, 英文: of which, 不计入: 是}}");
        Uncounted.Add(name);
    }

    private string Name(string kind) => kind + (_names++).ToString("000", CultureInfo.InvariantCulture);

    private void Shuffle<T>(List<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = _random.Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
