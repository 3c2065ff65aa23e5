namespace ReportCompiler.Diagnostics;

internal static partial class Errors
{
    /// <summary>What the narrative says, held to the tables.</summary>
    public static class Prose
    {
        /// <summary>A typed figure is none of the cells' it may be.</summary>
        public static Diagnostic Figure(
            Location at, IReadOnlyList<(IReadOnlyList<CellName> Cells, string Figure)> readings, string stated, string unit, bool lastYear)
        {
            var (cells, figure) = readings[0];
            var (first, gloss) = (Path(cells), string.Join(" + ", cells.Select(c => c.Gloss)));
            var others = readings.DistinctBy(r => r.Figure, StringComparer.Ordinal).Skip(1).ToList();
            return new(Catalogue.NarrativeFigure,
                new($"正文写的是 {stated} {unit}，表中“{first}”是 {figure}"
                    + string.Concat(others.Select(r => $"，“{Path(r.Cells)}”是 {r.Figure}")),
                    $"the prose says {stated} {unit}, the table has {figure} at “{first}” ({gloss})"
                    + string.Concat(others.Select(r => $", {r.Figure} at “{Path(r.Cells)}”"))),
                new($"核对后改正；不用手写，写“{{{{ {first} }}}}”，就不会不一致",
                    $"compare and correct; write “{{{{ {first} }}}}” instead of the figure and they cannot differ"))
            { Location = at };

            string Path(IReadOnlyList<CellName> cells) => string.Join(" + ", cells.Select(c => (lastYear ? "上年." : "") + c.Path));
        }

        /// <summary>A typed figure that may be a part of a row is more than all of it.</summary>
        public static Diagnostic Above(Location at, IReadOnlyList<CellName> cells, string most, string stated, string unit)
        {
            var (path, gloss) = (string.Join(" + ", cells.Select(c => c.Path)), string.Join(" + ", cells.Select(c => c.Gloss)));
            return new(Catalogue.NarrativeFigure,
                new($"正文写的是 {stated} {unit}，表中“{path}”一共只有 {most}",
                    $"the prose says {stated} {unit}, the table has no more than {most} at “{path}” ({gloss})"),
                new("核对正文和数据：所写的无论是全部还是一部分，都不会多于表中的数",
                    "compare the prose with the data: all of it or a part of it, it cannot be more than the table has"))
            { Location = at, Severity = Severity.Warning, Expected = most, Actual = stated };
        }

        /// <summary>The prose denies what the table has.</summary>
        public static Diagnostic None(Location at, CellName cell, string figure) => new(Catalogue.NarrativeNone,
            new($"正文说没有，表中“{cell.Path}”是 {figure}",
                $"the prose says there was none, the table has {figure} at “{cell.Path}” ({cell.Gloss})"),
            new($"核对后改正正文或数据；写“{{{{ {cell.Path} }}}}{cell.Unit}”，就不会不一致",
                $"correct the prose or the data; write “{{{{ {cell.Path} }}}}{cell.Unit}” and they cannot differ"))
        { Location = at };

        /// <summary>A share does not recompute from the figures around it, or from those of the tables where these differ.</summary>
        public static Diagnostic Share(Location at, string part, string whole, string share, string stated, bool isOfTable) => new(
            Catalogue.NarrativeShare,
            new($"正文写占 {stated}%，{(isOfTable ? "表中是 " : "")}{part} 占 {whole} 的 {share}%",
                $"the prose gives a share of {stated}%, but {part} of {whole}{(isOfTable ? " in the table" : "")} is {share}%"),
            new("重新计算这个占比，或核对它的两个数", "recompute the share, or compare its two figures"))
        { Location = at, Expected = share, Actual = stated };

        /// <summary>The shares of a list that ends with what else there is are not all there is.</summary>
        public static Diagnostic Shares(Location at, string sum, int count) => new(Catalogue.NarrativeShare,
            new($"正文所列 {count} 项占比合计 {sum}%，应为 100%", $"the {count} shares the prose lists come to {sum}% and not to 100%"),
            new("核对各项占比：有一个写错", "compare the shares: one of them is wrong"))
        { Location = at, Expected = "100", Actual = sum };

