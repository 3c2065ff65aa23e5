using System.Buffers;
using System.Text;

namespace ReportCompiler.Tests.Fuzzing;

/// <summary>Makes other texts of a right one, as clerks, editors and attackers do. The same seed makes the same texts.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Pieces =
    [
        "：", "，", "；", "、", "｛", "｝", "［", "］", "\u3000", "\u00A0", "\u200B", "\u202E", "\uFEFF", "\0",
        "\u001B[2J", "\t", "\r", "\r\n", "\n", "\u2028", " ",
        "{", "}", "[", "]", ":", ",", "-", "- ", "? ", "| ", "> ", "#", " # ", "&a ", "*a", "!!int ", "<<: ", "---\n",
        "...\n", "%", "@", "`", "\"", "'", "\\",
        "无", "待填", "~", "null", "0", "014", "1_000", "1,000", "1:30", "0x1F", "1e3", "12.0", "-3", "+3", "１２",
        "12件", "/", "十二", ".inf",
        "999999999999999999", "9999999999999999999", "0.0000001", "总计: 5", "自然人: 1", "行政许可: 7", "单位: 乙",
        "年度: 2020", "𬭎", "👩\u200D🌾",
        "{{", "}}", "{{ 年度 }}", "{{ 依申请公开.本年新收.总计 }}", "{{ 没有 }}", "{{ for i in 1..9 }}", "{{ end }}",
        "{{ 1/0 }}", "｛｛ 年度 ｝｝", "${年度}",
        "**", "*", "<!--", "-->", "<script>", "</td>", "```", "![](a.png)", "[a](b", "## 三、总体情况", "占 50%",
        "未收到", "同比增长 3 倍",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A number below another.</summary>
    public int Next(int below) => _random.Next(below);

    /// <summary>A text with one to four changes.</summary>
    public string Of(string text)
    {
        for (var changes = 1 + Next(4); changes > 0; changes--) text = Changed(text);
        return text;
    }

    /// <summary>A text with one or two changes of a character or two, mostly where entries, values and lines meet.</summary>
    public string Near(string text)
    {
        for (var changes = 1 + Next(2); changes > 0; changes--)
        {
            var at = Next(text.Length + 1);
            var joint = Next(4) == 0 ? -1 : text.AsSpan(at).IndexOfAny(Joints);
            if (joint >= 0) at += joint + Next(2);
            var length = Math.Min(Next(3), text.Length - at);
            text = Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Remove(at, length).Insert(at, Small[Next(Small.Length)]),
                2 => WithDigit(text, at),
                _ => text.Insert(at, Small[Next(Small.Length)]),
            };
        }
        return text;
    }

    private static readonly SearchValues<char> Joints = SearchValues.Create(" :,{}\n\r\"'#");

    private static readonly string[] Small =
    [
        " ", "  ", "\n", "\r\n", "\r", "\t", "#", " #", " # 1: 2\n", "# {\n", ":", ": ", ",", ", ", "{", "}", "{}", "[", "\"", "'",
        "\\", ".", "-", "+", "&", "*", "!", "|", ">", "?", "%", "~", "0", "1", "00", "无", "\"无\"", "：", "，", "、", "。", "（",
        "甲", "a", "\u3000", "\u00A0", "\u200B", "\u0085", "\uFEFF", "总计: 1", ", 其他: 2", "\n  ", "\n    ",
    ];

    /// <summary>The bytes of a text, now and then in another encoding or with some of them wrong.</summary>
    public byte[] BytesOf(string text)
    {
        var bytes = Next(20) switch
        {
            0 => Encoding.Unicode.GetBytes(text),
            1 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };
        if (Next(20) == 0 && bytes.Length > 0) bytes[Next(bytes.Length)] = (byte)Next(256);
        return bytes;
    }

    private string Changed(string text)
    {
        var at = Next(text.Length + 1);
        var length = Math.Min(Next(8), text.Length - at);
        return Next(9) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Remove(at, length).Insert(at, Piece()),
            3 => WithLines(text, static (lines, a, b) => (lines[a], lines[b]) = (lines[b], lines[a])),
            4 => WithLines(text, static (lines, a, b) => lines[a] = lines[b]),
            5 => WithLines(text, static (lines, a, b) => lines[a] = new string(' ', b % 9) + lines[a].TrimStart()),
            6 => text.Insert(at, string.Concat(Enumerable.Repeat(Piece(), 1 + Next(40)))),
            7 => WithDigit(text, at),
            _ => text.Insert(at, Piece()),
        };
    }

    private string Piece() => Pieces[Next(Pieces.Length)];

    private string WithLines(string text, Action<string[], int, int> change)
    {
        var lines = text.Split('\n');
        change(lines, Next(lines.Length), Next(lines.Length));
        return string.Join('\n', lines);
    }

    /// <summary>Another figure: the change that nothing but the equations can see.</summary>
    private string WithDigit(string text, int from)
    {
        var at = text.AsSpan(from).IndexOfAnyInRange('0', '9');
        return at < 0 ? text : text.Remove(from + at, 1).Insert(from + at, $"{Next(10)}");
    }
}
