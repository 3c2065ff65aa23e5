using System.Diagnostics;
using Xunit;

namespace ReportCompiler.Tests.Office;

/// <summary>LibreOffice, as an office opens files; tests that need it are skipped where it is missing.</summary>
internal static class LibreOffice
{
    private static readonly Lock One = new();

    // All formulas are computed when a file is opened, whatever the file says they give.
    private const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
        <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
        </item>
        </oor:items>
        """;

    /// <summary>The program; null if the machine has none.</summary>
    private static readonly string? Program =
        ((string[])["/usr/bin/soffice", "/usr/bin/localc", "/usr/local/bin/soffice"]).FirstOrDefault(File.Exists);

    /// <summary>Opens a file and saves it as another kind, all formulas computed anew.</summary>
    public static byte[] Convert(byte[] file, string ending, string to)
    {
        if (Program is null) Assert.Skip("LibreOffice is not installed (libreoffice-calc)");
        var folder = Directory.CreateTempSubdirectory("office-").FullName;
        try
        {
            var path = Path.Join(folder, "file" + ending);
            File.WriteAllBytes(path, file);
            Directory.CreateDirectory(folder + "/profile/user");
            File.WriteAllText(folder + "/profile/user/registrymodifications.xcu", Settings);
            var start = new ProcessStartInfo(Program)
            {
                ArgumentList =
                {
                    $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", folder + "/out", path,
                },
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            // It starts one process of a kind, and a second waits for ever if it does not like the first.
            lock (One)
            {
                using var process = Process.Start(start)!;
                var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
                var complained = process.StandardError.ReadToEnd();
                Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "LibreOffice does not end");
                Assert.True(process.ExitCode == 0, complained);
                _ = said.Wait(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
            }
            return File.ReadAllBytes(Directory.GetFiles(folder + "/out").Single());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
