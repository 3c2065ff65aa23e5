using System.Collections.Immutable;
using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Forms;

/// <summary>Reads an edition file, checks it as a whole, and reports its faults with their lines.</summary>
public sealed class EditionReader
{
    // A hundred times what any form has: how totals are made of each other is followed for each of them.
    private const int MostCells = 20_000;
    private const int MostRules = 500;

    private readonly Findings _findings;
    private readonly Document _document;

    private EditionReader(Findings findings, Document document)
    {
        _findings = findings;
        _document = document;
    }

    /// <summary>Reads an edition; null, with findings, where it has any fault.</summary>
    public static Edition? Read(Findings findings, Source source)
    {
        var own = new Findings();
        var document = YamlReader.Read(own, source);
        var edition = document is null ? null : new EditionReader(own, document).ReadEdition();
        findings.AddRange(own.All);
        return own.HasErrors ? null : edition;
    }

    private Edition? ReadEdition()
    {
        if (Fields.Of(_findings, _document, _document.Root) is not { } fields) return null;
        var key = fields.Required("版本");
        if (fields.Scalar("版本") is { } name && !Identifier.IsEditionName(key))
            _findings.Add(Errors.Editions.NotAnEditionName(fields.At(name), key));
        _ = fields.Required("自");
        var from = fields.Number("自") ?? 0;
        // Whoever copies an edition and changes one of the two lines alone would have it in force in the wrong years.
        if (from > 0 && IsAnotherYear(key, from))
            _findings.Add(Errors.Editions.OtherBeginning(fields.At(fields.Scalar("自")!), key, from, fields.At(fields.Scalar("版本")!)));
        var basis = fields.Required("依据");
        var title = fields.Required("标题");
        if (fields.Scalar("标题") is { } titled)
            WordingReader.CheckPlaces(_findings, fields.At(titled), title, ["简称", .. Wording.PlacesOf("年度")]);
        var footnote = fields.Text("脚注");
        var wording = fields.Node("用语") is { } words ? WordingReader.Read(_findings, _document, words) : Wording.OfForm;
        var skeleton = fields.Scalar("叙述") is { } prose ? new Skeleton(prose.Value, fields.At(prose)) : null;
        var sections = fields.List("章节").Select(ReadSection).OfType<Section>().ToImmutableArray();
        var tables = fields.List("表");
        if (tables.Count == 0) _findings.Add(Errors.Fields.Missing(fields.At(fields.Map), "表"));
        var sketch = new FormReader(_findings, _document, ImmutableDictionary<string, CellRole>.Empty, wording).Read(tables);
        var ruleNodes = fields.List("规则");
        var figureNodes = fields.List("附表");
        var formerNodes = fields.List("沿革");
        var phraseNode = fields.Node("行文");
        fields.Close();
        if (sketch.Cells.Length > MostCells)
            _findings.Add(Errors.Editions.TooMany(fields.At(fields.Map), new("格", "cells"), sketch.Cells.Length, MostCells));
        if (ruleNodes.Count > MostRules)
            _findings.Add(Errors.Editions.TooMany(fields.At(fields.Map), new("条规则", "rules"), ruleNodes.Count, MostRules));
        CheckSectionsDiffer(fields);
        if (_findings.HasErrors) return null;

        // Which cells are totals the rules say, and rules are read over cells: the form is read again, its totals known.
        var roles = Derivations.RolesOf(new RuleReader(new Findings(), _document, sketch).Read(ruleNodes));
        var reader = new FormReader(new Findings(), _document, roles, wording);
        var form = reader.Read(tables);
        var rules = new RuleReader(_findings, _document, form).Read(ruleNodes);
        var keyFigures = figureNodes.Select(n => ReadKeyFigure(n, form)).OfType<KeyFigure>().ToImmutableArray();
        var correspondences = new CorrespondenceReader(_findings, _document, form).Read(formerNodes);
        var phrasing = phraseNode is null ? null : new PhraseReader(_findings, _document, form, sections).Read(phraseNode);
        CheckSections(form, fields);
        if (_findings.HasErrors) return null;
        var derivations = Derivations.Of(rules, out var circle);
        if (circle is not null) _findings.Add(Errors.Editions.Circle(circle.Value.At, circle.Value.Total.Path));
        else TotalsCheck.Run(_findings, reader, rules, derivations);
        return _findings.HasErrors ? null : new Edition(form, derivations)
        {
            Key = key,
            At = fields.At(fields.Scalar("版本")!),
            From = from,
            Basis = basis,
            Title = title,
            Sections = sections,
            Rules = rules,
            KeyFigures = keyFigures,
            LazyPhrasing = phrasing is null ? null : new Lazy<Phrasing>(phrasing),
            Footnote = footnote,
            Wording = wording,
            Skeleton = skeleton,
            Correspondences = correspondences,
        };
    }

    private static bool IsAnotherYear(string key, int year) =>
        key.Length == 4 && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var named) && named != year;

    private void CheckSections(Form form, Fields fields)
    {
        foreach (var table in fields.List("章节").OfType<Mapping>().Select(s => s["表"]).OfType<Scalar>())
        {
            if (table.IsNull || form.FindTable(table.Value) is not null) continue;
            var nearest = Names.Nearest(table.Value, form.Tables.Select(t => t.Key));
            _findings.Add(Errors.Editions.UnknownName(fields.At(table), table.Value, nearest));
        }
    }

    /// <summary>A narrative is placed by the numbers of its sections: no two are alike.</summary>
    private void CheckSectionsDiffer(Fields fields)
    {
        var first = new Dictionary<string, Scalar>(StringComparer.Ordinal);
        foreach (var ordinal in fields.List("章节").OfType<Mapping>().Select(s => s["序"]).OfType<Scalar>().Where(o => !o.IsNull))
            if (!first.TryAdd(ordinal.Value, ordinal))
                _findings.Add(Errors.Editions.SectionTwice(fields.At(ordinal), ordinal.Value, fields.At(first[ordinal.Value])));
    }

    private Section? ReadSection(Node node)
    {
        if (Fields.Of(_findings, _document, node) is not { } fields) return null;
        var (ordinal, heading, gloss) = (fields.Required("序"), fields.Required("标题"), fields.Required("英文"));
        var section = new Section(ordinal, heading, gloss, [.. fields.Texts("又作")], fields.Text("表"));
        fields.Close();
        return section;
    }

    private KeyFigure? ReadKeyFigure(Node node, Form form)
    {
        if (Fields.Of(_findings, _document, node) is not { } fields) return null;
        var path = fields.Required("单元格");
        var label = fields.Required("题");
        fields.Close();
        if (form.Find(path) is { } cell) return new KeyFigure(cell, label);
        if (path.Length > 0) _findings.Add(Errors.Editions.UnknownName(fields.At(fields.Scalar("单元格")!), path, form.Nearest(path)));
        return null;
    }
}
