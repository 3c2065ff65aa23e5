using System.Collections.Immutable;
using System.Globalization;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;

namespace ReportCompiler.Projects;

/// <summary>Reads reportc.yaml.</summary>
public sealed class ProjectReader
{
    private static readonly string[] ContactFields = ["单位", "地址", "邮编", "电话", "网址"];

    private readonly Findings _findings;
    private readonly Document _document;
    private readonly Fields _fields;

    private ProjectReader(Findings findings, Document document, Fields fields)
    {
        _findings = findings;
        _document = document;
        _fields = fields;
    }

    /// <summary>Reads a project; null, with findings, if anything in it is faulty: nothing is compiled from a project in doubt.</summary>
    public static Project? Read(Findings findings, ProjectSources sources)
    {
        var own = findings.ForReading();
        var editions = Editions.With(own, sources.Editions);
        var document = YamlReader.Read(own, sources.Project);
        var fields = document is null ? null : Fields.Of(own, document, document.Root, areNames: true);
        var project = fields is null || editions is null ? null
            : new ProjectReader(own, document!, fields).ReadProject(editions, LocalRules.Read(own, sources.Rules, editions));
        findings.AddRange(own.All);
        return own.HasErrors ? null : project;
    }

    /// <summary>
    /// What stands under 共享 of a reportc.yaml, as <see cref="Project.Shared"/>; nothing if that is faulty. For who must know it to
    /// read the editions and rules that the project is made of.
    /// </summary>
    public static IEnumerable<string> ReadShared(Source project)
    {
        var unheard = new Findings();
        return YamlReader.Read(unheard, project) is { } document && Fields.Of(unheard, document, document.Root) is { } fields
            ? ReadShared(unheard, document, fields) : [];
    }

    private static IEnumerable<string> ReadShared(Findings findings, Document document, Fields fields)
    {
        foreach (var node in fields.List("共享"))
        {
            if (node is Scalar { IsNull: false } scalar && scalar.Value.AsSpan().Trim().Length > 0 && !scalar.Value.Contains('\0'))
                yield return scalar.Value;
            else if (node is not Faulty) findings.Add(Errors.Fields.NotText(document.At(node), "共享"));
        }
    }

    private Project ReadProject(Editions editions, LocalRules rules)
    {
        var authority = _fields.Required("机关");
        var project = new Project
        {
            Authority = authority,
            AuthorityAt = _fields.At(_fields.Scalar("机关") ?? (Node)_fields.Map),
            ShortName = _fields.Text("简称") ?? authority,
            Contact = ReadContact(),
            Published = [.. ReadPublished()],
            Roster = _fields.Node("单位") is null ? null : ReadRoster(),
            Children = [.. ReadChildren()],
            Shared = [.. ReadShared(_findings, _document, _fields)],
            Indicators = ReadIndicators(),
            Style = ReadStyle(),
            Outputs = ReadOutputs(),
            NamedEditions = ReadNamedEditions(editions),
            Severities = [.. ReadSeverities(editions, rules)],
            Deadlines = ReadDeadlines(),
            Editions = editions,
            LocalRules = rules.For,
            Source = _document.Source,
        };
        _fields.Close();
        return project;
    }

    private Fields? FieldsOf(Node node) => Fields.Of(_findings, _document, node, areNames: true);

    private ImmutableArray<KeyValuePair<string, string>> ReadContact()
    {
        if (_fields.Node("联系方式") is not { } node || FieldsOf(node) is not { } fields) return [];
        var contact = ContactFields.Select(name => KeyValuePair.Create(name, fields.Text(name))).Where(c => c.Value is not null);
        ImmutableArray<KeyValuePair<string, string>> read = [.. contact!];
        fields.Close();
        return read;
    }

    private IEnumerable<KeyValuePair<int, PublicationDate>> ReadPublished()
    {
        foreach (var (year, value) in Years("发布日期"))
            if (Date(value) is { } date) yield return KeyValuePair.Create(year, new PublicationDate(date, _document.At(value)));
    }

