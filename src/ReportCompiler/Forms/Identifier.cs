namespace ReportCompiler.Forms;

/// <summary>What may be a key: a name that the template language can write after a dot.</summary>
internal static class Identifier
{
    /// <summary>Whether a key of an edition or an indicator is letters of any plane, digits and _, not beginning with a digit.</summary>
    public static bool IsKey(string key) => key.Length > 0 && !char.IsDigit(key, 0) && IsMadeOf(key, "_");

    /// <summary>
    /// Whether it may be the 版本 of an edition, which may also hold - and . and begin with a digit. It names files, so that it
    /// neither begins nor ends with these.
    /// </summary>
    public static bool IsEditionName(string name) => IsMadeOf(name, "_-.") && name[0] is not ('-' or '.') && name[^1] is not ('-' or '.');

    /// <summary>How many UTF-16 units the character of a key at a place takes; 0 if it is none.</summary>
    public static int LengthAt(string text, int at) =>
        text[at] != '_' && !char.IsLetterOrDigit(text, at) ? 0 : char.IsSurrogatePair(text, at) ? 2 : 1;

    private static bool IsMadeOf(string name, string signs)
    {
        for (var i = 0; i < name.Length;)
        {
            var length = signs.Contains(name[i]) ? 1 : LengthAt(name, i);
            if (length == 0) return false;
            i += length;
        }
        return name.Length > 0;
    }
}
