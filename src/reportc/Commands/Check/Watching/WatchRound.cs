using Reportc.Shell;

namespace Reportc.Commands.Check.Watching;

/// <summary>What a watch does when files were saved.</summary>
/// <param name="Check">Checks; the exit status.</param>
/// <param name="Mend">Mends before that what is to be mended, and tells it; whether all could be written.</param>
internal sealed record WatchRound(Func<Session, int> Check, Func<Session, bool> Mend);
