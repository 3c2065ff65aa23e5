namespace Reportc.Shell;

/// <summary>What stands for a standard stream that was closed before the program began: whoever uses it is told so.</summary>
internal sealed class ClosedStream : Stream
{
    /// <summary>What systems but Windows call EBADF.</summary>
    public const int Code = 9;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw Closed();

    public override long Position { get => throw Closed(); set => throw Closed(); }

    public override int Read(byte[] buffer, int offset, int count) => throw Closed();

    public override void Write(byte[] buffer, int offset, int count) => throw Closed();

    public override long Seek(long offset, SeekOrigin origin) => throw Closed();

    public override void SetLength(long value) => throw Closed();

    public override void Flush()
    {
        // There is nothing to be written out.
    }

    private static IOException Closed() => new("The stream is closed.", Code);
}
