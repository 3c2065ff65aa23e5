using ReportCompiler.Forms;

namespace ReportCompiler.Repairs;

/// <summary>
/// Equations that hang together by shared cells, apart from all others: they can be mended by themselves. Cells are renumbered
/// from 0 in the order of the form, so that the same figures are searched in the same order.
/// </summary>
internal sealed class Component
{
    private Component(Unknown[] unknowns, Sum[] sums) => (Unknowns, Sums) = (unknowns, sums);

    /// <summary>The cells.</summary>
    public Unknown[] Unknowns { get; }

    /// <summary>The equations, over the cells' places in <see cref="Unknowns"/>.</summary>
    public Sum[] Sums { get; }

    /// <summary>The cells that can only grow, as bits.</summary>
    public ulong[] AtZero()
    {
        var cells = CellBits.For(Unknowns.Length);
        foreach (var (place, unknown) in Unknowns.Index())
            if (unknown.Value == 0 && !unknown.IsSigned) CellBits.Add(cells, place);
        return cells;
    }

    /// <summary>The parts of a system in which an equation of this year is broken, small ones first.</summary>
    public static List<Component> BrokenOf(LinearSystem system)
    {
        var parents = Enumerable.Range(0, system.Unknowns.Count).ToArray();
        foreach (var sum in system.Sums)
            for (var i = 1; i < sum.Unknowns.Length; i++) parents[Top(sum.Unknowns[i])] = Top(sum.Unknowns[0]);
        var components = new List<Component>();
        var seen = new HashSet<int>();
        foreach (var sum in system.Sums)
            if (sum is { IsBroken: true, IsOfLastYear: false, Unknowns.Length: > 0 } && seen.Add(Top(sum.Unknowns[0])))
                components.Add(Cut(Top(sum.Unknowns[0])));
        return [.. components.OrderBy(c => c.Sums.Length).ThenBy(c => c.Unknowns[0].Order)];

        int Top(int i)
        {
            while (parents[i] != i) i = parents[i] = parents[parents[i]];
            return i;
        }

        Component Cut(int top)
        {
            var members = Enumerable.Range(0, parents.Length).Where(i => Top(i) == top).OrderBy(i => system.Unknowns[i].Order).ToArray();
            var places = new int[parents.Length];
            foreach (var (place, member) in members.Index()) places[member] = place;
            var sums = system.Sums.Where(s => s.Unknowns.Length > 0 && Top(s.Unknowns[0]) == top);
            return new Component(
                [.. members.Select(i => system.Unknowns[i])],
                [.. sums.Select(s => s with { Unknowns = [.. s.Unknowns.Select(u => places[u])] })]);
        }
    }
}
