using System.Text;
using Reportc.Shell;
using ReportCompiler.Diagnostics;

namespace Reportc.Commands.Doctor;

/// <summary>The licences for people: a table of all, then the texts, for these are what must go along with the program.</summary>
internal static class LicenceText
{
    /// <summary>All of it; with <c>-q</c> the table alone.</summary>
    public static string Of(IReadOnlyList<LicensedPackage> packages, Session session)
    {
        var text = new StringBuilder();
        AppendTable(text, session, new("程序中包含", "In the program"), packages.Where(p => p.IsCarried));
        AppendTable(text, session, new("\n只用于编译", "\nOnly used to build it"), packages.Where(p => !p.IsCarried));
        if (!session.Quiet)
            foreach (var package in packages) AppendTexts(text, package);
        return text.ToString();
    }

    private static void AppendTable(StringBuilder text, Session session, Text title, IEnumerable<LicensedPackage> packages)
    {
        var table = new TextTable();
        foreach (var package in packages) table.Add(package.Name, package.Version, package.Licence);
        text.Append(session.Say(title)).Append('\n');
        table.AppendTo(text, "  ");
    }

    private static void AppendTexts(StringBuilder text, LicensedPackage package)
    {
        foreach (var licence in package.Texts)
        {
            text.Append($"\n==== {package.Name} {package.Version} ({package.Licence}) ====\n\n");
            text.Append(licence.Trim('\n', '\uFEFF')).Append('\n');
        }
    }
}
