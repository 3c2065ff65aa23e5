using System.CommandLine;
using Reportc.Files;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands;

/// <summary>
/// A command that looks something up and writes it, changing nothing. It says what it finds and lists its formats; the option,
/// its help and completion, the usual file name and the answer to an unknown format follow from that list.
/// </summary>
/// <typeparam name="T">What it finds.</typeparam>
internal abstract class Query<T> : Verb
{
    private readonly IReadOnlyList<QueryFormat<T>> _formats;
    private readonly Text _about;
    private ValueOption<string>? _format;

    /// <param name="name">The command's name.</param>
    /// <param name="description">What it does, in a line.</param>
    /// <param name="language">The language of the run.</param>
    /// <param name="formats">Its formats, the usual one first; a single one needs no option.</param>
    /// <param name="about">What the help says of <c>--format</c>; null for the usual words.</param>
    protected Query(string name, Text description, Language language, IReadOnlyList<QueryFormat<T>> formats, Text? about = null)
        : base(name, description, language)
    {
        _formats = formats;
        _about = about ?? new($"输出格式（默认 {formats[0].Name}）", $"how it is written (default {formats[0].Name})");
    }

    public override OutKind Out => OutKind.File;

    public sealed override bool WantsJson(ParseResult parse) =>
        _format is not null && WantedOf(parse, _format, _formats) is { IsJson: true };

    /// <summary>Puts <c>--format</c> here among the command's options.</summary>
    protected void AddFormat() =>
        Add(_format = new ValueOption<string>("--format", _about.In(Language), [.. _formats.Select(f => f.Name)]));

    /// <summary>Looks it up.</summary>
    /// <param name="session">The run.</param>
    /// <param name="common">The options of all commands.</param>
    /// <param name="parse">What was typed.</param>
    /// <param name="format">The format it will be written in, for a query with options that go with one alone.</param>
    protected abstract T Find(Session session, CommonOptions common, ParseResult parse, QueryFormat<T> format);

    /// <summary>The usual name of the file, without its ending.</summary>
    protected virtual string UsualName => Name;

    /// <summary>The same for what was found.</summary>
    protected virtual string FileNameOf(T found) => UsualName;

    /// <summary>The exit status of what was found.</summary>
    protected virtual int StatusOf(T found) => ExitStatus.Fine;

    public sealed override int Run(Session session, CommonOptions common, ParseResult parse)
    {
        var target = OutOf(parse) == OutKind.File ? FileOf(common, parse) : null;
        var format = _format is null ? _formats[0] : FormatOf(ChoiceOf(parse, _format, _formats), session, target);
        if (format.Text is null && target is null) throw NeedsFile(format);
        var found = Find(session, common, parse, format);
        if (target is null) format.Text!(found, session, session.Host.Out);
        else
        {
            var intoFile = session with { Host = session.Host with { OutIsTerminal = false } };
            Write(session, target, FileNameOf(found) + format.Ending, to => format.Write(found, intoFile, to));
        }
        return StatusOf(found);
    }

    /// <summary>
    /// The format that is written: the one that is named, else that of the file's ending, else the usual one. A file that ends like
    /// another format is refused: a spreadsheet calls a csv that is named .xlsx damaged.
    /// </summary>
    private QueryFormat<T> FormatOf(QueryFormat<T>? chosen, Session session, string? target)
    {
        if (target is null || Disk.HasFolder(session.Full(target))) return chosen ?? _formats[0];
        var like = _formats.FirstOrDefault(f => Ends(f.Ending));
        if (chosen is null || like is null || Ends(chosen.Ending)) return chosen ?? like ?? _formats[0];
        throw Failure.OfUsage(
            new($"{target} 的结尾是 {like.Ending}，而 --format 是 {chosen.Name}",
                $"{target} ends in {like.Ending}, but --format is {chosen.Name}"),
            new($"文件名写成 {Renamed()}，或写 --format {like.Name}", $"name the file {Renamed()}, or write --format {like.Name}"));

        bool Ends(string ending) => target.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

        string Renamed() => target[..^like.Ending.Length] + chosen.Ending;
    }

    private Failure NeedsFile(QueryFormat<T> format)
    {
        var example = $"-o {UsualName}{format.Ending}";
        return Failure.OfUsage(new($"{format.Name} 要写入文件", $"{format.Name} needs a file"), new($"加上 {example}", $"add {example}"));
    }
}
