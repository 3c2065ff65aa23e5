using System.Globalization;
using System.Text;
using ReportCompiler.Importing.Documents;

namespace ReportCompiler.Importing.Office;

/// <summary>
/// The number in a cell of a workbook as text. It is the number itself, for rounding is the sheet's look; but what its format makes
/// another figure in the reader's eye (a unit, a percentage, thousands, a date) is said with it, so that nobody takes it for a count.
/// </summary>
internal static class NumberFormat
{
    /// <summary>The digits that a workbook keeps: what a binary number has beyond them is noise.</summary>
    private const int Digits = 15;

    /// <summary>Formats that have a number instead of a code, as far as they are no plain number.</summary>
    public static string? BuiltIn(int id) => id switch
    {
        9 or 10 => "0%",
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => "yyyy-mm-dd",
        _ => null,
    };

    /// <summary>A number as its cell has it, under a format; the text as it stands if it is none that a report can hold.</summary>
    public static SheetCell Show(string number, string? format, bool from1904 = false)
    {
        if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return new SheetCell(number);
        return Show(value, format, from1904);
    }

    /// <summary>A number under a format.</summary>
    public static SheetCell Show(decimal value, string? format, bool from1904 = false)
    {
        value = WithoutNoise(value);
        var text = value.ToString(CultureInfo.InvariantCulture);
        if (format is null or "" or "@" || format.Equals("General", StringComparison.OrdinalIgnoreCase)) return new SheetCell(text);
        var sections = Sections(format);
        var at = value > 0 || sections.Count == 1 ? 0 : value < 0 ? 1 : 2;
        var section = sections[Math.Min(at, sections.Count - 1)];
        if (at == 2 && sections.Count == 2) section = sections[0];
        if (section.Trim().Length == 0) return new SheetCell("");
        var shown = new Look(section).Of(value, text, from1904);
        return at == 1 && section.IndexOfAny(['-', '(', '（']) < 0 ? shown with { Doubt = shown.Doubt ?? Doubts.NoSign } : shown;
    }

    private static decimal WithoutNoise(decimal value)
    {
        var whole = decimal.Truncate(Math.Abs(value)).ToString(CultureInfo.InvariantCulture).TrimStart('0').Length;
        // 28 places are all that a decimal has; 0.0001 has its fifteen digits further back, which no report reaches.
        if (whole < Digits) value = Math.Round(value, Digits - whole, MidpointRounding.AwayFromZero);
        // Divided by a one of 28 places, a decimal loses the zeros at its end.
        return value / 1.0000000000000000000000000000m;
    }

    private static List<string> Sections(string format)
    {
        var sections = new List<string>();
        var section = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] is '\\' or '!' && !isQuoted && i + 1 < format.Length) section.Append(format[i++]);
            else if (format[i] == '"') isQuoted = !isQuoted;
            else if (format[i] == ';' && !isQuoted)
            {
                sections.Add(section.ToString());
                section.Clear();
                continue;
            }
            section.Append(format[i]);
        }
        sections.Add(section.ToString());
        return sections;
    }

    /// <summary>What a section of a format puts around a number, and what it makes of it.</summary>
    private sealed class Look
    {
        private readonly StringBuilder _before = new();
        private readonly StringBuilder _after = new();
        private readonly bool _hasDigits;
        private readonly bool _isDate;
        private readonly bool _isShare;
        private readonly bool _isScaled;
        private readonly bool _isDivided;
        private bool _mayDivide;

        public Look(string section)
        {
            if (section.StartsWith("General", StringComparison.OrdinalIgnoreCase)) section = "0" + section["General".Length..];
            for (var i = 0; i < section.Length; i++)
            {
                var c = section[i];
                var next = i + 1 < section.Length ? section[i + 1] : '\0';
                if (c == '"')
                {
                    var end = section.IndexOf('"', i + 1);
                    if (end < 0) end = section.Length;
                    Literal(section[(i + 1)..end]);
                    i = end;
                }
                else if (c is '\\' or '!')
                {
                    // "0!.0," is how a Chinese Excel shows ten thousands: a point that is put in by hand moves the figure.
                    Literal(section[++i < section.Length ? i..(i + 1) : i..i]);
                }
                else if (c is '_' or '*') i++;
                else if (c == '[')
                {
                    var end = section.IndexOf(']', i);
                    if (end < 0) end = section.Length;
                    // A currency; colours and kinds of digits change nothing, an elapsed time and a condition do.
                    if (next == '$') Literal(section[(i + 2)..end].Split('-')[0]);
                    else if (next is 'h' or 'm' or 's' or '<' or '>' or '=') _isDate = true;
                    i = end;
                }
                else if (c is '0' or '#' or '?')
                {
                    _hasDigits = true;
                    _isDivided |= _mayDivide;
                }
                // Between digits a comma divides them, behind them it takes thousands away: "#,##0" and "#,##0,.0".
                else if (c == ',') _isScaled |= _hasDigits && next is not ('0' or '#' or '?');
                else if (c == '.') continue;
                else if (c == '%') _isShare = true;
                else if (c is 'E' or 'e' && _hasDigits) i++;
                else if (char.IsAsciiLetter(c) || c is '年' or '月' or '日') _isDate = true;
                else Literal(section[i..(i + 1)]);
            }
        }

        public SheetCell Of(decimal value, string text, bool from1904)
        {
            if (_isDate)
                return Date(value, from1904) is { } date ? new SheetCell(date) : new SheetCell(text) { Doubt = Doubts.AsDate };
            if (_isShare) text = (value * 100).ToString("0.##########", CultureInfo.InvariantCulture) + "%";
            if (!_hasDigits) text = "";
            return new SheetCell($"{_before}{text}{_after}")
            {
                Doubt = _isScaled ? Doubts.Scaled : _isDivided ? Doubts.Divided : null,
            };
        }

        /// <summary>Takes what stands beside the digits; signs and brackets of a negative figure, points and spaces are its own.</summary>
        private void Literal(string text)
        {
            _mayDivide |= _hasDigits && text.IndexOfAny(['-', '/', '.']) >= 0;
            foreach (var c in text)
                if (!char.IsWhiteSpace(c) && !"()-+.,/（）".Contains(c)) (_hasDigits ? _after : _before).Append(c);
        }

        private static string? Date(decimal value, bool from1904)
        {
            var day = decimal.Truncate(value) + (from1904 ? 1462 : 0);
            // Day 60 of 1900 is one that never was; no report is that old.
            if (day is < 61 or > 2_958_465) return null;
            return new DateTime(1899, 12, 30).AddDays((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }
}