        /// <summary>A rate, such as 办结率, is not what the tables give.</summary>
        public static Diagnostic Rate(Location at, string part, string whole, string rate, string stated) => new(Catalogue.NarrativeShare,
            new($"正文写的比率是 {stated}%，表中是 {whole} 中的 {part}，应为 {rate}%",
                $"the prose gives a rate of {stated}%, but {part} of {whole} in the table is {rate}%"),
            new("重新计算这个比率，或核对它的两个数", "recompute the rate, or compare its two figures"))
        { Location = at, Expected = rate, Actual = stated };

        /// <summary>A rate, such as 答复率, is more than all there is.</summary>
        public static Diagnostic MoreThanAll(Location at, string stated) => new(Catalogue.NarrativeShare,
            new($"正文写的比率是 {stated}%，超过 100%", $"the prose gives a rate of {stated}%, which is more than 100%"),
            new("改正这个比率", "correct the rate"))
        { Location = at, Actual = stated };

        /// <summary>The parts that a sentence names are more than its whole.</summary>
        public static Diagnostic Parts(Location at, string whole, string sum, string unit, int count) => new(Catalogue.NarrativeParts,
            new($"正文写共 {whole} {unit}，所列 {count} 项合计 {sum} {unit}",
                $"the prose has {whole} {unit} in all, the {count} parts it names come to {sum} {unit}"),
            new("核对总数和各项：有一个数写错，或一项重复计算", "compare the whole with its parts: a figure is wrong, or counted twice"))
        { Location = at, Expected = sum, Actual = whole };

        /// <summary>A growth does not recompute from the totals of both years.</summary>
        /// <param name="at">The figure.</param>
        /// <param name="last">The total of the year before.</param>
        /// <param name="now">The total of the report's year.</param>
        /// <param name="right">The change as it should be written, signed.</param>
        /// <param name="stated">The change as it is written, signed.</param>
        /// <param name="unit">% or a counting word.</param>
        public static Diagnostic Growth(Location at, string last, string now, string right, string stated, string unit) =>
            Growth(at, new($"表中上年 {last}、本年 {now}", $"the tables have {last} and {now}"), right, stated, unit);

        /// <summary>The same by the figures that the sentence itself has for both years.</summary>
        public static Diagnostic OwnGrowth(Location at, string last, string now, string right, string stated, string unit) =>
            Growth(at, new($"句中上年 {last}、本年 {now}", $"the sentence has {last} and {now}"), right, stated, unit);

        private static Diagnostic Growth(Location at, Text both, string right, string stated, string unit)
        {
            var (written, should) = (Change(stated), Change(right));
            return new(Catalogue.NarrativeGrowth,
                new($"正文写比上年{written.Chinese}{unit}，{both.Chinese}，应为{should.Chinese}{unit}",
                    $"the prose says {written.English}{unit} than the year before, {both.English}, "
                    + $"which is {should.English}{unit}"),
                new("重新计算，并核对是增是减", "recompute it, and look whether it grew or shrank"))
            { Location = at, Expected = right, Actual = stated };

            static Text Change(string change) => change.StartsWith('-') ? new($"减少 {change[1..]}", $"less by {change[1..]}")
                : new($"增加 {change}", $"more by {change}");
        }

        /// <summary>A word for how many times as much there was, 持平 or 翻一番, that the tables do not bear out.</summary>
        public static Diagnostic Times(Location at, string word, string last, string now) => new(Catalogue.NarrativeGrowth,
            new($"正文写与上年相比“{word}”，表中上年 {last}、本年 {now}",
                $"the prose says “{word}” ({(word == "持平" ? "as many as" : "a multiple of")} the year before), "
                + $"the tables have {last} and {now}"),
            new("重新计算，并核对是增是减", "recompute it, and look whether it grew or shrank"))
        { Location = at, Actual = word };

