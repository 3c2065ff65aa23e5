using Reportc.Files;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Explaining;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace Reportc.Commands.Completions;

/// <summary>Words that come from the project around, or from the one <c>-p</c> names: its years, units, cells and rules.</summary>
internal sealed class ProjectWords
{
    private readonly List<(ProjectFolder Folder, Project? Project)> _projects;
    private readonly Language _language;

    public ProjectWords(string? named, Host host, Language language)
    {
        _language = language;
        // A faulty project has no units to propose, but its years are folders all the same.
        _projects = [.. Folders(named, host).Select(f => (f, f.Read(new Findings())))];
    }

    private static IEnumerable<ProjectFolder> Folders(string? named, Host host)
    {
        if (named is null) return ProjectFolder.Around(host.Folder) is { } around ? [around] : [];
        var folder = Path.GetFullPath(named, host.Folder);
        if (ProjectFolder.Is(folder)) return [new ProjectFolder(folder)];
        var below = Disk.Folders(folder).Select(n => Path.Join(folder, n));
        return below.Where(ProjectFolder.Is).Select(f => new ProjectFolder(f));
    }

    /// <summary>The years with data, newest first; behind <c>2019..</c> the ends of a range.</summary>
    public IEnumerable<Proposal> Years(string word)
    {
        var years = _projects.SelectMany(p => p.Folder.Years).Distinct().OrderDescending().ToList();
        var dots = word.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return years.Select(y => new Proposal(Written(y)));
        if (ProjectLayout.Year(word[..dots]) is not { } from) return [];
        return years.Where(y => y > from).Select(y => new Proposal($"{word[..dots]}..{Written(y)}"));
    }

    /// <summary>The units due in the first year that is typed already, or all; without a roster those that filed last.</summary>
    public IEnumerable<Proposal> Units(IEnumerable<string> typed)
    {
        var year = typed.Select(ProjectLayout.Year).FirstOrDefault(y => y is not null);
        return _projects.SelectMany(Names).Distinct(StringComparer.Ordinal).Select(n => new Proposal(n));

        IEnumerable<string> Names((ProjectFolder Folder, Project? Project) of) => of.Project?.Roster is { } roster
            ? roster.Where(u => year is null || u.IsDue(year.Value)).Select(u => u.Name) : Filed(of.Folder, year ?? int.MaxValue);
    }

    /// <summary>Who filed in the latest year up to one; of a file without a name that can be read nobody.</summary>
    private static IEnumerable<string> Filed(ProjectFolder folder, int year)
    {
        var latest = folder.Years.Where(y => y <= year).DefaultIfEmpty(folder.Years.DefaultIfEmpty().Min()).Max();
        var names = folder.Sources(latest)?.Data.Select(FilingReader.UnitOf) ?? [];
        return names.OfType<string>().Order(StringComparer.Ordinal);
    }

    /// <summary>The editions of the form and the project's own.</summary>
    public IEnumerable<Proposal> Editions()
    {
        var known = _projects.Select(p => p.Project?.Editions).OfType<Editions>().DefaultIfEmpty(OfForm);
        return known.SelectMany(e => e.Keys).Distinct(StringComparer.Ordinal).Select(k => new Proposal(k));
    }

    private static Editions OfForm => ReportCompiler.Forms.Editions.OfForm;

    /// <summary>The rules by code and name.</summary>
    public IEnumerable<Proposal> Rules()
    {
        var all = _projects.Select(p => p.Project).DefaultIfEmpty(null).SelectMany(p => Explanations.RulesOf(p));
        var rules = all.DistinctBy(r => r.Code, StringComparer.Ordinal).ToList();
        return rules.Select(r => Of(r.Name, r)).Concat(rules.Select(r => Of(r.Code, r)));

        Proposal Of(string word, Rule rule) => new(word, rule.Title.In(_language));
    }

    /// <summary>The next step of a cell path; if nothing begins with the word, the cells whose paths hold it.</summary>
    public IEnumerable<Proposal> Cells(string word)
    {
        var forms = Forms();
        var indicators = _projects.SelectMany(p => p.Project?.Indicators ?? []).ToList();
        var cells = forms.SelectMany(e => e.Cells).Select(c => c.Path);
        var paths = cells.Concat(indicators.Select(i => i.Path)).Distinct(StringComparer.Ordinal).ToList();
        var begun = paths.Where(p => p.StartsWith(word, StringComparison.Ordinal));
        var found = begun.Select(p => ToNextDot(p, word.Length)).Distinct(StringComparer.Ordinal).ToList();
        if (found.Count == 0) found = paths.FindAll(p => Holds(p, word));
        return found.Select(p => new Proposal(p, Meaning(forms, indicators, p.TrimEnd('.'))));
    }

    /// <summary>
    /// Whether a path holds the steps of a word in their order, others between them: the groups of the form are easily left out.
    /// </summary>
    private static bool Holds(string path, string word)
    {
        var at = 0;
        foreach (var step in word.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            at = path.IndexOf(step, at, StringComparison.Ordinal);
            if (at < 0) return false;
            at += step.Length;
        }
        return true;
    }

    private static string ToNextDot(string path, int from)
    {
        var dot = path.IndexOf('.', from);
        return dot < 0 ? path : path[..(dot + 1)];
    }

    /// <summary>What a step stands for: its label if that says more, in English its gloss.</summary>
    private string Meaning(List<Edition> forms, List<Indicator> indicators, string path)
    {
        if (indicators.Find(i => i.Path == path) is { } indicator) return indicator.Label;
        foreach (var form in forms)
            if (Named(form, path) is var (key, label, gloss))
                return _language == Language.English ? gloss : label == key ? "" : label;
        return "";
    }

    private static (string Key, string Label, string Gloss)? Named(Edition form, string path)
    {
        var parts = path.Split('.');
        if (form.FindTable(parts[0]) is not { } table) return null;
        if (parts.Length == 1) return (table.Key, table.Caption, table.Gloss);
        Row? row = null;
        for (var i = 1; i < parts.Length; i++)
        {
            if ((row is null ? table.Find(parts[i]) : row.IsGroup ? row.Find(parts[i]) : null) is { } next) row = next;
            else return row is not null && form.Find(path)?.Column is { Key: { } key } column ? (key, column.Label, column.Gloss) : null;
        }
        return (parts[^1], row!.Label, row.Gloss);
    }

    /// <summary>The editions in use, the newest year's first; the newest of all if there is no year.</summary>
    private List<Edition> Forms()
    {
        var used = _projects.SelectMany(p => FormsOf(p.Folder, p.Project)).Distinct().ToList();
        if (used.Count > 0) return used;
        return OfForm.For(int.MaxValue) is { } newest ? [newest] : [];
    }

    private static IEnumerable<Edition> FormsOf(ProjectFolder folder, Project? project) =>
        folder.Years.OrderDescending().Select(y => project?.EditionFor(y) ?? OfForm.For(y)).OfType<Edition>();

    private static string Written(int year) => ProjectLayout.Digits(year);
}
