using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Reportc.Tests;

/// <summary>
/// What a screen reader says of the figures of a page: Chromium's own accessibility tree, and Chromium's rule that all heads of a table
/// in a cell's column or row are its heads, whatever the attributes of the cell say.
/// </summary>
internal static class ReadingOut
{
    /// <summary>Every figure that can be seen, as its table and its heads: those left of it, then those above it.</summary>
    public static async Task<List<string>> Figures(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("DOM.getDocument");
        var tree = (await session.SendAsync("Accessibility.getFullAXTree"))!.Value.GetProperty("nodes").EnumerateArray()
            .DistinctBy(n => n.GetProperty("nodeId").GetString()).ToDictionary(n => n.GetProperty("nodeId").GetString()!);
        var figures = new List<string>();
        foreach (var table in tree.Values.Where(n => Role(n) == "table"))
        {
            var cells = new List<Spot>();
            foreach (var cell in Below(table)) cells.Add(await Of(cell));
            foreach (var figure in cells.Where(c => c.Role == "cell" && IsFigure(c.Name)))
            {
                var heads = cells.Where(c => c.Role == "rowheader" && Overlap(c.Top, c.Bottom, figure.Top, figure.Bottom))
                    .Concat(cells.Where(c => c.Role == "columnheader" && Overlap(c.Left, c.Right, figure.Left, figure.Right)));
                figures.Add($"{Name(table)}: {string.Join(", ", heads.Select(h => h.Name))}");
            }
        }
        return figures;

        IEnumerable<JsonElement> Below(JsonElement node) => node.GetProperty("childIds").EnumerateArray()
            .Select(i => tree.GetValueOrDefault(i.GetString()!)).Where(n => n.ValueKind == JsonValueKind.Object)
            .SelectMany(n => Role(n) is "cell" or "columnheader" or "rowheader" ? [n] : Role(n) == "table" ? [] : Below(n));

        async Task<Spot> Of(JsonElement cell)
        {
            var box = (await session.SendAsync("DOM.getBoxModel",
                new() { ["backendNodeId"] = cell.GetProperty("backendDOMNodeId").GetInt32() }))!.Value;
            var edge = box.GetProperty("model").GetProperty("border").EnumerateArray().Select(p => p.GetDouble()).ToList();
            return new Spot(Role(cell), Name(cell), edge[0], edge[1], edge[4], edge[5]);
        }
    }

    private static string Role(JsonElement node) => !node.GetProperty("ignored").GetBoolean() && node.TryGetProperty("role", out var role)
        ? role.GetProperty("value").GetString()! : "";

    private static string Name(JsonElement node) => node.GetProperty("name").GetProperty("value").GetString()!;

    private static bool IsFigure(string name) => name == "无" || decimal.TryParse(name, CultureInfo.InvariantCulture, out _);

    /// <summary>Whether two ranges share more than their borders.</summary>
    private static bool Overlap(double from, double to, double start, double end) => Math.Min(to, end) - Math.Max(from, start) > 2;

    private sealed record Spot(string Role, string Name, double Left, double Top, double Right, double Bottom);
}
