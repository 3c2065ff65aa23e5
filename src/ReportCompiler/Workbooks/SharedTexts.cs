using System.Globalization;
using System.Text;

namespace ReportCompiler.Workbooks;

/// <summary>The texts of a workbook, each written once.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly StringBuilder _items = new();
    private int _uses;

    /// <summary>The number of a text.</summary>
    public int Of(string text)
    {
        _uses++;
        if (_numbers.TryGetValue(text, out var number)) return number;
        var space = text.Trim().Length == text.Length && !text.Contains('\n') ? "" : " xml:space=\"preserve\"";
        _items.Append("<si><t").Append(space).Append('>').Append(XmlText.Escape(text)).Append("</t></si>");
        return _numbers[text] = _numbers.Count;
    }

    /// <summary>The attributes of the part's element.</summary>
    public string Attributes => string.Create(CultureInfo.InvariantCulture, $" count=\"{_uses}\" uniqueCount=\"{_numbers.Count}\"");

    /// <summary>The part's content.</summary>
    public string ToXml() => _items.ToString();
}
