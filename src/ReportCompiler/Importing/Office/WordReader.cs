using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Importing.Documents;
using ReportCompiler.Packages;

namespace ReportCompiler.Importing.Office;

/// <summary>
/// Reads the text and tables of a DOCX as they are printed once all tracked changes are accepted: deletions, hidden text and the
/// prompts of empty fields are not there, insertions and the last results of fields are. Headers, footers and comments are left out.
/// </summary>
internal sealed class WordReader
{
    /// <summary>Word's own limit is 63.</summary>
    private const int MostColumns = 250;

    /// <summary>Those of a hundred reports.</summary>
    private const int MostCells = 50_000;

    /// <summary>A report has some five hundred, and one in every cell.</summary>
    private const int MostParagraphs = WorkbookReader.MostCells;

    /// <summary>Of the instruction of a field no more is looked at.</summary>
    private const int LongestField = 1000;

    private readonly PackageReader _package;
    private readonly string _part;
    private readonly WordStyles _styles;
    private readonly WordLists _lists;
    private readonly Stack<Field> _fields = [];
    private Dictionary<string, WordNote>? _notes;
    private IReadOnlyDictionary<string, Relation>? _relations;
    private RichText? _open;
    private List<Text> _beside = [];
    private WordCell? _cell;
    private int _noteCount;
    private int _cells;
    private int _paragraphs;

    private WordReader(PackageReader package, string part)
    {
        (_package, _part) = (package, part);
        _styles = WordStyles.Read(package, part);
        _lists = WordLists.Read(package, part);
    }

    /// <summary>The paragraphs and tables of a document.</summary>
    /// <param name="package">The package.</param>
    /// <param name="part">The name of its main part.</param>
    /// <param name="xml">The main part.</param>
    public static List<Block> Read(PackageReader package, string part, PartReader xml)
    {
        var (reader, blocks) = (new WordReader(package, part), new List<Block>());
        foreach (var name in xml.Children())
            if (name == "body") reader.Blocks(xml, blocks);
        return blocks;
    }

    /// <summary>The blocks right inside the element that begins here, and inside those that only wrap blocks.</summary>
    private void Blocks(PartReader xml, List<Block> to)
    {
        foreach (var name in xml.Children())
        {
            if (name == "p") Paragraph(xml, to);
            else if (name == "tbl") Table(xml, to);
            else if (name == "tcPr" && _cell is not null) Properties(xml, _cell);
            else Unwrap(xml, name, () => Blocks(xml, to));
        }
    }

    /// <summary>The text of a cell, a text box or a note: fields and paragraphs end where it ends.</summary>
    private List<Block> Story(PartReader xml)
    {
        var (fields, open, blocks) = (_fields.ToArray(), _open, new List<Block>());
        _fields.Clear();
        _open = null;
        Blocks(xml, blocks);
        if (_open is { IsBlank: false } rest) blocks.Add(new Paragraph(rest));
        _open = open;
        _fields.Clear();
        for (var i = fields.Length - 1; i >= 0; i--) _fields.Push(fields[i]);
        return blocks;
    }

    /// <summary>Reads on inside what only says where its content comes from: a change, a control, a link, one of two versions.</summary>
    private static void Unwrap(PartReader xml, string name, Action read)
    {
        if (name is "ins" or "moveTo" or "customXml" or "smartTag" or "hyperlink" or "fldSimple" or "dir" or "bdo" or "oMathPara") read();
        else if (name == "sdt")
        {
            var isShown = true;
            foreach (var part in xml.Children())
            {
                if (part == "sdtPr") isShown = IsShown(xml);
                else if (part == "sdtContent" && isShown) read();
            }
        }
        else if (name == "AlternateContent")
        {
            var isTaken = false;
            foreach (var _ in xml.Children())
            {
                if (!isTaken) read();
                isTaken = true;
            }
        }
    }

    /// <summary>Whether a control's content is text of the document: neither the prompt to type some nor a table of contents.</summary>
    private static bool IsShown(PartReader xml)
    {
        var isShown = true;
        foreach (var name in xml.Children())
        {
            isShown &= name != "showingPlcHdr" || !WordLook.IsOn(xml);
            if (name != "docPartObj") continue;
            foreach (var part in xml.Children()) isShown &= part != "docPartGallery" || xml["val"] != "Table of Contents";
        }
        return isShown;
    }

