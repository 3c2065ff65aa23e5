using ReportCompiler.Diagnostics;

namespace Reportc.Shell;

/// <summary>Which language a run speaks.</summary>
internal static class Languages
{
    /// <summary>The values of <c>--lang</c>.</summary>
    public static readonly string[] Names = ["zh", "en"];

    /// <summary>
    /// Found before the command line is parsed, because the help and the messages of a wrong command line are in it too.
    /// </summary>
    public static Language Of(IReadOnlyList<string> args, Host host)
    {
        var asked = Asked(args);
        return asked == "en" || (asked is null && IsEnglish(Locale(host)?.Value)) ? Language.English : Language.Chinese;
    }

    /// <summary>Whether nobody has said a language, neither here nor for the whole system.</summary>
    public static bool IsUnsaid(IReadOnlyList<string> args, Host host) =>
        Asked(args) is null && Locale(host)?.Value is null or "C" or "C.UTF-8" or "C.utf8" or "POSIX";

    private static string? Asked(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count && args[i] != "--"; i++)
        {
            var value = args[i] == "--lang" && i + 1 < args.Count ? args[i + 1]
                : args[i].StartsWith("--lang=", StringComparison.Ordinal) ? args[i]["--lang=".Length..] : null;
            if (value is not null && Array.IndexOf(Names, value) >= 0) return value;
        }
        return null;
    }

    /// <summary>What of the surroundings decides, and its value; null if nothing does.</summary>
    public static (Text Source, string Value)? Locale(Host host)
    {
        // The first of the variables that is set decides, as everywhere under POSIX.
        foreach (var name in (ReadOnlySpan<string>)["LC_ALL", "LC_MESSAGES", "LANG"])
            if (host.Variable(name) is { Length: > 0 } locale) return (Text.Same(name), locale);
        return host.UserLocale is { } user ? (new("Windows 区域", "the Windows locale"), user) : null;
    }

    // en, en_US.UTF-8, en-GB; the form is Chinese, so every other locale, C among them, gets Chinese.
    private static bool IsEnglish(string? locale) =>
        locale is not null && locale.StartsWith("en", StringComparison.OrdinalIgnoreCase)
        && (locale.Length == 2 || !char.IsAsciiLetter(locale[2]));
}
