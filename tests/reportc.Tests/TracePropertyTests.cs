using System.Globalization;
using System.Text;
using System.Text.Json;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using ReportCompiler.Sources;
using Xunit;

namespace Reportc.Tests;

/// <summary>What holds of <c>trace</c> in every tree of authorities: every level adds up, to what that level publishes.</summary>
public sealed class TracePropertyTests
{
    private const string Total = "依申请公开.本年新收.总计";

    private static readonly Edition Form = Editions.OfForm.Find("2021")!;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public void Shares_add_up_at_every_level_to_the_totals_of_that_level(int seed)
    {
        using var bench = new Workbench();
        var random = new Random(seed);
        new Grower(bench, random).Grow("", 1 + seed % 4);
        var build = bench.Run("build", "2021", "--format", "totals", "-q");
        Assert.True(build.Status == 0, build.Error);

        var counted = Form.Cells.Where(c => c.Table.Key != "主动公开").ToList();
        foreach (var cell in new[] { Total, counted[random.Next(counted.Count)].Path, "主动公开.行政事业性收费" })
        {
            var run = bench.Run("trace", cell, "2021", "--format", "json");
            Assert.Equal((0, ""), (run.Status, run.Error));
            using var json = JsonDocument.Parse(run.Out);
            var root = json.RootElement;

            Assert.Equal((cell, Published(bench, "out", cell)), (root.GetProperty("cell").GetString(), Value(root)));
            Assert.True(root.GetProperty("complete").GetBoolean());
            AddUp(bench, root, cell, isWhole: true);
            var parts = root.GetProperty("parts").EnumerateArray().ToList();
            if (parts.Count > 0) Assert.Equal(Value(root), parts.Sum(p => p.GetProperty("sign").GetInt32() * Value(p)));
            foreach (var part in parts) AddUp(bench, part, part.GetProperty("cell").GetString()!, isWhole: false);
            // What last year had adds up too, through the units that took over from others.
            Assert.Equal(decimal.Parse(root.GetProperty("lastYear").GetString()!, CultureInfo.InvariantCulture), LastYear(root));
            Assert.Equal(Value(root), decimal.Parse(root.GetProperty("years").EnumerateArray().Last().GetProperty("value")
                .GetString()!, CultureInfo.InvariantCulture));
        }
    }

    private static void AddUp(Workbench bench, JsonElement node, string cell, bool isWhole)
    {
        var units = node.GetProperty("units").EnumerateArray().ToList();
        Assert.Equal((cell, Value(node)), (cell, units.Sum(Value)));
        foreach (var unit in units)
        {
            var kind = unit.GetProperty("kind").GetString();
            var file = unit.GetProperty("file").GetString()!;
            if (kind == "nested")
            {
                Assert.Equal(Published(bench, "out/" + file[..file.LastIndexOf('/')], cell), Value(unit));
                if (isWhole)
                    Assert.Equal(decimal.Parse(unit.GetProperty("lastYear").GetProperty("value")
                        .GetString()!, CultureInfo.InvariantCulture), LastYear(unit));
                AddUp(bench, unit, cell, isWhole);
            }
            else if (kind == "unit" && Value(unit) != 0 && !Form.Find(cell)!.IsTotal)
            {
                // The line that is named has the figure.
                var line = bench.Read(file).Split('\n')[unit.GetProperty("line").GetInt32() - 1];
                Assert.Contains(unit.GetProperty("value").GetString()!, line, StringComparison.Ordinal);
            }
            else if (kind == "own")
                Assert.Equal(Value(node), decimal.Parse(unit.GetProperty("stated").GetString()!, CultureInfo.InvariantCulture));
        }
    }

    private static decimal Value(JsonElement node) =>
        node.GetProperty("value").GetString() is { } value ? decimal.Parse(value, CultureInfo.InvariantCulture) : 0;

