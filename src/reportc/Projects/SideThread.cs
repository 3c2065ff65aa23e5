namespace Reportc.Projects;

/// <summary>
/// A second thread for what can be made beside the first, one thing after the other. One for all of it: a thread takes as long to begin
/// as half a page takes to make.
/// </summary>
internal sealed class SideThread : IDisposable
{
    private readonly Queue<Action> _posted = new();
    private bool _isOver;

    /// <summary>Begins it.</summary>
    public SideThread() => new Thread(Work) { IsBackground = true }.Start();

    /// <summary>Has something done; what fails in it is lost.</summary>
    public void Post(Action work)
    {
        lock (_posted)
        {
            _posted.Enqueue(work);
            Monitor.Pulse(_posted);
        }
    }

    /// <summary>Ends it, when what it is at is done.</summary>
    public void Dispose()
    {
        lock (_posted)
        {
            _isOver = true;
            _posted.Clear();
            Monitor.Pulse(_posted);
        }
    }

    private void Work()
    {
        while (Next() is { } work) Try(work);
    }

    /// <summary>Does what makes the rest quicker.</summary>
    public static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception)
        {
            // Whoever needs what it makes makes it, and finds out; on a thread of its own it would end the process.
        }
    }

    private Action? Next()
    {
        lock (_posted)
        {
            while (_posted.Count == 0 && !_isOver) Monitor.Wait(_posted);
            return _posted.Count > 0 ? _posted.Dequeue() : null;
        }
    }
}
