using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using System.Text.Json;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Schemas;
using ReportCompiler.Sources;

namespace ReportCompiler.Drafting;

/// <summary>Settings and snippets of VS Code for a project.</summary>
public static class EditorSettings
{


    /// <summary>The files of .vscode.</summary>
    /// <param name="edition">The form whose tables become snippets.</param>
    /// <param name="year">The year whose files have no first line of their own yet.</param>
    public static ImmutableArray<StarterFile> Files(Edition edition, int year) =>
    [
        new(".vscode/settings.json", Json(j => Settings(j, edition, year))),
        new(".vscode/extensions.json", Json(j =>
        {
            j.WriteStartArray("recommendations");
            j.WriteStringValue("redhat.vscode-yaml");
            j.WriteEndArray();
        })),
        new(".vscode/reportc.code-snippets", Json(j => Snippets(j, edition, year))),
    ];

    private static void Settings(Utf8JsonWriter json, Edition edition, int year)
    {
        json.WriteString("files.encoding", "utf8");
        json.WriteString("files.eol", "\n");
        json.WriteBoolean("files.insertFinalNewline", true);
        // The files say which schema they have; this is for those that were copied without their first line.
        json.WriteStartObject("yaml.schemas");
        json.WriteString(Schema.ProjectFile, ProjectLayout.ProjectFile);
        json.WriteString(Schema.DataFile(edition), $"{ProjectLayout.DataOf(year)}/*.yaml");
        json.WriteEndObject();
        json.WriteStartObject("[yaml]");
        json.WriteBoolean("editor.insertSpaces", true);
        json.WriteNumber("editor.tabSize", 2);
        json.WriteBoolean("editor.detectIndentation", false);
        json.WriteEndObject();
    }

    private static void Snippets(Utf8JsonWriter json, Edition edition, int year)
    {
        var whole = new CommentedLines();
        whole.Add($"{FileKeys.Unit}: {FigureWriter.ToFill}");
        whole.Add($"{FileKeys.Year}: {year}");
        ToFill(edition, whole).AddTables();
        var name = $"单位数据文件（{edition.Key} 版）";
        Snippet(json, name, [FileKeys.Unit, "danwei"], "一个单位一年的数据文件，全部待填", whole.ToString());
        foreach (var table in edition.Tables)
        {
            var lines = new CommentedLines();
            ToFill(edition, lines).Add(table);
            Snippet(json, $"{table.Key}（{edition.Key} 版）", [table.Key], table.Caption, lines.ToString());
        }
    }

    private static DataFile ToFill(Edition edition, CommentedLines lines) => new(edition, lines, _ => new DraftedRow(FigureWriter.ToFill));

    private static void Snippet(Utf8JsonWriter json, string name, string[] prefixes, string description, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("scope", "yaml");
        json.WriteStartArray("prefix");
        foreach (var prefix in prefixes) json.WriteStringValue(prefix);
        json.WriteEndArray();
        json.WriteString("description", description);
        json.WriteStartArray("body");
        foreach (var line in Stops(text).TrimEnd('\n').Split('\n')) json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Every 待填 becomes a stop of the Tab key; what has a meaning in a snippet is escaped.</summary>
    private static string Stops(string text)
    {
        foreach (var sign in (string[])["\\", "$", "}"]) text = text.Replace(sign, $"\\{sign}", StringComparison.Ordinal);
        var parts = text.Split(FigureWriter.ToFill);
        var body = new StringBuilder(parts[0]);
        for (var i = 1; i < parts.Length; i++) body.Append(CultureInfo.InvariantCulture, $"${{{i}:{FigureWriter.ToFill}}}{parts[i]}");
        return body.ToString();
    }

    private static string Json(Action<Utf8JsonWriter> fields) => Encoding.UTF8.GetString(JsonFile.Of(fields));
}
