using ReportCompiler.Fuzzing;
using SharpFuzz;

// What a fuzzer drives: see tests/README.md. The one argument names the target; the input comes as the fuzzer gives it.
// Nothing of the library may run before the fuzzer has made the memory in which instrumented code counts: so only inside.
Fuzzer.OutOfProcess.Run(stream =>
{
    using var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    Targets.Run(args[0], bytes.ToArray());
});