    private ImmutableArray<RosterEntry> ReadRoster()
    {
        var roster = _fields.List("单位").Select(ReadUnit).OfType<RosterEntry>().ToImmutableArray();
        foreach (var twice in roster.GroupBy(u => u.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            _findings.Add(Errors.Projects.ListedTwice(twice.ElementAt(1).Location, twice.Key, twice.First().Location));
        foreach (var alike in roster.GroupBy(u => Names.Alike(u.Name), StringComparer.Ordinal))
            if (alike.FirstOrDefault(u => u.Name != alike.First().Name) is { } other)
                _findings.Add(Errors.Projects.Alike(other.Location, other.Name, alike.First().Name, alike.First().Location));
        var names = roster.Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in roster)
            foreach (var predecessor in unit.Predecessors.Where(p => !names.Contains(p)))
                _findings.Add(Errors.Projects.UnknownPredecessor(unit.Location, predecessor, Names.Nearest(predecessor, names)));
        return roster;
    }

    private RosterEntry? ReadUnit(Node node)
    {
        if (node is Scalar { IsNull: false } name)
        {
            if (_document.Unseen(name, isName: true) is { } unseen) _findings.Add(unseen);
            return new RosterEntry(name.Value, null, null, [], _document.At(name));
        }
        if (node is Scalar)
        {
            _findings.Add(Errors.Fields.NotText(_document.At(node), "单位"));
            return null;
        }
        if (FieldsOf(node) is not { } fields) return null;
        var at = fields.At(fields.Scalar("名称") ?? node);
        var unit = new RosterEntry(fields.Required("名称"), fields.Number("自"), fields.Number("至"), [.. fields.Texts("前身")], at);
        if (unit is { From: { } from, To: { } to } && from > to) _findings.Add(Errors.Projects.EndsBeforeItBegins(at, unit.Name, from, to));
        fields.Close();
        return unit;
    }

    private IEnumerable<NestedFolders> ReadChildren()
    {
        foreach (var node in _fields.List("下级"))
        {
            // What is written below another folder would be written outside the parent's out.
            if (node is not Scalar { IsNull: false } scalar) _findings.Add(Errors.Fields.NotText(_document.At(node), "下级"));
            else if (scalar.Value.Contains('\\') || scalar.Value.Split('/').Any(step => step is "" or "." or ".."))
                _findings.Add(Errors.Projects.NotBelow(_document.At(scalar), scalar.Value));
            else yield return new NestedFolders(scalar.Value, _document.At(scalar));
        }
    }

    private ImmutableArray<Indicator> ReadIndicators()
    {
        var indicators = ImmutableArray.CreateBuilder<Indicator>();
        foreach (var node in _fields.List(Indicator.Group))
        {
            if (FieldsOf(node) is not { } fields) continue;
            var key = fields.Required("键");
            var label = fields.Text("名称") ?? key;
            var unit = fields.Text("计量") ?? "";
            var summary = fields.Choice("汇总", ("求和", Summary.Sum), ("最大", Summary.Largest), ("不汇总", Summary.None)) ?? Summary.Sum;
            var decimals = fields.Choice("小数", ("允许", true), ("不允许", false)) ?? unit.EndsWith('元');
            fields.Close();
            if (key.Length > 0 && !Identifier.IsKey(key))
                _findings.Add(Errors.Projects.NotAnIdentifier(fields.At(fields.Scalar("键")!), key));
            else if (indicators.FirstOrDefault(i => i.Key != key && IsAlike(i, key, label)) is { } alike)
                _findings.Add(Errors.Projects.Alike(fields.At(node), label, alike.Label, null));
            else if (indicators.Any(i => i.Key == key)) _findings.Add(Errors.Projects.ListedTwice(fields.At(node), key, null));
            else indicators.Add(new Indicator(indicators.Count, key, label, unit, summary, decimals ? ValueKind.Amount : ValueKind.Count));
        }
        return indicators.ToImmutable();
    }

    private static bool IsAlike(Indicator indicator, string key, string label) =>
        Names.Alike(indicator.Key) == Names.Alike(key) || Names.Alike(indicator.Label) == Names.Alike(label);

    private PrintStyle ReadStyle()
    {
        if (_fields.Node("版式") is not { } node || FieldsOf(node) is not { } fields) return new(BlankZeros: false, Decimals: null);
        var blank = fields.Choice("零值", ("填零", false), ("留空", true)) ?? false;
        var decimals = fields.Choice("小数", ("0", 0), ("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5), ("6", 6));
        fields.Close();
        return new(blank, decimals);
    }

    private ImmutableArray<string> ReadOutputs()
    {
        var names = new List<string>();
        foreach (var node in _fields.List("输出"))
        {
            if (node is not Scalar { IsNull: false } name) _findings.Add(Errors.Fields.NotText(_document.At(node), "输出"));
            else if (!Outputs.All.Contains(name.Value, StringComparer.Ordinal))
                _findings.Add(Errors.Fields.NotOneOf(_document.At(name), "输出", name.Value, Outputs.All));
            else names.Add(name.Value);
        }
        return names.Count > 0 ? [.. names] : Outputs.Default;
    }

    private IEnumerable<KeyValuePair<string, Severity>> ReadSeverities(Editions editions, LocalRules rules)
    {
        if (_fields.Node("规则") is not { } node || FieldsOf(node) is not { } fields) yield break;
        var known = Catalogue.All.Select(r => (r.Name, r.Severity))
            .Concat(editions.Keys.SelectMany(k => editions.Find(k)!.Rules).Select(r => (r.Rule.Name, r.Rule.Severity)))
            .Concat(rules.Names(editions)).ToList();
        foreach (var entry in fields.Map.Entries)
        {
            var name = entry.Key.Value;
            if (!known.Exists(k => k.Name == name))
            {
                _findings.Add(Errors.Keys.Unknown(_document.At(entry.Key), name, Names.Nearest(name, known.Select(k => k.Name)), []));
                continue;
            }
            if (known.Exists(k => k.Name == name && k.Severity == Severity.Error))
            {
                _findings.Add(Errors.Projects.ErrorByNature(_document.At(entry.Key), name));
                continue;
            }
            var severity = fields.Choice(name, SeverityWords.Choices);
            if (severity is { } chosen) yield return KeyValuePair.Create(name, chosen);
        }
    }

    private (MonthDay, MonthDay) ReadDeadlines()
    {
        // Article 49: departments publish by 31 January, governments by 31 March.
        var units = new MonthDay(1, 31);
        var report = new MonthDay(3, 31);
        if (_fields.Node("期限") is not { } node || FieldsOf(node) is not { } fields) return (units, report);
        units = Day(fields, "单位") ?? units;
        report = Day(fields, "汇总") ?? report;
        fields.Close();
        return (units, report);
    }

    private MonthDay? Day(Fields fields, string name)
    {
        if (fields.Scalar(name) is not { } scalar) return null;
        // A leap year, so that 02-29 is a day.
        if (Dates.Read("2024-" + scalar.Value) is { } date) return new MonthDay(date.Month, date.Day);
        _findings.Add(Errors.Fields.NotADate(_document.At(scalar), scalar.Value, "01-31"));
        return null;
    }

    private IEnumerable<(int Year, Scalar Value)> Years(string name)
    {
        foreach (var entry in _fields.Entries(name))
        {
            if (!Years4(entry.Key.Value, out var year)) _findings.Add(Errors.Fields.NotAYear(_document.At(entry.Key), entry.Key.Value));
            else if (entry.Value is Scalar { IsNull: false } value) yield return (year, value);
            else if (entry.Value is not Faulty) _findings.Add(Errors.Fields.NotText(_document.At(entry.Value), name));
        }
    }

    private ImmutableArray<NamedEdition> ReadNamedEditions(Editions editions)
    {
        var named = new List<(NamedEdition Named, Scalar At)>();
        foreach (var entry in _fields.Entries("格式"))
        {
            if (ReadSpan(entry.Key) is not var (from, to)) continue;
            if (entry.Value is not Scalar { IsNull: false } value)
            {
                if (entry.Value is not Faulty) _findings.Add(Errors.Fields.NotText(_document.At(entry.Value), "格式"));
                continue;
            }
            if (!IsEdition(value, editions)) continue;
            var one = new NamedEdition(from, to, value.Value);
            if (named.Find(n => Overlap(n.Named, one)) is { Named: not null } other)
                _findings.Add(Errors.Projects.YearsOverlap(
                    _document.At(entry.Key), entry.Key.Value, other.At.Value, _document.At(other.At)));
            named.Add((one, entry.Key));
        }
        return [.. named.Select(n => n.Named).OrderBy(n => !n.IsOfOne)];

        // A year beats a range that it lies in; two ranges, or two of one year, leave it open which is meant.
        static bool Overlap(NamedEdition a, NamedEdition b) => a.IsOfOne == b.IsOfOne && (a.IsFor(b.From) || b.IsFor(a.From));
    }

    /// <summary>A year, <c>2019..2020</c> or <c>2027..</c>; null, with a finding, if it is neither.</summary>
    private (int From, int? To)? ReadSpan(Scalar key)
    {
        var text = key.Value;
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var (first, last) = dots < 0 ? (text, text) : (text[..dots], text[(dots + 2)..]);
        var to = 0;
        if (!Years4(first, out var from) || (last.Length > 0 && !Years4(last, out to)))
            _findings.Add(Errors.Projects.NotYears(_document.At(key), text));
        else if (last.Length > 0 && to < from) _findings.Add(Errors.Projects.EmptyYears(_document.At(key), text, $"{last}..{first}"));
        else return (from, last.Length > 0 ? to : null);
        return null;
    }

    private bool IsEdition(Scalar value, Editions editions)
    {
        if (editions.Find(value.Value) is not null) return true;
        _findings.Add(Errors.Projects.UnknownEdition(_document.At(value), value.Value, editions.Keys));
        return false;
    }

    private DateOnly? Date(Scalar value)
    {
        if (Dates.Read(value.Value) is { } date) return date;
        _findings.Add(_document.NotADate(value, "2022-03-18"));
        return null;
    }

    private static bool Years4(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && text.Length == 4;
}
