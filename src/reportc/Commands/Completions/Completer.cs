using System.CommandLine;
using Reportc.Shell;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace Reportc.Commands.Completions;

/// <summary>
/// What may stand where the cursor is, found from the commands themselves: a new command, option or value is proposed as soon
/// as it is there.
/// </summary>
/// <param name="root">The commands.</param>
/// <param name="project">The option that names the project.</param>
/// <param name="host">The surroundings.</param>
/// <param name="language">The language of meanings.</param>
internal sealed class Completer(Command root, Option project, Host host, Language language)
{
    /// <summary>The shells there are scripts for.</summary>
    public static readonly string[] Shells = ["bash", "zsh", "fish", "powershell"];

    /// <summary>Proposes words for a place of the command line.</summary>
    /// <param name="words">The words so far, without the program's name.</param>
    /// <param name="index">Which of them the cursor is in; one beyond the last begins a new one.</param>
    public Proposals At(IReadOnlyList<string> words, int index)
    {
        var word = index < words.Count ? words[index] : "";
        var typed = TypedWords.Of(root, words.Take(index));
        if (typed.IsUnknown) return Proposals.None;
        if (typed.Awaiting is { } option) return ValuesOf(typed, option, word, "");
        if (!typed.IsLiteral && word.StartsWith('-')) return OptionsAt(typed, word);
        return typed.Command == root ? Matching(Commands(), word) : WordsAt(typed, word);
    }

    private Proposals WordsAt(TypedWords typed, string word)
    {
        var kinds = (typed.Command as Verb)?.KindsAt(typed.Free.Count) ?? WordKinds.None;
        if (kinds == WordKinds.None) return word.Length == 0 && !typed.IsLiteral ? OptionsAt(typed, "--") : Proposals.None;
        return new(Named(typed, kinds, word), kinds & (WordKinds.Files | WordKinds.Folders));
    }

    private List<Proposal> Named(TypedWords typed, WordKinds kinds, string word)
    {
        var here = new Lazy<ProjectWords>(() => new ProjectWords(typed.Given.GetValueOrDefault(project), host, language));
        var found = new List<Proposal>();
        Add(WordKinds.Commands, Commands);
        Add(WordKinds.Shells, static () => Shells.Select(s => new Proposal(s)));
        AddOnce(WordKinds.Years, () => here.Value.Years(word));
        Add(WordKinds.Editions, () => here.Value.Editions());
        AddOnce(WordKinds.Units, () => here.Value.Units(typed.Free));
        if (kinds.HasFlag(WordKinds.Cells)) found.AddRange(here.Value.Cells(word));
        AddOnce(WordKinds.Rules, () => here.Value.Rules());
        Add(WordKinds.BuiltIns, static () => BuiltInFiles.Paths.Select(p => new Proposal(p)));
        Add(WordKinds.ProjectFile, static () => [new Proposal(ProjectLayout.ProjectFile)]);
        // A year and an edition may have the same name.
        return [.. found.DistinctBy(p => p.Value, StringComparer.Ordinal)];

        void Add(WordKinds kind, Func<IEnumerable<Proposal>> all)
        {
            if (kinds.HasFlag(kind)) found.AddRange(Matching(all(), word).Words);
        }

        // What is typed already is not proposed again.
        void AddOnce(WordKinds kind, Func<IEnumerable<Proposal>> all)
        {
            if (kinds.HasFlag(kind)) found.AddRange(Matching(all(), word).Words.Where(p => !typed.Free.Contains(p.Value)));
        }
    }

    private IEnumerable<Proposal> Commands() =>
        root.Subcommands.Where(c => !c.Hidden).Select(c => new Proposal(c.Name, c.Description ?? ""));

    /// <summary>Options by their names, or, behind <c>=</c>, an option's values.</summary>
    private Proposals OptionsAt(TypedWords typed, string word)
    {
        var options = TypedWords.OptionsOf(root, typed.Command).Where(o => !o.Hidden).ToList();
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals >= 0)
        {
            var (name, start, value) = (word[..equals], word[..(equals + 1)], word[(equals + 1)..]);
            return options.Find(o => o.Name == name) is { Arity.MaximumNumberOfValues: > 0 } option
                ? ValuesOf(typed, option, value, start)
                : Proposals.None;
        }
        var open = options.Where(o => !typed.Given.ContainsKey(o) || o.Arity.MaximumNumberOfValues > 1);
        return Matching(open.SelectMany(o => NamesOf(o).Select(n => new Proposal(n, o.Description ?? ""))), word);
    }

    private static IEnumerable<string> NamesOf(Option option) =>
        option.Aliases.Prepend(option.Name).Distinct(StringComparer.Ordinal).Where(n => n != "-?");

    /// <summary>The words an option's value may be; none for any.</summary>
    public static IReadOnlyList<string> ChoicesOf(Option option) => option is ITakesValue value ? value.Choices : [];

    /// <summary>The values of an option: those there are, or files, folders and years if it names such a thing.</summary>
    private Proposals ValuesOf(TypedWords typed, Option option, string word, string start)
    {
        // Several values are written with commas: what is typed already stays, and is not proposed again.
        var comma = word.LastIndexOf(',') + 1;
        var written = word[..comma].Split(',');
        var choices = ChoicesOf(option).Where(c => !written.Contains(c, StringComparer.Ordinal)).Select(c => new Proposal(c));
        var kinds = option is ITakesValue value ? value.Kinds : WordKinds.None;
        var named = kinds == WordKinds.None ? [] : Named(typed, kinds, word);
        var words = Matching(choices, word[comma..]).Words.Concat(named).Select(w => w with { Value = start + word[..comma] + w.Value });
        return new([.. words], kinds & (WordKinds.Files | WordKinds.Folders));
    }

    /// <summary>Those that begin with the word, in whatever case; if none does, those that hold it.</summary>
    private static Proposals Matching(IEnumerable<Proposal> all, string word)
    {
        var proposals = all.ToList();
        var begin = proposals.FindAll(p => p.Value.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        if (begin.Count > 0 || word.StartsWith('-')) return new(begin, WordKinds.None);
        return new(proposals.FindAll(p => p.Value.Contains(word, StringComparison.OrdinalIgnoreCase)), WordKinds.None);
    }
}
