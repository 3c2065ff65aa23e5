using System.Runtime.InteropServices;
using Reportc;
using Reportc.Shell;

// Before all else: whatever is opened next takes the number of a standard stream that is closed, and would be taken for it.
var host = Host.OfProcess();
using var interruption = new CancellationTokenSource();
// The first lets go of what is not in its place yet, or finishes putting it there; the second ends the process as the system does.
Action<PosixSignalContext> interrupt = context =>
{
    context.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
};
using var ctrlC = PosixSignalRegistration.Create(PosixSignal.SIGINT, interrupt);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, interrupt);
using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, interrupt);
var status = CommandLine.Run(args, host, interruption.Token);
if (OperatingSystem.IsWindows()) WindowsConsole.Restore();
return status;
