using System.Buffers;
using System.Text;

namespace Reportc.Shell;

/// <summary>Takes UTF-8 and hands it on as text, piece by piece.</summary>
/// <param name="to">Takes the text.</param>
internal sealed class TextBuffer(TextWriter to) : IBufferWriter<byte>
{
    private const int Piece = 1 << 14;

    // A character may begin in one piece and end in the next.
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private byte[] _bytes = new byte[Piece];
    private int _count;

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Hands on what is left.</summary>
    public void Flush()
    {
        var text = new char[_decoder.GetCharCount(_bytes, 0, _count, flush: false)];
        _decoder.GetChars(_bytes, 0, _count, text, 0, flush: false);
        to.Write(text, 0, text.Length);
        _count = 0;
    }

    private void MakeRoom(int wanted)
    {
        if (_bytes.Length - _count >= Math.Max(wanted, 1)) return;
        Flush();
        if (_bytes.Length < wanted) _bytes = new byte[wanted];
    }
}