    private void Paragraph(PartReader xml, List<Block> to)
    {
        if (++_paragraphs > MostParagraphs) throw new UnreadableException(PackageFault.TooLarge, _part);
        var text = _open ?? new RichText();
        // What stands beside the text of a paragraph whose end is deleted goes on with it.
        var (outer, isNew) = (_beside, _open is null);
        if (isNew) _beside = [];
        _open = null;
        var own = WordLook.None;
        var look = _styles.Look(null, isParagraph: true);
        var aside = new List<Block>();
        foreach (var name in xml.Children())
        {
            if (name != "pPr") Inline(xml, name, look, text, aside);
            else
            {
                own = WordLook.OfParagraph(xml);
                // That its end is deleted is nothing that its runs are.
                look = (own with { IsDeleted = false }).Over(_styles.Look(own.Style, isParagraph: true));
            }
        }
        if (own.IsDeleted) _open = text;
        else if (!look.IsContents)
        {
            var mark = look.IsHidden == true ? null : _lists.Next(look.List, look.Level ?? 0);
            to.Add(new Paragraph(text)
            {
                Mark = mark,
                Heading = look.Outline is >= 0 and < 9 and var level ? level + 1 : 0,
                Beside = [.. _beside],
            });
        }
        if (!own.IsDeleted) _beside = isNew ? outer : [];
        // A box over a blank cell may hold its figure.
        if (aside.Count > 0 && text.IsBlank) Doubt(Doubts.TextBox);
        to.AddRange(aside);
    }

    /// <summary>Notes why the cell that is being read holds no plain figure.</summary>
    private void Doubt(Text why)
    {
        if (_cell is not null) _cell.Paper.Doubt ??= why;
    }

    private void Inline(PartReader xml, string name, WordLook paragraph, RichText text, List<Block> aside)
    {
        if (name == "r") Run(xml, paragraph, text, aside);
        // A formula is text in pieces, whichever element holds them.
        else if (name == "oMath") Formula(xml, text);
        else
        {
            if (name == "hyperlink" && xml["id"] is { } id)
                Link((_relations ??= _package.RelationsOf(_part)).GetValueOrDefault(id)?.Address);
            if (name == "bdo" && xml["val"] == "rtl") Doubt(Doubts.RightToLeft);
            var (isSum, length) = (name == "fldSimple" && Field.Sums(xml["instr"] ?? ""), text.Length);
            Unwrap(xml, name, () =>
            {
                foreach (var inner in xml.Children()) Inline(xml, inner, paragraph, text, aside);
            });
            if (isSum && text.Length == length) Doubt(Doubts.NoResult);
        }
    }

    private void Link(string? address)
    {
        if (BesideText.Link(address, "") is { } link) _beside.Add(link);
    }

    private static void Formula(PartReader xml, RichText text)
    {
        foreach (var name in xml.Children())
        {
            if (name == "t") text.Add(xml.Content(), false);
            else Formula(xml, text);
        }
    }

    private void Run(PartReader xml, WordLook paragraph, RichText text, List<Block> aside)
    {
        var look = paragraph;
        foreach (var name in xml.Children())
        {
            if (name != "rPr") Piece(xml, name, look, text, aside);
            else
            {
                var own = WordLook.OfRun(xml);
                look = (own.Style is null ? own : own.Over(_styles.Look(own.Style, isParagraph: false))).Over(paragraph);
            }
        }
    }

    private void Piece(PartReader xml, string name, WordLook look, RichText text, List<Block> aside)
    {
        if (look.IsDeleted) return;
        switch (name)
        {
            case "fldChar":
                Turn(xml);
                return;
            case "instrText" when _fields.TryPeek(out var field) && field.Code.Length < LongestField:
                field.Code += xml.Content();
                return;
        }
        if (look.IsHidden == true || _fields.Any(f => !f.IsResult)) return;
        switch (name)
        {
            case "t":
                var plain = xml.Content();
                if (look.IsStruck == true) Doubt(Doubts.Struck);
                text.Add(look.IsRaised == true ? Marks.Raise(plain) : plain, look.IsBold == true);
                break;
            case "tab" or "ptab":
                text.Add("\t", look.IsBold == true);
                break;
            case "br" or "cr":
                text.Add("\n", look.IsBold == true);
                break;
            case "noBreakHyphen":
                text.Add("-", look.IsBold == true);
                break;
            case "sym":
                Doubt(Doubts.Symbol);
                break;
            case "footnoteReference" or "endnoteReference":
                Note(name, xml["id"], text, aside);
                break;
            case "ruby":
                foreach (var part in xml.Children())
                    if (part == "rubyBase")
                        foreach (var run in xml.Children()) Inline(xml, run, look, text, aside);
                break;
            case "drawing" or "pict" or "object":
                Drawing(xml, name == "object", aside);
                break;
            case "AlternateContent":
                Unwrap(xml, name, () =>
                {
                    foreach (var part in xml.Children()) Piece(xml, part, look, text, aside);
                });
                break;
        }
    }

    /// <summary>Where a field begins, where its result does, and where it ends.</summary>
    private void Turn(PartReader xml)
    {
        switch (xml["fldCharType"])
        {
            case "begin":
                _fields.Push(new Field());
                break;
            case "separate" when _fields.TryPeek(out var field):
                field.IsResult = true;
                Link(field.Address);
                break;
            case "end" when _fields.TryPop(out var field):
                if (field is { IsSum: true, IsResult: false } && _fields.All(f => f.IsResult)) Doubt(Doubts.NoResult);
                break;
        }
    }

