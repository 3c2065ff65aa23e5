using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Input;
using Xunit;

namespace ReportCompiler.Tests;

/// <summary>Made-up editions of any shape: complete they add up, and without any one part of any total they are refused.</summary>
public sealed class EditionTotalsPropertyTests
{
    private const int Editions = 24;

    [Fact]
    public void A_complete_edition_is_accepted_and_one_that_forgets_a_part_is_not()
    {
        var random = new Random(711);
        var forgotten = 0;
        for (var i = 0; i < Editions; i++)
        {
            var form = new MadeUpForm(random);
            var findings = new Findings();
            var edition = EditionReader.Read(findings, form.Write());
            Assert.True(edition is not null, form.Text + (findings.IsEmpty ? "" : findings.All[0].Message.Chinese));
            AddsUp(form, edition, random);
            foreach (var total in form.Totals)
            {
                for (var part = 0; part < total.Parts.Count && total.Parts.Count > 1; part++, forgotten++)
                    Refused(form, total with { Parts = [.. total.Parts.Where((_, at) => at != part)] }, total, "没有计入");
                Refused(form, total with { Parts = [.. total.Parts, total.Parts[^1]] }, total, "两次");
            }
        }
        Assert.True(forgotten > 5 * Editions, $"{forgotten}");
    }

    private static void Refused(MadeUpForm form, MadeUpForm.Total changed, MadeUpForm.Total total, string said)
    {
        var findings = new Findings();
        var source = form.Write(total, changed);
        Assert.True(EditionReader.Read(findings, source) is null, form.Text);
        Assert.All(findings.All, f => Assert.Equal(Catalogue.Edition, f.Rule));
        Assert.Contains(findings.All, f => f.Message.Chinese.Contains(said, StringComparison.Ordinal));
    }

    /// <summary>The corner of the table, the total of totals, is the sum of every cell that is counted.</summary>
    private static void AddsUp(MadeUpForm form, Edition edition, Random random)
    {
        var stated = new Figure[edition.Cells.Length];
        foreach (var cell in edition.Cells.Where(c => !c.IsTotal))
            stated[cell.Index] = new Figure(FigureState.Number, random.Next(100), default);
        var sum = edition.Cells.Where(c => !c.IsTotal && !form.Uncounted.Exists(u => c.Path.Contains(u, StringComparison.Ordinal)))
            .Sum(c => stated[c.Index].Value);
        var corner = edition.Find($"表.总行.{form.Corner}")!;
        Assert.Equal(sum, new Figures(edition, stated, []).Value(corner));
    }
}