        /// <summary>Figures beside words of the form that are not understood: nobody has compared them.</summary>
        /// <param name="at">The first of them.</param>
        /// <param name="count">How many there are.</param>
        /// <param name="listed">Those that are listed: the words with the figure, and the line.</param>
        public static Diagnostic Unread(Location at, int count, IReadOnlyList<(string Quote, int Line)> listed)
        {
            var more = count - listed.Count;
            return new(Catalogue.NarrativeUnread,
                new($"正文有 {count} 个数没有读懂，没有与表核对："
                    + string.Join('、', listed.Select(l => $"“{l.Quote}”（第 {Number(l.Line)} 行）"))
                    + (more > 0 ? $"，另有 {more} 个" : ""),
                    $"{count} {(count == 1 ? "figure" : "figures")} of the prose not understood and not compared with the tables: "
                    + string.Join(", ", listed.Select(l => $"“{l.Quote}” (line {Number(l.Line)})"))
                    + (more > 0 ? $", and {more} more" : "")),
                new("人工核对这些数，或改用表达式；表达式计算的数不会与表不一致",
                    "compare them by hand, or write expressions: what an expression computes cannot differ from the tables"))
            { Location = at };
        }

        /// <summary>The prose is of another year.</summary>
        public static Diagnostic Year(Location at, int year, int stated) => new(Catalogue.NarrativeYear,
            new($"{year} 年的报告，正文写的是 {stated} 年", $"this is the report of {year}, the prose says {stated}"),
            new("可能沿用了旧稿：改为“{{ 年度 }}年”", "perhaps it was taken over from another year's: write “{{ 年度 }}年”"))
        { Location = at, Expected = Number(year), Actual = Number(stated) };

        /// <summary>A section of prose alone says nothing.</summary>
        public static Diagnostic EmptySection(Location at, string ordinal, string heading, bool saysNone) => new(Catalogue.NarrativeSection,
            new($"第{ordinal}部分“{heading}”{(saysNone ? "只写了“无”" : "没有内容")}",
                $"section {ordinal}, “{heading}”, {(saysNone ? "says “无” and nothing else" : "is empty")}"),
            new($"在“## {ordinal}、{heading}”下写明情况", $"write it under “## {ordinal}、{heading}”"))
        { Location = at };

        /// <summary>六个部分 are announced, the form has another number.</summary>
        public static Diagnostic Announced(Location at, int announced, int sections) => new(Catalogue.NarrativeSection,
            new($"正文说报告有 {announced} 个部分，格式有 {sections} 个",
                $"the prose announces {announced} parts, the form has {sections}"),
            new($"改为 {sections} 个部分，并核对所列名称", $"write {sections} and compare the names listed"))
        { Location = at };

        /// <summary>A section's heading has other words than its section's.</summary>
        /// <param name="at">The heading.</param>
        /// <param name="ordinal">The section's ordinal.</param>
        /// <param name="words">The words it has.</param>
        /// <param name="heading">The words it should have.</param>
        /// <param name="other">The ordinal of the section whose words they are; null if they are none's, or several's.</param>
        public static Diagnostic Heading(Location at, string ordinal, string words, string heading, string? other) => new(
            Catalogue.NarrativeHeading,
            new($"第{ordinal}部分的标题写的是“{words}”{(other is null ? "" : $"，那是第{other}部分")}",
                $"section {ordinal} is headed “{words}”{(other is null ? "" : $", which is section {other}")}"),
            other is null ? new($"格式的标题是“{ordinal}、{heading}”；照写的印出",
                    $"the form's heading is “{ordinal}、{heading}”; yours is printed")
                : new($"改为“{ordinal}、{heading}”；这一部分的内容属于第{other}部分的，把序号改为“{other}、”",
                    $"write “{ordinal}、{heading}”; if the text is that of section {other}, write “{other}、” instead"))
        { Location = at, Expected = heading, Actual = words };

        /// <summary>The processing fee is not mentioned where it is due.</summary>
        public static Diagnostic NoFee(Location at, string ordinal, string fee) => new(Catalogue.ProcessingFee,
            new($"第{ordinal}部分没有写{fee}的收取情况", $"section {ordinal} does not state the processing fee ({fee})"),
            new($"写明收取金额；没有收取的写“本年度未收取{fee}。”",
                $"state the amount; where none was collected write “本年度未收取{fee}。”"))
        { Location = at };

