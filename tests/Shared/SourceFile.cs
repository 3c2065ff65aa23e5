using System.Text.RegularExpressions;

namespace Tests.Shared;

/// <summary>A C# file of the product, read as text: its types, and the words that may be types of others.</summary>
internal sealed partial class SourceFile
{
    private readonly string _code;
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _imports;
    private readonly HashSet<string> _inside;

    private SourceFile(string path, string text)
    {
        Path = path;
        Text = text;
        _code = CodeText.Of(text);
        _words = [.. Words().Matches(_code).Select(m => m.Value)];
        Namespace = NamespaceOf().Match(_code).Groups["name"].Value;
        _imports = [.. Usings().Matches(_code).Select(m => m.Groups["name"].Value)];
        var declared = Declarations().Matches(_code);
        Types = [.. declared.Where(m => m.Groups["inside"].Length == 0).Select(Declaration)];
        _inside = [.. declared.Where(m => m.Groups["inside"].Length > 0).Select(m => m.Groups["name"].Value)];
        Extensions = [.. ExtensionMethods().Matches(_code).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Below the repository, with <c>/</c>.</summary>
    public string Path { get; }

    public string Text { get; }

    public string Namespace { get; }

    /// <summary>The folder, below the repository.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>The types that the file declares, but for those inside another.</summary>
    public TypeDeclaration[] Types { get; }

    /// <summary>The names of its extension methods, through which a file is used without its type's name.</summary>
    private string[] Extensions { get; }

    /// <summary>All files below a folder of the repository.</summary>
    public static SourceFile[] Below(string folder) =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => Read(f, File.ReadAllText(System.IO.Path.Combine(Repository.Root, f)))),
    ];

    /// <summary>A file from its text.</summary>
    public static SourceFile Read(string path, string text) => new(path, text);

    /// <summary>Whether the files hold parts of one type.</summary>
    public bool IsPartOf(SourceFile other) =>
        Namespace == other.Namespace && Types.Any(t => other.Types.Any(o => o.Name == t.Name));

    /// <summary>The first type or extension method of another file that is named here, its namespace in sight; null if none is.</summary>
    public string? Used(SourceFile other)
    {
        if (other.Types.FirstOrDefault(t => NamesType(t.Name, other.Namespace)) is { } type) return type.Name;
        return IsInSight(other.Namespace) ? Array.Find(other.Extensions, name => _words.Contains(name) && Is($@"\.{name}\s*[(<]")) : null;
    }

    private bool NamesType(string name, string space)
    {
        if (!_words.Contains(name)) return false;
        if (Is($@"\b{space[(space.LastIndexOf('.') + 1)..]}\.{name}\b")) return true;
        if (_inside.Contains(name) || !IsInSight(space)) return false;
        var typeOnly = $@"(?:\b(?:new|is|as|not|or)\s+{name}\b|[<(,]\s*{name}[>?]|\b{name}\??(?:\[\])?\s+[\p{{L}}_]\w*\s*[;,)=({{])";
        // A member of the same name, or of an enum, hides the type, but where only a type can stand.
        var isHidden = Is($@"(?m)^\s+{name},?\s*$")
            || Is($@"(?<!\b(?:new|return|is|as|in|throw|case|not|or|and|await|{name}))(?<=[\w\]>?)])\s+{name}\s*(?=[{{;,)(=])");
        return Is(isHidden ? typeOnly : $@"(?<![\w.]){name}\b(?!\s*=[^>]|\s*=>|:(?!:))|{typeOnly}");
    }

    private bool Is(string pattern) => Regex.IsMatch(_code, pattern, RegexOptions.CultureInvariant);

    /// <summary>A namespace is in sight from within, from below and where it is imported.</summary>
    private bool IsInSight(string space) =>
        _imports.Contains(space) || Namespace == space || Namespace.StartsWith(space + ".", StringComparison.Ordinal);

    /// <summary>A declaration with its kind and the lines from its first word to its last brace or semicolon.</summary>
    private TypeDeclaration Declaration(Match match)
    {
        var depth = 0;
        var at = match.Groups["name"].Index;
        for (; at < _code.Length - 1 && (depth > 0 || _code[at] is not (';' or '}')); at++)
        {
            depth += _code[at] is '{' or '(' or '[' ? 1 : _code[at] is '}' or ')' or ']' ? -1 : 0;
            if (depth == 0 && _code[at] == '}') break;
        }
        var lines = 1 + _code.AsSpan(match.Index, at - match.Index).Count('\n');
        return new TypeDeclaration(match.Groups["name"].Value, match.Groups["kind"].Value, match.Groups["public"].Success, lines);
    }

    [GeneratedRegex(@"[\p{L}_]\w*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex NamespaceOf();

    [GeneratedRegex(
        @"^using (static )?(\w+ = )?(?<name>[\w.]+);",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(
        @"^(?<inside> *)(?<public>public )?[\w ]*\b(?<kind>class|struct|interface|enum|record|delegate [\w<>?\[\]]+) (struct )?"
        + @"(?<name>\w+)\b(?=[^;]*[;{(])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Declarations();

    [GeneratedRegex(@"\bstatic [^;={}]*?\b(?<name>\w+)(<\w+>)?\(this ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ExtensionMethods();
}
