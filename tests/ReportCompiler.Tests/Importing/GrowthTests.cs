using System.Text;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Importing;
using Xunit;
using static ReportCompiler.Tests.Importing.Office.OfficeMaker;

namespace ReportCompiler.Tests.Importing;

/// <summary>
/// Of twice as much of a document the work is twice as much, whatever there is twice: what is asked of each part is not asked of all
/// before it. Work is measured by what it allocates, which is the same on every machine.
/// </summary>
public sealed class GrowthTests
{
    private const string Title = "某局2021年政府信息公开工作年度报告";

    private const string Received = "一、本年新收政府信息公开申请数量";

    private static readonly string[] Sections =
        ["二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"];

    private const string Head = "<tr><td></td><td>自然人</td><td>总计</td></tr>";

    private static readonly string Table = $"<table>{Head}{Tr(Received)}</table>";

    private static readonly string WordHead = Tc("") + Tc("自然人") + Tc("总计");

    private static readonly string WordRow = Tc(Received) + Tc("1") + Tc("1");

    private static readonly string Form = Tbl(WordHead, WordRow);

    /// <summary>By names, a document with so many of something.</summary>
    private static readonly Dictionary<string, Func<int, byte[]>> Kinds = new(StringComparer.Ordinal)
    {
        ["blocks of headings.html"] = n => Page($"<table>{Many(n, Block)}</table>"),
        ["sections.html"] = n => Page($"<table>{Many(n, i => $"<tr><td>{Sections[i % 3]}</td></tr>{Block(i)}")}</table>"),
        ["rows of the form.html"] = n => Page($"<table>{Head}{Many(n, _ => Tr(Received))}</table>"),
        ["rows like those of it.html"] = n => Page($"<table>{Head}{Many(n, i => Tr($"{Received}之{(char)('一' + i)}"))}</table>"),
        ["tables.html"] = n => Page(Many(n, i => $"<p>x</p><table>{Block(i)}</table>")),
        ["tables cut by pages.html"] = n => Page($"<table>{Head}</table>{Many(n, _ => $"<table>{Tr(Received)}</table>")}"),
        ["columns.html"] = n => Page($"<table><tr><td></td><td>自然人</td>{Many(n, _ => "<td>总计</td>")}</tr>{Tr(Received)}</table>"),
        ["list items.html"] = n => Page($"<h2>一、总体情况</h2><ol>{Many(n, _ => "<li>主动公开信息</li>")}</ol>{Table}"),
        ["pieces of a paragraph.html"] = n => Page($"<h2>一、总体情况</h2><p>{Many(n, _ => "<b>公开</b>信息")}</p>{Table}"),
        ["paragraphs.html"] = n => Page($"<h2>一、总体情况</h2>{Many(n, _ => "<p>主动公开信息。</p>")}{Table}"),
        ["lines.txt"] = n => Encoding.UTF8.GetBytes($"{Title}\n      自然人   总计\n{Many(n, i => $"  {Received}    {i}   {i}\n")}"),
        ["words.txt"] = n => Encoding.UTF8.GetBytes($"{Title}\n{Many(n, _ => "某  1\n")}      自然人   总计\n  {Received}    1   1\n"),
        ["rows.csv"] = n => Encoding.UTF8.GetBytes($"{Title}\n,自然人,总计\n{Many(n, _ => $"{Received},1,1\n")}"),
        ["hidden columns.xlsx"] = n => Book($"<cols>{Many(n, i => $"<col min=\"{9 + i}\" max=\"{9 + i}\" hidden=\"1\"/>")}</cols>", 1),
        ["rows.xlsx"] = n => Book("", n),
        ["sections.xlsx"] = n => Xlsx($"<sheetData>{Row(1, Title)}{Many(n, i => Row((3 * i) + 2, Sections[i % 3])
            + Row((3 * i) + 3, "", "自然人", "总计") + Row((3 * i) + 4, Received, "1", "1"))}</sheetData>"),
        ["runs.docx"] = n => Docx($"{P(Title)}{P("一、总体情况")}<w:p>{Many(n, _ => R("公开") + R("信息", "<w:b/>"))}</w:p>{Form}"),
        ["paragraphs.docx"] = n => Docx(P(Title) + P("一、总体情况") + Many(n, _ => P("主动公开信息。")) + Form),
        ["rows.docx"] = n => Docx(P(Title) + Tbl([WordHead, .. Enumerable.Repeat(WordRow, n)])),
        ["sections.docx"] = n => Docx(P(Title) + Tbl(
            [.. Enumerable.Range(0, n).SelectMany(i => (string[])[Tc(Sections[i % 3]), WordHead, WordRow])])),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_as_much_takes_twice_the_work(string name)
    {
        const int Some = 500;
        Work(name, 10);
        Assert.InRange(Work(name, 2 * Some), 1, Work(name, Some) * 5 / 2);
    }

    private static long Work(string name, int many)
    {
        var bytes = Kinds[name](many);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Single(Importer.Read(new Findings(), name[(name.LastIndexOf(' ') + 1)..], bytes, Editions.OfForm, 2021));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Block(int _) => Head + Tr(Received);

    private static string Tr(string label) => $"<tr><td>{label}</td><td>1</td><td>1</td></tr>";

    private static byte[] Page(string body) => Encoding.UTF8.GetBytes($"<html><h1>{Title}</h1>{body}</html>");

    /// <summary>A workbook whose sheet has so many rows of the form.</summary>
    private static byte[] Book(string columns, int rows) => Xlsx(
        $"{columns}<sheetData>{Row(1, Title)}{Row(2, "", "自然人", "总计")}{Many(rows, i => Row(i + 3, Received, "1", "1"))}</sheetData>");

    private static string Many(int times, Func<int, string> text) => string.Concat(Enumerable.Range(0, times).Select(text));
}
