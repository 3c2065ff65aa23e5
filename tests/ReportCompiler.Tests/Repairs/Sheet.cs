using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Repairs;
using ReportCompiler.Rules;
using ReportCompiler.Sources;

namespace ReportCompiler.Tests.Repairs;

/// <summary>A unit's statutory figures in a test: read from a file, made consistent, drawn at random, or spoiled.</summary>
internal sealed class Sheet
{
    private static readonly SourceText NoFile = new("data/unit.yaml", "");

    private readonly Figure[] _figures;

    private Sheet(Edition edition, Figure[] figures) => (Edition, _figures) = (edition, figures);

    /// <summary>The form.</summary>
    public Edition Edition { get; }

    /// <summary>The number in a cell; writing it states the cell, and a 无 that stood for its row is gone.</summary>
    public long this[Cell cell]
    {
        get => (long)_figures[cell.Index].Value;
        set
        {
            var was = _figures[cell.Index];
            for (var i = 0; was.IsInherited && i < _figures.Length; i++)
                if (_figures[i].IsInherited && _figures[i].Span == was.Span) _figures[i] = default;
            _figures[cell.Index] = new Figure(FigureState.Number, value, default);
        }
    }

    /// <summary>The number in the cell of a path.</summary>
    public long this[string path]
    {
        get => this[Edition.Find(path)!];
        set => this[Edition.Find(path)!] = value;
    }

    /// <summary>A sheet with nothing on it.</summary>
    public static Sheet Empty(Edition edition) => new(edition, new Figure[edition.Cells.Length]);

    /// <summary>Another sheet with the same figures.</summary>
    public Sheet Copy() => new(Edition, [.. _figures]);

    /// <summary>Another sheet whose figures are so many times as large.</summary>
    public Sheet Times(int scale) => new(Edition, Array.ConvertAll(_figures, f => f with { Value = f.Value * scale }));

    /// <summary>Whether a cell has a figure.</summary>
    public bool IsStated(Cell cell) => _figures[cell.Index].IsStated;

    /// <summary>Whether a cell has a figure of its own, not only the 无 of its row.</summary>
    public bool IsExplicit(Cell cell) => _figures[cell.Index].IsExplicit;

    /// <summary>Writes 无 for a row.</summary>
    public void Nothing(Row row)
    {
        foreach (var cell in row.Cells)
            _figures[cell.Index] =
                new Figure(FigureState.None, 0, new Span(row.Cells[0].Index + 1, 1, row.Cells[0].Index + 1, 2), IsInherited: true);
    }

    /// <summary>Leaves a cell to be filled in.</summary>
    public void LeaveOpen(string path) => _figures[Edition.Find(path)!.Index] = new Figure(FigureState.Unfilled, 0, default);

    /// <summary>Takes a cell's figure away.</summary>
    public void Clear(string path) => _figures[Edition.Find(path)!.Index] = default;

    /// <summary>The published tables among the cases, as their files are.</summary>
    public static IEnumerable<(string Name, Filing Filing)> Published() =>
        from folder in Directory.GetDirectories(Path.Combine(Repository.Root, "tests", "ReportCompiler.Tests", "Cases"), "Real*")
            .Order(StringComparer.Ordinal)
        from year in Directory.GetDirectories(Path.Combine(folder, "input", "data")).Order(StringComparer.Ordinal)
        from file in Directory.GetFiles(year, "*.yaml")
        let name = $"{Path.GetFileName(folder)} {Path.GetFileName(year)}"
        select (name, Read(new Source(name, File.ReadAllBytes(file))));

    /// <summary>Reads a data file.</summary>
    public static Filing Read(Source source)
    {
        var year = FilingReader.YearOf(source)!.Value;
        return FilingReader.Read(new Findings(), source, Editions.OfForm.For(year)!, null, year)!;
    }

