using Reportc;
using System.Runtime.InteropServices;
using Reportc.Shell;

// Before all else: whatever is opened next takes the number of a standard stream that is closed, and would be taken for it.
var host = Host.OfProcess();
using var interruption = new CancellationTokenSource();
// The first Ctrl-C lets the year being written be finished; the second ends the process as the system does.
using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
{
    context.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
});
var status = CommandLine.Run(args, host, interruption.Token);
if (OperatingSystem.IsWindows()) WindowsConsole.Restore();
return status;
