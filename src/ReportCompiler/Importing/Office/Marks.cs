using System.Text;

namespace ReportCompiler.Importing.Office;

/// <summary>
/// What an office document shows and text cannot. A figure beside it is none: 12 with a raised 1 is not 121, a 3 that is struck through
/// is not 3.
/// </summary>
internal static class Marks
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Text that is raised or lowered beside other text: its digits are no digits of that.</summary>
    public static string Raise(string text)
    {
        var raised = new StringBuilder(text.Length);
        foreach (var c in text) raised.Append(char.IsAsciiDigit(c) ? Raised[c - '0'] : c);
        return raised.ToString();
    }
}
