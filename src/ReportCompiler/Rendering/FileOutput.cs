using System.Text;
using Scriban.Runtime;

namespace ReportCompiler.Rendering;

/// <summary>Takes a template's output as the bytes of the file: a page of two million characters is not copied three times.</summary>
internal sealed class FileOutput : IScriptOutput
{
    private const int ChunkSize = 1 << 15;

    private readonly List<ArraySegment<byte>> _full = [];
    private byte[] _chunk = GC.AllocateUninitializedArray<byte>(ChunkSize);
    private int _length;

    /// <summary>What was written, as UTF-8.</summary>
    public byte[] Bytes()
    {
        var bytes = GC.AllocateUninitializedArray<byte>(_full.Sum(c => c.Count) + _length);
        var at = 0;
        foreach (var part in _full.Append(new ArraySegment<byte>(_chunk, 0, _length)))
        {
            part.CopyTo(bytes, at);
            at += part.Count;
        }
        return bytes;
    }

    /// <inheritdoc/>
    public void Write(string text, int offset, int count)
    {
        var most = Encoding.UTF8.GetMaxByteCount(count);
        if (most > _chunk.Length - _length)
        {
            _full.Add(new ArraySegment<byte>(_chunk, 0, _length));
            _chunk = GC.AllocateUninitializedArray<byte>(Math.Max(ChunkSize, most));
            _length = 0;
        }
        _length += Encoding.UTF8.GetBytes(text.AsSpan(offset, count), _chunk.AsSpan(_length));
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <summary>Nothing: the library asks for the text at the end, and nobody needs it.</summary>
    public override string ToString() => "";
}
