using System.Buffers;
using System.Text;
using Scriban.Runtime;

namespace ReportCompiler.Rendering;

/// <summary>Takes a template's output as the bytes of the file: a page of two million characters is not copied three times.</summary>
internal sealed class FileOutput : IScriptOutput
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 15);

    /// <summary>What was written, as UTF-8.</summary>
    public byte[] Bytes => _bytes.WrittenSpan.ToArray();

    /// <inheritdoc/>
    public void Write(string text, int offset, int count) => Encoding.UTF8.GetBytes(text.AsSpan(offset, count), _bytes);

    /// <inheritdoc/>
    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <summary>Nothing: the library asks for the text at the end, and nobody needs it.</summary>
    public override string ToString() => "";
}
