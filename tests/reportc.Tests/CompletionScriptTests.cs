using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;
using Reportc.Commands.Completions;
using ReportCompiler.Diagnostics;
using Xunit;

namespace Reportc.Tests;

/// <summary>The completion scripts in their shells, with a program in the place of reportc that notes what it was asked.</summary>
public sealed class CompletionScriptTests
{
    // bash: the words as COMP_WORDS has them, one to a line, and what the program answers.
    private const string Bash = """
        reportc() { printf '%s\n' "$#:$*" >&3; printf '%b' "$ANSWER"; }
        compopt() { printf 'compopt %s\n' "$*"; }
        COMP_WORDS=(reportc "$@"); COMP_CWORD=$#; COMP_LINE="reportc $*"
        _reportc reportc "${@: -1}" "" 3>&1
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    private const string Zsh = """
        reportc() { print -r -- "$#:$*" >&3; print -rn -- "${(g::)ANSWER}"; }
        compadd() { print -r -- "compadd $*"; for name in "${@[-1]}"; do print -rl -- "${(P@)name}"; done; }
        _files() { print -r -- "_files $*"; }
        typeset -A compstate; compstate[nmatches]=1
        words=(reportc "$@"); CURRENT=${#words}; PREFIX=${words[CURRENT]}
        _reportc 3>&1
        """;

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh", Traits = ["tool", "zsh"])]
    [InlineData("fish", Traits = ["tool", "fish"])]
    public void The_script_is_well_formed(string shell)
    {
        using var bench = new Workbench().Write("script", Scripts.Of(shell));

        Assert.Equal("", Shell(bench, shell, ["-n", bench.Full("script")]));
    }

    [Theory]
    [InlineData("3:complete 0 b", "build", "build\\tmakes it\\n:\\n", "b")]
    [InlineData("4:complete 1 build ", "2021|2020", "2021\\n2020\\n:\\n", "build", "")]
    [InlineData("4:complete 1 build --format=md,h", "md,html", "--format=md,html\\n:\\n", "build", "--format", "=", "md,h")]
    [InlineData("4:complete 1 build --format=", "md|html", "--format=md\\n--format=html\\n:\\n", "build", "--format", "=")]
    [InlineData("5:complete 2 build --lang= ", "2021", "2021\\n:\\n", "build", "--lang", "=", "")]
    [InlineData("4:complete 1 trace 依", "compopt -o nospace|依申请公开.", "依申请公开.\\t收到和处理\\n:\\n", "trace", "依")]
    [InlineData("4:complete 1 trace 新收", "依申请公开.本年新收.总计|依申请公开.本年新收.其他",
        "依申请公开.本年新收.总计\\n依申请公开.本年新收.其他\\n:\\n", "trace", "新收")]
    [InlineData("4:complete 1 new 县委", @"县委\ 办公室\(保密局\)", "县委 办公室(保密局)\\n:\\n", "new", "县委")]
    [InlineData("4:complete 1 new 县委", "县委 办公室", "县委 办公室\\n:\\n", "new", "\"县委")]
    [InlineData("4:complete 1 foo ", "", ":\\n", "foo", "")]
    [InlineData("4:complete 1 foo ", "", "", "foo", "")]
    public void Bash_asks_and_takes_the_answer(string asked, string expected, string answer, params string[] typed)
    {
        using var bench = new Workbench().Write("script", Scripts.Of("bash") + Bash);

        Assert.Equal([asked, .. expected.Split('|', StringSplitOptions.RemoveEmptyEntries)],
            Lines(Shell(bench, "bash", ["--norc", bench.Full("script"), .. typed], answer)));
    }

    [Fact]
    public void Bash_adds_files_and_folders()
    {
        using var bench = new Workbench().Write("数据/甲.yaml", "").Write("数.md", "").Write("script", Scripts.Of("bash") + Bash);

        Assert.Equal(["4:complete 1 check 数", "compopt -o filenames", "数.md", "数据"],
            Lines(Shell(bench, "bash", ["--norc", bench.Full("script"), "check", "数"], ":files\\n")).Order(StringComparer.Ordinal));
        Assert.Equal(["4:complete 1 -p 数", "compopt -o filenames", "数据"],
            Lines(Shell(bench, "bash", ["--norc", bench.Full("script"), "-p", "数"], ":folders\\n")));
    }

    [Theory]
    [InlineData("3:complete 0 b", "compadd -U -l -d wholeShown -a whole|build", "build\tmakes it\n:\n", "b")]
    [InlineData("4:complete 1 build --format=md,h", "compadd -U -l -d wholeShown -a whole|--format=md,html", "--format=md,html\n:\n",
        "build", "--format=md,h")]
    [InlineData("4:complete 1 trace 依", "compadd -U -l -S  -d openShown -a open|依申请公开.", "依申请公开.\t收到和处理\n:\n", "trace",
        "依")]
    [InlineData("4:complete 1 build 县委 办", "compadd -U -l -d wholeShown -a whole|县委 办公室", "县委 办公室\n:\n", "build", "'县委 办'")]
    [InlineData("4:complete 1 check ", "compadd -U -l -d wholeShown -a whole|2021|_files ", "2021\n:files\n", "check", "")]
    [InlineData("4:complete 1 -p ", "_files -/", ":folders\n", "-p", "")]
    [InlineData("4:complete 1 foo ", "", "", "foo", "")]
    [Trait("tool", "zsh")]
    public void Zsh_asks_and_takes_the_answer(string asked, string expected, string answer, params string[] typed)
    {
        using var bench = new Workbench().Write("script", Scripts.Of("zsh") + Zsh);

        Assert.Equal([asked, .. expected.Split('|', StringSplitOptions.RemoveEmptyEntries)],
            Lines(Shell(bench, "zsh", ["-f", bench.Full("script"), .. typed], answer)));
    }

    [Theory]
    [InlineData("3:complete 0 b", "build\tmakes it", "build\tmakes it\n:\n", "reportc b")]
    [InlineData("4:complete 1 build --format=md,h", "--format=md,html", "--format=md,html\n:\n", "reportc build --format=md,h")]
    [InlineData("4:complete 1 trace 依", "依申请公开.\t收到和处理", "依申请公开.\t收到和处理\n:\n", "reportc trace 依")]
    [InlineData("4:complete 1 build ", "2021", "2021\n:\n", "reportc build ")]
    [InlineData("4:complete 1 check 数", "数据/", ":files\n", "reportc check 数")]
    [InlineData("4:complete 1 foo ", "", "", "reportc foo ")]
    [Trait("tool", "fish")]
    public void Fish_asks_and_takes_the_answer(string asked, string expected, string answer, string typed)
    {
        using var bench = new Workbench().Write("数据/甲.yaml", "").Write("script", Scripts.Of("fish") + """

            function reportc; echo (count $argv):"$argv" > asked; printf '%s' "$ANSWER"; end
            complete -C $argv[1]
            """);

        var proposed = Lines(Shell(bench, "fish", ["--no-config", bench.Full("script"), typed], answer));

        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), proposed);
        Assert.Equal(asked + "\n", bench.Read("asked"));
    }

    [Theory]
    [InlineData("complete 0 b", "build=makes it", "build\tmakes it\n:\n", "reportc b")]
    [InlineData("complete 1 build", "2021=2021|2020=2020", "2021\n2020\n:\n", "reportc build ")]
    [InlineData("complete 1 build --format=md,h", "--format=md,html=--format=md,html", "--format=md,html\n:\n",
        "reportc build --format=md,h")]
    [InlineData("complete 1 trace 依", "依申请公开.=收到和处理", "依申请公开.\t收到和处理\n:\n", "reportc trace 依")]
    [InlineData("complete 1 build --dr", "--draft=as a draft", "--draft\tas a draft\n:\n", "reportc build --dr")]
    [InlineData("complete 2 build -p", "'县委 办公室'=县委 办公室", "县委 办公室\n:\n", "reportc build -p ")]
    [InlineData("complete 1 foo", "", ":\n", "reportc foo ")]
    public void PowerShell_asks_and_takes_the_answer(string asked, string expected, string answer, string typed)
    {
        using var shell = PowerShell.Create(InitialSessionState.CreateDefault2());
        shell.AddScript("function reportc { $global:asked = \"$args\"; $answer.Split([char]10) }").Invoke();
        shell.Commands.Clear();
        shell.Runspace.SessionStateProxy.SetVariable("answer", answer.TrimEnd('\n'));
        shell.AddScript(Scripts.Of("powershell")).Invoke();
        Assert.Empty(shell.Streams.Error);

        var found = CommandCompletion.CompleteInput(typed, typed.Length, null, shell).CompletionMatches;

        Assert.Equal(asked, shell.Runspace.SessionStateProxy.GetVariable("asked"));
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), found.Select(m => $"{m.CompletionText}={m.ToolTip}"));
    }

    [Fact]
    public void The_scripts_name_no_command_of_the_program()
    {
        foreach (var shell in Completer.Shells)
            foreach (var command in CommandLine.Root(Language.English,
                new Commands.CommonOptions(Language.English)).Subcommands.Where(c => c.Name != "completions"))
                Assert.DoesNotContain($"reportc {command.Name}", Scripts.Of(shell), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("要写一个命令行环境的名称", "可以写：bash | zsh | fish | powershell")]
    [InlineData("没有“pwsh”的补全脚本", "是不是“powershell”？可以写：bash | zsh | fish | powershell", "pwsh")]
    [InlineData("没有“bsh”的补全脚本", "是不是“bash”？可以写：bash | zsh | fish | powershell", "bsh")]
    [InlineData("没有“cmd”的补全脚本", "可以写：bash | zsh | fish | powershell", "cmd")]
    public void An_unknown_shell_is_refused_with_those_there_are(string message, string help, params string[] words)
    {
        using var bench = new Workbench();

        Assert.Equal(new Run(2, "", $"错误[RC9001]：{message}\n = 改法：{help}\n\n"), bench.Run(["completions", .. words]));
    }

    [Fact]
    public void The_command_prints_the_script()
    {
        using var bench = new Workbench();

        foreach (var shell in Completer.Shells) Assert.Equal(new Run(0, Scripts.Of(shell), ""), bench.Run("completions", shell));
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <returns>What the shell writes, errors too.</returns>
    private static string Shell(Workbench bench, string shell, IEnumerable<string> args, string answer = "")
    {
        Assert.SkipUnless(IsInstalled(shell), $"{shell} is not installed");
        var start = new ProcessStartInfo(shell, args)
        {
            WorkingDirectory = bench.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["ANSWER"] = answer, ["LC_ALL"] = "C.UTF-8", ["HOME"] = bench.Root },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + error.Result;
    }

    private static bool IsInstalled(string shell) => !OperatingSystem.IsWindows()
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Join(folder, shell)));
}
