namespace Reportc.Projects;

/// <summary>Work in parallel, results in order.</summary>
internal static class InOrder
{
    /// <summary>
    /// Does <paramref name="work"/> for 0 to <paramref name="count"/> - 1 on as many threads as there are processors, each
    /// taking the next number, and hands every result to <paramref name="finish"/> as soon as those before it are done: one at a
    /// time and in order, so that what is shown does not depend on the threads.
    /// </summary>
    /// <param name="count">How many there are.</param>
    /// <param name="work">The work; what it throws ends all of it.</param>
    /// <param name="finish">Takes the results.</param>
    /// <param name="beside">What the second thread, if there is one, does first: work that makes the rest quicker.</param>
    public static void Run<T>(int count, Func<int, T> work, Action<T> finish, Action? beside = null)
    {
        if (count == 1)
        {
            finish(work(0));
            return;
        }
        var queue = new Queue<T>(count, work, finish);
        var threads = new Thread[Math.Max(0, Math.Min(Environment.ProcessorCount, count) - 1)];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(i == 0 && beside is not null ? () => queue.Work(first: beside) : queue.Work);
            threads[i].Start();
        }
        queue.Work();
        foreach (var thread in threads) thread.Join();
        queue.ThrowIfFailed();
    }

    private sealed class Queue<T>(int count, Func<int, T> work, Action<T> finish)
    {
        private readonly (bool IsDone, T Result)[] _done = new (bool, T)[count];
        private readonly Lock _lock = new();
        private int _next = -1;
        private int _finished;
        private bool _isFinishing;
        private Exception? _failed;

        public void Work(Action first)
        {
            SideThread.Try(first);
            Work();
        }

        public void Work()
        {
            for (var i = Interlocked.Increment(ref _next); i < count && _failed is null; i = Interlocked.Increment(ref _next))
            {
                try
                {
                    Done(i, work(i));
                }
                // On a thread of its own it would end the process; the caller's thread throws it.
                catch (Exception e)
                {
                    _failed = e;
                }
            }
        }

        public void ThrowIfFailed()
        {
            if (_failed is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failed);
        }

        /// <summary>Hands on what is next; while another thread does so, that one takes this result too, and nobody waits.</summary>
        private void Done(int index, T result)
        {
            lock (_lock)
            {
                _done[index] = (true, result);
                if (_isFinishing) return;
                _isFinishing = true;
            }
            while (TakeNext(out var next)) finish(next);
        }

        private bool TakeNext(out T next)
        {
            lock (_lock)
            {
                _isFinishing = _finished < count && _done[_finished].IsDone;
                next = _isFinishing ? _done[_finished].Result : default!;
                // Let go: what was told is not kept while the rest is worked on.
                if (_isFinishing) _done[_finished++] = (true, default!);
                return _isFinishing;
            }
        }
    }
}
