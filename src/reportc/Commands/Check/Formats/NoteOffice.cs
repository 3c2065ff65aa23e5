using System.Globalization;
using Reportc.Projects;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Projects;

namespace Reportc.Commands.Check.Formats;

/// <summary>The office that writes a note: what it signs with, and the forms that its data files were read from.</summary>
/// <param name="session">The run.</param>
/// <param name="folder">Its project; null for files outside any.</param>
internal sealed class NoteOffice(Session session, ProjectFolder? folder)
{
    // As the contact line of reportc.yaml calls them.
    private static readonly Dictionary<string, Text> Labels = new(StringComparer.Ordinal)
    {
        ["地址"] = new("地址", "address"),
        ["邮编"] = new("邮编", "post code"),
        ["电话"] = new("电话", "telephone"),
        ["网址"] = new("网址", "website"),
    };

    private readonly Project? _project = folder?.Read(new Findings());
    private readonly Dictionary<string, NoteForm?> _forms = new(StringComparer.Ordinal);

    /// <summary>Who writes, how to reach them, and the date, if it is given.</summary>
    public IEnumerable<string> Signature(DateOnly? date)
    {
        if (_project is { } project)
        {
            var contact = project.Contact.ToDictionary(StringComparer.Ordinal);
            yield return contact.GetValueOrDefault("单位") ?? project.Authority;
            var said = Labels.Where(l => contact.ContainsKey(l.Key)).Select(l => new Text(
                $"{l.Value.Chinese}：{contact[l.Key]}", $"{l.Value.English}: {contact[l.Key]}")).ToList();
            if (said.Count > 0)
                yield return session.Say(new(
                    string.Join('；', said.Select(s => s.Chinese)), string.Join("; ", said.Select(s => s.English))));
        }
        if (date is { } day)
            yield return session.Say(new(
                string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日"),
                day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    /// <summary>The form that a data file says it was read from; null if it says nothing of the kind.</summary>
    /// <param name="file">The data file as it is shown.</param>
    public NoteForm? FormOf(string file)
    {
        if (folder is null || _project is null) return null;
        if (!_forms.TryGetValue(file, out var form))
        {
            var path = Session.Slashed(Path.GetRelativePath(folder.Root, session.Full(file)));
            _forms.Add(file, form = NoteForm.Of(folder, _project, path));
        }
        return form;
    }
}