    /// <summary>A picture in the line of a cell may be a figure; one that floats is a seal. A box stands beside the paragraph.</summary>
    private void Drawing(PartReader xml, bool isInLine, List<Block> aside)
    {
        foreach (var name in xml.Children())
        {
            if (name == "txbxContent") aside.AddRange(Story(xml));
            else if (name is "pic" or "imagedata")
            {
                _beside.Add(BesideText.Picture(null));
                if (isInLine) Doubt(Doubts.Picture);
            }
            else Drawing(xml, isInLine || name == "inline", aside);
        }
    }

    /// <summary>A note: its number is raised beside the text, its own text stands below the paragraph.</summary>
    private void Note(string reference, string? id, RichText text, List<Block> aside)
    {
        var mark = Marks.Raise((++_noteCount).ToString(CultureInfo.InvariantCulture));
        text.Add(mark, false);
        if (!Notes().TryGetValue(reference + id, out var note) || note.IsRead) return;
        note.IsRead = true;
        if (note.Blocks is [Paragraph first, ..]) first.Text.Begin($"{mark} ");
        aside.AddRange(note.Blocks);
    }

    private Dictionary<string, WordNote> Notes()
    {
        if (_notes is not null) return _notes;
        _notes = new Dictionary<string, WordNote>(StringComparer.Ordinal);
        foreach (var kind in (string[])["footnote", "endnote"])
        {
            using var xml = _package.Find(_part, $"{kind}s") is { } part ? _package.Read(part) : null;
            if (xml is null) continue;
            foreach (var name in xml.Children())
                if (name == kind && xml["id"] is { } id) _notes.TryAdd($"{kind}Reference{id}", new WordNote(Story(xml)));
        }
        return _notes;
    }

    private void Table(PartReader xml, List<Block> to)
    {
        var table = new WordTable();
        Rows(xml, table);
        to.Add(table.Merged());
    }

    private void Rows(PartReader xml, WordTable table)
    {
        foreach (var name in xml.Children())
        {
            if (name != "tr") Unwrap(xml, name, () => Rows(xml, table));
            else
            {
                var row = new WordRow();
                Cells(xml, row);
                if (row.IsShown) table.Rows.Add(row);
            }
        }
    }

    private void Cells(PartReader xml, WordRow row)
    {
        foreach (var name in xml.Children())
        {
            if (name == "tc") Cell(xml, row);
            else if (name != "trPr") Unwrap(xml, name, () => Cells(xml, row));
            else
                foreach (var property in xml.Children())
                {
                    if (property == "gridBefore") row.Columns += Count(xml);
                    else if (property is "del" or "moveFrom" || (property == "hidden" && WordLook.IsOn(xml))) row.IsShown = false;
                }
        }
    }

    private void Cell(PartReader xml, WordRow row)
    {
        if (++_cells > MostCells) throw new UnreadableException(PackageFault.TooLarge, _part);
        var (outer, cell) = (_cell, new WordCell(new PaperCell(row.Columns)));
        _cell = cell;
        cell.Paper.Blocks = Story(xml);
        _cell = outer;
        if (!cell.IsShown) return;
        row.Columns += cell.Paper.Columns;
        if (row.Columns > MostColumns) throw new UnreadableException(PackageFault.TooLarge, _part);
        if (cell.ContinuesLeft && row.Cells.Count > 0) row.Cells[^1].Paper.Columns += cell.Paper.Columns;
        else row.Cells.Add(cell);
    }

    private void Properties(PartReader xml, WordCell cell)
    {
        foreach (var name in xml.Children())
        {
            if (name == "gridSpan") cell.Paper.Columns = Math.Max(1, Count(xml));
            else if (name == "vMerge") cell.ContinuesAbove = xml["val"] is not "restart";
            else if (name == "hMerge") cell.ContinuesLeft = xml["val"] is not "restart";
            else if (name == "cellDel") cell.IsShown = false;
        }
    }

    private int Count(PartReader xml) =>
        int.TryParse(xml["val"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostColumns ? count
            : throw new UnreadableException(PackageFault.Damaged, _part);

    private sealed class Field
    {
        public bool IsResult { get; set; }
        public string Code { get; set; } = "";
        public bool IsSum => Sums(Code);

        public static bool Sums(string code) => code.TrimStart().StartsWith('=');

        /// <summary>Where a link that is a field leads; null for others.</summary>
        public string? Address => Code.TrimStart().StartsWith("HYPERLINK \"", StringComparison.Ordinal) ? Code.Split('"')[1] : null;
    }

    private sealed class WordNote(List<Block> blocks)
    {
        public List<Block> Blocks { get; } = blocks;
        public bool IsRead { get; set; }
    }
}
