using ReportCompiler.Syntax;

namespace ReportCompiler.Importing.Matching;

/// <summary>Characters of documents as a form writes them: full width, compatibility forms and signs that look like others.</summary>
internal static class Characters
{
    /// <summary>The plain form of a character.</summary>
    public static char Plain(char c) => c switch
    {
        '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\u202F' => ' ',
        '〔' or '【' => '(',
        '〕' or '】' => ')',
        '﹣' or '−' or '–' or '－' or '‐' or '‑' => '-',
        '﹢' or '＋' => '+',
        '，' => ',',
        '．' => '.',
        '／' => '/',
        '\uFFFC' => '\uFFFC',
        _ => Names.HalfWidth(c),
    };
}
