using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;
using ReportCompiler.Syntax;
using Scriban;
using Scriban.Parsing;

namespace ReportCompiler.Rendering;

/// <summary>The templates of reports by file name: the built-in ones, each replaced by the project's file of the same name.</summary>
public sealed class Templates
{
    /// <summary>The largest template or narrative, in bytes; what people write has a hundredth of it.</summary>
    internal const int LargestFile = 1 << 20;

    /// <summary>The longest narrative when it is rendered, in characters: some three hundred pages.</summary>
    internal const int LongestNarrative = 1 << 18;

    private const string Folder = "templates/";

    /// <summary>The built-in templates.</summary>
    public static Templates BuiltIn { get; } = new(ImmutableDictionary<string, Parsed>.Empty.WithComparers(StringComparer.Ordinal));

    private static readonly ImmutableHashSet<string> Shipped =
    [
        .. typeof(Templates).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => n[Folder.Length..]),
    ];

    private static readonly ConcurrentDictionary<string, Parsed> Known = new(StringComparer.Ordinal);

    private static readonly ParserOptions Options = new() { ExpressionDepthLimit = 100 };

    private readonly ImmutableDictionary<string, Parsed> _own;

    private Templates(ImmutableDictionary<string, Parsed> own) => _own = own;

    private sealed record Parsed(SourceText Source, Template Template);

    /// <summary>The names of the built-in templates, in ordinal order.</summary>
    public static IEnumerable<string> BuiltInNames => Shipped.Order(StringComparer.Ordinal);

    /// <summary>The names of all templates.</summary>
    internal IEnumerable<string> Names => _own.Keys.Union(Shipped, StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The template of a name.</summary>
    internal Template this[string name] => Find(name).Template;

    /// <summary>The built-in templates and the project's; null, with findings, where one cannot be parsed.</summary>
    public static Templates? With(Findings findings, IEnumerable<Source> own)
    {
        var parsed = ImmutableDictionary.CreateBuilder<string, Parsed>(StringComparer.Ordinal);
        var found = new Findings();
        foreach (var source in own)
            if (Read(found, source) is { } text && Parse(found, text) is { } template)
                parsed[source.Path[(source.Path.LastIndexOf('/') + 1)..]] = new Parsed(text, template);
        findings.AddRange(found.All);
        return found.HasErrors ? null : new Templates(parsed.ToImmutable());
    }

    /// <summary>The text of a template or narrative; null, with a finding, where it is too large or no text.</summary>
    internal static SourceText? Read(Findings findings, Source source)
    {
        if (source.Bytes.Length <= LargestFile) return Decoder.Decode(findings, source)?.WithLineFeeds();
        findings.Add(Errors.Files.TooLarge(new SourceText(source.Path, ""), source.Bytes.Length, LargestFile));
        return null;
    }

    /// <summary>The first of some names that is a template of the project's own; null if none is.</summary>
    internal SourceText? OwnSource(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_own.TryGetValue(name, out var own)) return own.Source;
        return null;
    }

    /// <summary>Whether the project has templates of its own.</summary>
    internal bool HasOwn => !_own.IsEmpty;

    /// <summary>Whether a template is the project's own.</summary>
    internal bool IsOwn(string name) => _own.ContainsKey(name);

    internal bool Has(string name) => _own.ContainsKey(name) || Shipped.Contains(name);

    /// <summary>The text of the template a runtime error is in.</summary>
    internal SourceText SourceOf(string name) => Find(name).Source;

    /// <summary>Parses a template; null, with findings, where it has faults.</summary>
    internal static Template? Parse(Findings findings, SourceText source)
    {
        if (HugeNumber.Find(source) is { } huge)
        {
            findings.Add(Errors.Templates.HugeNumber(new Location(source, huge), HugeNumber.MostDigits));
            return null;
        }
        // Nothing from an opening on was read as it was meant: only what stands before it is parsed.
        var unclosed = Braces.Unclosed(source, isFaulty: false);
        var read = unclosed is { } begin ? source.Text[..source.OffsetAt(begin.Line, begin.Column)] : source.Text;
        var template = Template.Parse(read, source.Path, Options);
        if (unclosed is null && !template.HasErrors) return template;
        unclosed ??= Braces.Unclosed(source, isFaulty: true);
        // One fault makes the parser stumble more than once; the first of a line says it.
        foreach (var message in template.Messages.Where(m => m.Type == ParserMessageType.Error).DistinctBy(m => m.Span.Start.Line))
        {
            var at = new Location(source, TemplateSpan.Of(source, message.Span));
            // The “end” may stand in what was not read.
            if (unclosed is { } open && (message.Span.Start.Line + 1 >= open.Line || IsNoEnd(message.Message))) break;
            findings.Add(RareName(source, at.Span) is { } rare ? Errors.Templates.RareName(at, rare) : Explain(message.Message, at));
        }
        if (unclosed is { } span) findings.Add(Errors.Templates.Unclosed(new Location(source, span)));
        return null;
    }

    private static Diagnostic Explain(string message, Location at)
    {
        if (IsNoEnd(message)) return Errors.Templates.NoEnd(at);
        return message.Contains("depth limit", StringComparison.Ordinal)
            ? Errors.Templates.BeyondLimit(at, Limit.Depth.Words, Options.ExpressionDepthLimit)
            : Errors.Templates.Unparsable(at, message);
    }

    /// <summary>The name at a place, if it has a sign beyond the first 65,536, which the template language takes for no letter.</summary>
    private static string? RareName(SourceText source, Span span)
    {
        var (text, start) = (source.Text, source.OffsetAt(span.Line, span.Column));
        if (start >= text.Length || !char.IsSurrogate(text[start])) return null;
        var end = start;
        while (start > 0 && IsOfName(text[start - 1])) start--;
        while (end < text.Length && IsOfName(text[end])) end++;
        return text[start..end];

        static bool IsOfName(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '_';
    }

    private static bool IsNoEnd(string message) => message.Contains("<end> statement was not found", StringComparison.Ordinal);

    private Parsed Find(string name) => _own.GetValueOrDefault(name) ?? Known.GetOrAdd(name, static n =>
    {
        var source = new SourceText(Folder + n, BuiltInFiles.Text(Folder + n));
        var template = Template.Parse(source.Text, source.Path, Options);
        if (template.HasErrors) throw new InvalidOperationException($"{n}: {template.Messages[0]}");
        return new Parsed(source, template);
    });
}