    /// <summary>The figures of a filing, every cell of an equation stated, totals computed, and what was received balanced.</summary>
    public static Sheet Consistent(Filing filing)
    {
        var sheet = Empty(filing.Figures.Edition);
        foreach (var cell in sheet.Edition.Cells)
            if (cell.Kind == ValueKind.Count) sheet[cell] = (long)filing.Figures[cell].Value;
        return sheet.Balance();
    }

    /// <summary>
    /// A unit drawn at random, filled as the published tables are: in their 184 rows natural persons have a figure in 39 of 100,
    /// the others only beside them (33, 0, 13, 17 and 19 of 100), and sizes go from a village's to a province's.
    /// </summary>
    public static Sheet Random(Edition edition, Random random)
    {
        var sheet = Empty(edition);
        var size = Math.Pow(10, 1 + 3 * random.NextDouble());
        foreach (var row in edition.Tables.SelectMany(t => t.Leaves))
        {
            var lead = row.Cells[0].Table.Key == "依申请公开" ? Draw(0.39, size) : size;
            foreach (var cell in row.Cells)
            {
                if (cell.Kind != ValueKind.Count) continue;
                sheet[cell] = cell.Column.Key switch
                {
                    "自然人" => (long)lead,
                    "商业企业" => Draw(0.33, lead / 10),
                    "科研机构" => Draw(0.01, lead / 10),
                    "社会公益组织" => Draw(0.13, lead / 10),
                    "法律服务机构" => Draw(0.17, lead / 10),
                    "其他" => Draw(0.19, lead / 10),
                    _ => Draw(0.4, size),
                };
            }
        }
        return sheet.Balance();

        long Draw(double often, double most) =>
            random.NextDouble() < often && most > 0 ? (long)Math.Ceiling(Math.Pow(Math.Max(1, most), random.NextDouble())) : 0;
    }

    /// <summary>Makes every equation hold: what was received, or what is carried on, becomes what the outcomes need.</summary>
    private Sheet Balance()
    {
        Total();
        foreach (var column in Edition.FindTable("依申请公开")!.Leaves.First().Cells.Select(c => c.Column.Key))
        {
            if (column == "总计") continue;
            var received = this[$"依申请公开.办理结果.总计.{column}"]
                + this[$"依申请公开.结转下年度.{column}"] - this[$"依申请公开.上年结转.{column}"];
            this[$"依申请公开.本年新收.{column}"] = Math.Max(0, received);
            if (received < 0) this[$"依申请公开.结转下年度.{column}"] -= received;
        }
        return Total();
    }

    private Sheet Total()
    {
        foreach (var derivation in Edition.Derivations)
            this[derivation.Total] = derivation.Operands.Sum(o => o.Sign * o.Cells.Sum(c => this[c]));
        return this;
    }

    /// <summary>The sheet after a repair.</summary>
    public Sheet With(Repair repair)
    {
        var mended = Copy();
        foreach (var edit in repair.Edits) mended[edit.Cell] = (long)edit.To;
        return mended;
    }

    /// <summary>Whether every equation of the form holds and no figure is below 0.</summary>
    public bool IsConsistent()
    {
        var figures = new Figures(Edition, [.. _figures], []);
        return Edition.Rules.Where(r => r.Rule.Severity == Severity.Error).SelectMany(r => r.Equations)
            .All(e => EquationCheck.Evaluate(e, figures, null).Outcome != Outcome.Broken)
            && _figures.All(f => f.Value >= 0);
    }

    /// <summary>The sheet as a file that was read, with figures of indicators; of a table they may stand under a wrong name.</summary>
    public Filing Filed(
        int year = 2021, string unit = "单位", ImmutableArray<Figure> indicators = default, string? doubtful = null) => new()
        {
            Doubtful = doubtful is null ? [] : [doubtful],
            Unit = unit,
            Year = year,
            Submitted = null,
            Source = NoFile,
            UnitSpan = default,
            Figures = new Figures(Edition, [.. _figures], indicators.IsDefault ? [] : indicators),
            Notes = ImmutableDictionary<string, Note>.Empty,
            IsSound = true,
        };
}