    private static decimal LastYear(JsonElement node) =>
        node.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("lastYear")).Where(l => l.ValueKind == JsonValueKind.Object)
        .DistinctBy(l => l.GetProperty("together").GetRawText() + l.GetProperty("units").GetRawText()).Sum(Value);

    private static decimal Published(Workbench bench, string folder, string cell)
    {
        var source = new Source("totals.yaml", Encoding.UTF8.GetBytes(bench.Read($"{folder}/2021/totals.yaml")));
        return FilingReader.Read(new Findings(), source, Form, [], 2021)!.Figures.Value(Form.Find(cell)!);
    }

    /// <summary>Makes a random authority, with its units over two years and those nested in it; every figure is right.</summary>
    private sealed class Grower(Workbench bench, Random random)
    {
        private int _names;

        /// <summary>The authority's totals of 2021, by cell path.</summary>
        public Dictionary<string, decimal> Grow(string folder, int levels)
        {
            var name = $"第{++_names}级机关";
            var totals = new Dictionary<string, decimal>(StringComparer.Ordinal);
            var children = levels > 1 ? random.Next(1, 4) : 0;
            for (var i = 0; i < children; i++) Add(totals, Grow(Path.Join(folder, $"下/{i}"), levels - random.Next(1, levels)));
            var roster = new StringBuilder();
            var units = random.Next(children > 0 ? 0 : 1, 4);
            var hasRoster = units == 0 || random.Next(4) > 0;
            for (var i = 0; i < units; i++)
            {
                var unit = $"{name}第{i}局";
                var data = Figures();
                Add(totals, data);
                Write(folder, 2021, unit, data, isTotal: random.Next(3) == 0);
                if (!hasRoster || random.Next(3) > 0) Keep(folder, unit, roster);
                else Reorganise(folder, unit, roster);
            }
            // Also a unit that ended, and the authority's own file, which is not added.
            if (hasRoster) roster.Append(CultureInfo.InvariantCulture, $"  - {{名称: {Filed(folder, name + "旧局")}, 至: 2020}}\n");
            if (units + children > 1 && random.Next(2) == 0) Write(folder, 2021, name, totals, isTotal: true);
            bench.Write(Path.Join(folder, "reportc.yaml"),
                $"机关: {name}\n格式: {{2020: \"2021\"}}\n"
                    + $"{(hasRoster ? "单位:\n" + roster : "")}{(children > 0 ? "下级: [\"下/*\"]\n" : "")}");
            return totals;
        }

        private void Keep(string folder, string unit, StringBuilder roster) =>
            roster.Append(CultureInfo.InvariantCulture, $"  - {Filed(folder, unit)}\n");

        /// <summary>A unit that took over one or two others, or that is new.</summary>
        private void Reorganise(string folder, string unit, StringBuilder roster)
        {
            var before = Enumerable.Range(0, random.Next(3)).Select(i => Filed(folder, $"{unit}前身{i}")).ToList();
            foreach (var name in before) roster.Append(CultureInfo.InvariantCulture, $"  - {{名称: {name}, 至: 2020}}\n");
            roster.Append(CultureInfo.InvariantCulture,
                $"  - {{名称: {unit}, 自: 2021{(before.Count > 0 ? $", 前身: [{string.Join(", ", before)}]" : "")}}}\n");
        }

        /// <summary>Lets a unit file for 2020, on the form of 2021, so that every cell compares.</summary>
        private string Filed(string folder, string unit)
        {
            Write(folder, 2020, unit, Figures(), isTotal: false);
            return unit;
        }

        /// <summary>Sparse details that balance: nothing is carried in or out.</summary>
        private Dictionary<string, decimal> Figures()
        {
            var data = new Dictionary<string, decimal>(StringComparer.Ordinal);
            foreach (var cell in Form.Cells.Where(c => !c.IsTotal && !c.Path.Contains("结转", StringComparison.Ordinal)
                && !c.Path.Contains(".本年新收.", StringComparison.Ordinal)))
            {
                if (random.Next(6) > 0) continue;
                data[cell.Path] = cell.Kind == ValueKind.Amount ? random.Next(0, 1000) / 100m : random.Next(0, 40);
                if (cell.Path.Contains(".办理结果.", StringComparison.Ordinal))
                    Add(data, $"依申请公开.本年新收.{cell.Column.Key}", data[cell.Path]);
            }
            return data;
        }

        private void Write(string folder, int year, string unit, Dictionary<string, decimal> data, bool isTotal)
        {
            var stated = new Dictionary<string, decimal>(data, StringComparer.Ordinal);
            if (isTotal)
            {
                foreach (var (path, value) in data)
                    if (Form.Find(path)!.Row.Cells is [.., { IsTotal: true } total] && total.Row.Cells.Length > 1)
                        Add(stated, total.Path, value);
            }
            var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"单位: {unit}\n年度: {year}\n");
            foreach (var table in Form.Tables) Write(text, table.Key, table.Key, stated, "");
            bench.Write(Path.Join(folder, $"data/{year}/{unit}.yaml"), text.ToString());
        }

        private static void Write(StringBuilder text, string key, string path, Dictionary<string, decimal> data, string indent)
        {
            if (data.TryGetValue(path, out var value))
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}{key}: {Figure.Format(value)}\n");
                return;
            }
            var isThere = data.Keys.Any(k => k.StartsWith(path + ".", StringComparison.Ordinal));
            if (!isThere && indent.Length > 0) return;
            text.Append(indent).Append(key).Append(isThere ? ":\n" : ": 无\n");
            if (isThere)
                foreach (var step in Form.StepsBelow(path)) Write(text, step, $"{path}.{step}", data, indent + "  ");
        }

        private static void Add(Dictionary<string, decimal> totals, Dictionary<string, decimal> data)
        {
            foreach (var (path, value) in data) Add(totals, path, value);
        }

        private static void Add(Dictionary<string, decimal> totals, string path, decimal value) =>
            totals[path] = totals.GetValueOrDefault(path) + value;
    }
}
