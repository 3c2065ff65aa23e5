using ReportCompiler.Diagnostics;
using ReportCompiler.Syntax;

namespace ReportCompiler.Forms;

/// <summary>Reads 用语: the words of the pages that an edition says otherwise.</summary>
internal static class WordingReader
{
    // What would end a text of a page, of a style sheet or of XML before its time.
    private const string Refused = "\"\\<";

    // Without it, what the word is printed for would be lost.
    private static readonly (string Name, string Place)[] Needed =
        [("章题", "标题"), ("联系", "联系方式"), ("日期", "日"), ("年度", "年度"), ("原名", "单位"), ("指标", "名称"), ("未列入", "年度")];

    /// <summary>The words; those that are left out stay as they are.</summary>
    public static Wording Read(Findings findings, Document document, Node node)
    {
        if (Fields.Of(findings, document, node, areNames: true) is not { } fields) return Wording.OfForm;
        var own = new List<KeyValuePair<string, string>>();
        foreach (var name in Wording.Names)
        {
            if (fields.Scalar(name) is not { } word) continue;
            if (word.Value.AsSpan().ContainsAny(Refused)) findings.Add(Errors.Editions.NotAWord(fields.At(word), name, Refused));
            CheckPlaces(findings, fields.At(word), word.Value, Wording.PlacesOf(name));
            var places = Wording.PlacesIn(word.Value).Select(p => p.Split(':')[0]).ToList();
            foreach (var (_, place) in Needed.Where(n => n.Name == name && !places.Contains(n.Place, StringComparer.Ordinal)))
                findings.Add(Errors.Editions.PlaceMissing(fields.At(word), name, place));
            own.Add(KeyValuePair.Create(name, word.Value));
        }
        fields.Close();
        return new Wording([.. own]);
    }

    /// <summary>Reports what stands in braces and is none of the places that are filled in.</summary>
    public static void CheckPlaces(Findings findings, Location at, string text, IReadOnlyCollection<string> known)
    {
        foreach (var place in Wording.PlacesIn(text).Where(p => !known.Contains(p, StringComparer.Ordinal)))
            findings.Add(Errors.Editions.UnknownPlace(at, place, known));
    }
}
