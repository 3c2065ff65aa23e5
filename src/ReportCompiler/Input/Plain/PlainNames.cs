using System.Text;

namespace ReportCompiler.Input.Plain;

/// <summary>The keys and labels of one level of a form as bytes: all keys in their order, then all labels.</summary>
internal sealed class PlainNames
{
    // Files keep the order of the form: nearly always the next name is the one. However large a form, a look round ends here.
    private const int MostLookedAt = 64;
    private const int LongestName = 100;
    private const string Marks = "_.（）“”，、；-/";

    private readonly List<Name> _names = [];

    /// <summary>A name as UTF-8, of so many characters, and of what it is the name; in braces commas of any kind divide.</summary>
    public readonly record struct Name(byte[] Bytes, int Characters, int Index, bool IsOfBraces);

    /// <summary>The names of things by which the form finds them; a name that is not plain, or means another, is left out.</summary>
    public static PlainNames Of<T>(IReadOnlyList<T> things, Func<T, string?> key, Func<T, string> label, Func<string, T?> find)
        where T : class
    {
        var names = new PlainNames();
        for (var i = 0; i < things.Count; i++) Add(key(things[i]), i);
        for (var i = 0; i < things.Count; i++)
            if (label(things[i]) != key(things[i])) Add(label(things[i]), i);
        return names;

        void Add(string? name, int index)
        {
            if (name is not null && IsPlain(name) && ReferenceEquals(find(name), things[index]))
                names._names.Add(new Name(Encoding.UTF8.GetBytes(name), name.Length, index, IsOfBraces(name)));
        }
    }

    /// <summary>Finds the name that stands at the beginning, with a colon behind it; looks first for the one behind the last.</summary>
    public Name? Find(ReadOnlySpan<byte> text, ref int next)
    {
        for (var looked = Math.Min(_names.Count, MostLookedAt); looked > 0; looked--)
        {
            if (next >= _names.Count) next = 0;
            var name = _names[next++];
            var length = name.Bytes.Length;
            if (length < text.Length && text[length] == (byte)':' && text.StartsWith(name.Bytes)) return name;
        }
        return null;
    }

    /// <summary>Whether YAML reads a name as it is written, and no slip of an input method is seen in it.</summary>
    public static bool IsPlain(string name)
    {
        foreach (var c in name)
            if (!char.IsLetterOrDigit(c) && !Marks.Contains(c)) return false;
        return name.Length is > 0 and <= LongestName && (char.IsLetterOrDigit(name[0]) || name[0] == '（');
    }

    /// <summary>Whether the same holds in braces; figures behind a comma may be thousands.</summary>
    public static bool IsOfBraces(string name) => !name.AsSpan().ContainsAny("，、；") && !char.IsAsciiDigit(name[0]);
}
