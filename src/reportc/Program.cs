using System.Runtime.InteropServices;
using ReportCompiler.CommandLine;

using var interruption = new CancellationTokenSource();
// The first Ctrl-C lets the year being written be finished; the second ends the process as the system does.
using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
{
    context.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
});
return CommandLine.Run(args, Host.OfProcess(), interruption.Token);
