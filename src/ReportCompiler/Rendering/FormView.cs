using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReportCompiler.Forms;

namespace ReportCompiler.Rendering;

/// <summary>The form as templates see it: every table's layout, and its bands for plain Markdown tables. Made once an edition.</summary>
internal static class FormView
{
    private static readonly ConditionalWeakTable<Edition, NamedValues>[] Known =
        Markup.EachLanguage<ConditionalWeakTable<Edition, NamedValues>>();

    /// <summary>The form with its labels escaped for the output.</summary>
    public static NamedValues Of(Edition edition, Markup markup) =>
        Known[(int)markup.Language].GetValue(edition, e => Build(e, markup));

    /// <summary>The table of a key.</summary>
    public static NamedValues Table(NamedValues form, string key) => (NamedValues)((NamedValues)form["表"]!)[key]!;

    private static NamedValues Build(Edition edition, Markup markup)
    {
        var tables = edition.Tables.Select((t, i) => (t.Key, View: (object?)new Lazy<object?>(() => TableOf(t, i + 1, markup)))).ToList();
        return new NamedValues(
            ("版本", markup.Escape(edition.Key)),
            ("用语", Words(edition, markup)),
            ("章节", new Items(edition.Sections.Select(s => new NamedValues(
                ("序号", s.Ordinal), ("标题", s.Heading), ("题", edition.HeadingOf(s)), ("表", s.Table))))),
            ("依据", markup.Escape(edition.Basis)),
            ("脚注", edition.Footnote is null ? null : markup.Escape(edition.Footnote)),
            ("表", new NamedValues([.. tables])),
            ("各表", new Lazy<object?>(() => new Items(tables.Select(t => ((Lazy<object?>)t.View!).Value)))));
    }

    /// <summary>The words of the pages.</summary>
    public static NamedValues Words(Edition edition, Markup markup) =>
        new([.. edition.Wording.All.Select(w => (w.Key, (object?)markup.Escape(w.Value)))]);

    private static NamedValues TableOf(Table table, int number, Markup markup)
    {
        var view = new NamedValues(
            ("键", table.Key),
            ("题", markup.Escape(table.Caption)),
            ("注", table.Note is null ? null : markup.Escape(table.Note)),
            ("横排", table.IsAcross));
        if (markup.Language == Language.Markdown) return view.With(("栏", new Items(table.Bands.Select(b => BandOf(table, b, markup)))));
        var word = markup.Language == Language.Word ? new WordTable(table) : null;
        if (word is not null) view = view.With(("列宽", new Items(word.Widths.Select(w => (object)w))));
        var layout = word?.Layout ?? TableLayout.Of(table, number);
        return view.With(("属性", layout.Attributes), ("头", Lines(layout.Head, markup)), ("体", Lines(layout.Body, markup)),
            ("段", new Items(layout.Parts.Select(p => new NamedValues(
                ("属性", p.Attributes), ("行属性", p.LineAttributes), ("体", Lines(p.Lines, markup)))))));
    }

    private static Items Lines(IEnumerable<ImmutableArray<PrintedCell>> lines, Markup markup) =>
        new(lines.Select(l => new Items(l.Select(c => new NamedValues(
            ("文", markup.Escape(c.Text)),
            ("序", c.Cell?.Index ?? -1),
            ("题头", c.IsHead),
            ("属性", c.Attributes))))));

    private static NamedValues BandOf(Table table, Band band, Markup markup) => new(
        ("题", band.Title is null ? null : markup.Escape(band.Title)),
        ("表头", markup.Escape(band.Stub ?? table.Wording["项目"])),
        ("计量", table.Arrangement == Arrangement.List ? markup.Escape(table.Wording["计量"]) : null),
        ("列", new Items(band.Leaves.Select(c => markup.Escape(c.Label)))),
        ("行", new Items(BandView.Lines(table, band).Select(l => new NamedValues(
            ("计量", l.Unit is null ? null : markup.Escape(l.Unit)),
            ("题", markup.Escape(l.Label)),
            ("序", new Items(l.Cells.IsEmpty ? band.Leaves.Select(_ => (object)(-1)) : l.Cells.Select(c => (object)c.Index))))))));
}