        /// <summary>The processing fee is more than what it is part of.</summary>
        public static Diagnostic FeeTooLarge(Location at, string fee, CellName limit, string stated, string figure) =>
            new(Catalogue.ProcessingFee,
                new($"{fee} {stated} {limit.Unit}，多于表中“{limit.Path}”的 {figure} {limit.Unit}",
                    $"the processing fee ({fee}) of {stated} {limit.Unit} "
                    + $"is more than “{limit.Path}” ({limit.Gloss}), {figure} {limit.Unit}"),
                new("前者是后者的一部分：核对两个数和单位（元、万元）",
                    "it is part of the latter: compare both figures and their units (元, 万元)"))
            { Location = at };

        /// <summary>A reader cannot tell where to ask.</summary>
        public static Diagnostic NoContact(Location at, IReadOnlyList<string> missing) => new(Catalogue.Contact,
            new($"联系方式缺少{string.Join('、', missing)}", $"the contact line lacks {string.Join(", ", missing)}"),
            new($"在 reportc.yaml 的“联系方式”中写明{string.Join('、', missing)}，或写在正文开头",
                $"give {string.Join(", ", missing)} under “联系方式” in reportc.yaml, or at the beginning of the narrative"))
        { Location = at };

        /// <summary>The date of publication or signature lies within the report's year, or before it.</summary>
        public static Diagnostic PublishedTooEarly(Location at, int year, DateOnly date)
        {
            var written = date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            return new(Catalogue.PublicationDate,
                new($"{Number(year)} 年的报告，日期写的是 {written}，这一年还没有过完",
                    $"the report of {Number(year)} is dated {written}, before that year was over"),
                new($"改为 {Number(year + 1)} 年的实际日期", $"write the date in {Number(year + 1)} on which it was signed"))
            { Location = at };
        }

        /// <summary>The prose is last year's: of its long sentences most stand there.</summary>
        public static Diagnostic CopiedProse(Location at, int year, int sentences, int same) => new(Catalogue.NarrativeCopied,
            new($"正文 {sentences} 句较长的话中有 {same} 句与 {Number(year)} 年的相同（不计年份和数字）",
                $"of {sentences} longer sentences {same} stand in the narrative of {Number(year)} "
                + "(years and figures aside)"),
            new("写当年的做法、问题和改进；年报雷同要被通报", "write what was done this year; reports that repeat are censured"))
        { Location = at };

        /// <summary>A place was left open: a figure that is missing before its counting word, or ×× for a name.</summary>
        public static Diagnostic OpenPlace(Location at, string quote) => new(Catalogue.NarrativeSection,
            new($"“{quote}”还空着没有填", $"“{quote}” is still open"),
            new("填上，或删去这句话", "fill it in, or take the sentence out"))
        { Location = at };

        /// <summary>A section does not speak of what it should.</summary>
        public static Diagnostic NoTopic(Location at, string ordinal, IReadOnlyList<string> topics) => new(Catalogue.NarrativeSection,
            new($"第{ordinal}部分没有写到{string.Join('、', topics)}", $"section {ordinal} does not speak of {string.Join(", ", topics)}"),
            new($"补写{(topics.Count > 1 ? "这几个方面" : "这个方面")}的情况；没有的写明没有",
                $"write of {(topics.Count > 1 ? "them" : "it")}; say so if there was nothing"))
        { Location = at, Severity = Severity.Info };

        /// <summary>Words of a wider place in the report of one office: 部分地区.</summary>
        public static Diagnostic OfAnotherKind(Location at, string word) => new(Catalogue.NarrativeSection,
            new($"本机关不是一级政府，正文写的是“{word}”", $"the authority governs no place, the prose says “{word}”"),
            new("可能抄自别的单位的报告：核对后改写", "perhaps it was taken from another's report: compare and rewrite"))
        { Location = at, Severity = Severity.Info };

        private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
