namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>Names before the colon.</summary>
    public static class Keys
    {
        /// <summary>The same key twice at one level.</summary>
        public static Diagnostic Duplicate(Location at, string key, Location first) => new(Catalogue.DuplicateKey,
            new($"“{key}”在这一层写了两次，第一次在第 {first.Span.Line} 行",
                $"“{key}” stands twice at this level, first in line {first.Span.Line}"),
            new("保留正确的一个，删去另一个", "keep the right one and delete the other"))
        { Location = at, Related = [new(key, "", first)] };

        /// <summary>A key and its label, or two labels of one row.</summary>
        public static Diagnostic SameTwice(Location at, string written, string first, Location firstAt) => new(Catalogue.DuplicateKey,
            new($"“{written}”与第 {firstAt.Span.Line} 行的“{first}”是同一项",
                $"“{written}” is the same item as “{first}” in line {firstAt.Span.Line}"),
            new("保留正确的一个，删去另一个", "keep the right one and delete the other"))
        { Location = at, Related = [new(first, "", firstAt)] };

        /// <summary>A nested authority's own figure that this one does not have.</summary>
        public static Diagnostic NotOurs(Location at, string indicator) => new(Catalogue.UnknownKey,
            new($"本级没有指标“{indicator}”，不汇总", $"this authority has no indicator “{indicator}”; it is not added"),
            new("要汇总的，加入 reportc.yaml 的“指标”", "to add it, list it under 指标 in reportc.yaml"))
        { Location = at, Severity = Severity.Info };

        /// <summary>A key nobody knows.</summary>
        public static Diagnostic Unknown(
            Location at, string key, string? nearest, IEnumerable<string> known, string path = "", string? elsewhere = null,
            string? remark = null)
        {
            var list = known.Take(12).ToList();
            var where = path.Length > 0 ? $"“{path}”下" : "这里";
            return new(Catalogue.UnknownKey,
                new($"{where}没有“{key}”这一项", path.Length > 0 ? $"there is no “{key}” in “{path}”" : $"there is no field “{key}” here"),
                elsewhere is not null
                    ? new($"它是“{elsewhere}”下的一项：移到那里，或检查缩进和上一行",
                        $"it belongs to “{elsewhere}”: move it there, or check the indentation and the line above")
                : nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?")
                : remark is not null
                    ? new($"是备注就在前面加“# ”：“# {remark}”；不需要就删去", $"put “# ” before a remark: “# {remark}”; or delete it")
                : list.Count > 0 ? new($"可以写的有：{string.Join('、', list)}", $"known here: {string.Join(", ", list)}")
                : new("删去这一项", "delete it"))
            { Location = at };
        }

        /// <summary>A field of the file as a whole, such as 填报人, within a table.</summary>
        public static Diagnostic OfFile(Location at, string key, string path, string text) => new(Catalogue.UnknownKey,
            new($"“{key}”写到了“{path}”里面", $"“{key}” stands within “{path}”"),
            new($"移到文件开头，与“单位”对齐：“{key}: {text}”", $"move it to the top, in line with “单位”: “{key}: {text}”"))
        { Location = at };

        /// <summary>A cell path nobody knows.</summary>
        public static Diagnostic UnknownCell(Location at, string path, string? nearest) => new(Catalogue.UnknownKey,
            new($"表中没有“{path}”这一格", $"the form has no cell “{path}”"),
            nearest is not null ? new($"是不是“{nearest}”？", $"did you mean “{nearest}”?")
                : new("写成“表.行.列”，例如“依申请公开.本年新收.自然人”", "write “table.row.column”, such as “依申请公开.本年新收.自然人”"))
        { Location = at };
    }
}
