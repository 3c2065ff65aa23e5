using System.Xml;
using ReportCompiler.Diagnostics;
using ReportCompiler.Sources;

namespace ReportCompiler.Rendering;

/// <summary>Whether what a template wrote is XML: Word opens nothing else, and does not say where the fault is.</summary>
internal static class WellFormed
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Whether a page is well-formed; if not, a finding at the template's own line.</summary>
    /// <param name="findings">Takes the fault.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="name">The page's own.</param>
    /// <param name="data">What it saw.</param>
    /// <param name="units">How many units it is about.</param>
    /// <param name="page">What it wrote.</param>
    public static bool Check(Findings findings, Templates templates, string name, NamedValues data, int units, byte[] page)
    {
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(page, writable: false), Settings);
            while (xml.Read()) continue;
            return true;
        }
        catch (XmlException fault)
        {
            // Only now it matters which line of the template wrote which character: it is run once more.
            var output = new OriginOutput(templates);
            Script.Page(new Findings(), templates, name, data, units, output);
            var at = output.At(fault.LineNumber, fault.LinePosition) ?? Location.AtStart(templates.SourceOf(name));
            findings.Add(Errors.Templates.NotXml(at, fault.Message));
            return false;
        }
    }

    /// <summary>Takes a template's output and remembers which of its lines wrote it.</summary>
    private sealed class OriginOutput(Templates templates) : Scriban.Runtime.IScriptOutput
    {
        private readonly System.Text.StringBuilder _text = new();
        private readonly List<(int Start, SourceText Source, int Offset, bool IsRaw)> _pieces = [];
        private readonly List<SourceText> _sources = [.. templates.Names.Select(templates.SourceOf)];

        /// <inheritdoc/>
        public void Write(string text, int offset, int count)
        {
            if (count == 0) return;
            var (start, source) = (_text.Length, _sources.Find(s => ReferenceEquals(s.Text, text)));
            _text.Append(text, offset, count);
            if (source is not null) _pieces.Add((start, source, offset, true));
            // A value: it stands where the text before it ends.
            else if (_pieces.Count > 0 && _pieces[^1] is var (before, last, at, isRaw))
                _pieces.Add((start, last, isRaw ? at + start - before : at, false));
        }

        /// <inheritdoc/>
        public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
        {
            Write(text, offset, count);
            return ValueTask.CompletedTask;
        }

        /// <summary>Where a place of the output was written, both counted from 1; null if nothing was.</summary>
        public Location? At(int line, int column)
        {
            var written = new SourceText("", _text.ToString());
            var at = Math.Max(0, written.OffsetAt(line, 1) + column - 1);
            var piece = _pieces.FindLastIndex(p => p.Start <= at);
            if (piece < 0) return null;
            var (start, source, offset, isRaw) = _pieces[piece];
            var place = Math.Min(isRaw ? offset + at - start : offset, source.Text.Length);
            var before = source.Text.AsSpan(0, place);
            var inLine = before.Length - (before.LastIndexOf('\n') + 1);
            var number = before.Count('\n') + 1;
            var inPoints = source.CodePointColumn(number, inLine);
            return new Location(source, new Span(number, inPoints, number, inPoints));
        }
    }
}
