using System.Buffers;
using System.Text;
using Scriban.Runtime;

namespace ReportCompiler.Rendering;

/// <summary>Takes a template's output as the bytes of the file: a page of two million characters is not copied three times.</summary>
internal sealed class FileOutput : IScriptOutput
{
    private const int ChunkSize = 1 << 15;

    private readonly List<ArraySegment<byte>> _full = [];
    private byte[] _chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
    private int _length;

    /// <summary>What was written, as UTF-8; asked once.</summary>
    public byte[] Bytes()
    {
        _full.Add(new ArraySegment<byte>(_chunk, 0, _length));
        (_chunk, _length) = ([], 0);
        var bytes = GC.AllocateUninitializedArray<byte>(_full.Sum(c => c.Count));
        var at = 0;
        foreach (var part in _full)
        {
            part.CopyTo(bytes, at);
            at += part.Count;
            ArrayPool<byte>.Shared.Return(part.Array!);
        }
        _full.Clear();
        return bytes;
    }

    /// <inheritdoc/>
    public void Write(string text, int offset, int count)
    {
        var most = Encoding.UTF8.GetMaxByteCount(count);
        if (most > _chunk.Length - _length)
        {
            _full.Add(new ArraySegment<byte>(_chunk, 0, _length));
            _chunk = ArrayPool<byte>.Shared.Rent(Math.Max(ChunkSize, most));
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
