using ReportCompiler.Aggregation;
using ReportCompiler.Diagnostics;
using ReportCompiler.Forms;
using ReportCompiler.Manuscripts;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// Holds the clerk's prose to the statutory tables. A figure that an expression printed needs no check and gets none; of what was
/// typed only sentences that are understood are checked, for a false alarm costs more than a slip that gets away.
/// </summary>
internal static class NarrativeCheck
{
    // Longer is no sentence, and is not understood; what is done for one grows faster than its length.
    private const int MostCharacters = 2000;

    // Nor has a paragraph as many sentences: what is done for one looks at all before it.
    private const int MostSentences = 200;

    /// <summary>Checks a narrative.</summary>
    /// <param name="findings">Takes what was found.</param>
    /// <param name="project">The project.</param>
    /// <param name="district">The year.</param>
    /// <param name="last">The year before; null if there is none.</param>
    /// <param name="rendered">The rendered narrative.</param>
    /// <param name="narrative">The same taken apart.</param>
    /// <param name="source">The clerk's file.</param>
    /// <param name="lastSource">The narrative of the year before; null if there is none, or if it cannot be read.</param>
    /// <returns>The narrative with what is known of its figures.</returns>
    public static Narrative Check(
        Findings findings, Project project, District district, District? last, Rendered rendered, Narrative narrative, SourceText source,
        SourceText? lastSource)
    {
        var phrasing = district.Edition.Phrasing;
        var sentences = Sentences.Of(district.Edition, district.Year, rendered.Text);
        var prose = new CheckedProse(project, district, last is { IsComplete: true } ? last : null, rendered, source, sentences);
        var (found, account) = (new Findings(), new Account(prose));
        if (phrasing is not null) Read(prose, phrasing, found, account);
        SectionCheck.Sections(found, prose, phrasing, narrative);
        if (phrasing?.Fee is { } fee) SectionCheck.Fee(found, prose, fee, narrative);
        SectionCheck.ContactLine(found, prose, narrative);
        if (phrasing is not null) WholeCheck.Check(found, prose, phrasing, narrative);
        if (phrasing is not null && lastSource is not null) CopiedCheck.Check(found, prose, phrasing, lastSource);
        // A loop renders a line many times; it was typed once.
        findings.AddRange(found.All.DistinctBy(f => (f.Rule, f.Message, f.Location)));
        return narrative with { Rendered = rendered, Figures = account.Figures, OwnYears = account.OwnYears };
    }

    private static void Read(CheckedProse prose, Phrasing phrasing, Findings found, Account account)
    {
        var lexicon = Lexicon.Of(phrasing);
        var own = OwnNames.Of(prose.Project);
        foreach (var sentence in prose.Sentences)
        {
            var words = lexicon.Split(sentence.Text, own);
            sentence.Tokens = sentence.Text.Length <= MostCharacters ? Locutions.Join(sentence.Text, sentence.At, words) : words;
            Locutions.Mend(sentence.Text, sentence.At, sentence.Tokens, lexicon);
        }
        Discourse? before = null;
        Sentence[] last = [];
        foreach (var paragraph in prose.Sentences.GroupBy(s => s.Paragraph).SelectMany(g => g.Chunk(MostSentences)))
        {
            var goesOn = last is [.., var end] && end.Section == paragraph[0].Section && end.Heading == paragraph[0].Heading;
            var text = string.Concat(paragraph.Select(s => s.Text));
            var discourse = !goesOn ? new Discourse(phrasing, text, [], [])
                : Enumeration.IsItem(paragraph[0]) ? new Discourse(phrasing, text, before!.Tables, before.Told)
                : new Discourse(phrasing, text, before!.Last, []);
            before = discourse;
            for (var i = 0; i < paragraph.Length; i++)
            {
                var sentence = paragraph[i];
                if (sentence.Text.Length > MostCharacters)
                {
                    account.Take(phrasing, sentence);
                    continue;
                }
                IReadOnlyList<Sentence> told = i == 0 && goesOn && Enumeration.IsOnward(sentence, last) ? last
                    : new ArraySegment<Sentence>(paragraph, 0, i);
                discourse.Next = i + 1 < paragraph.Length ? paragraph[i + 1] : null;
                sentence.Claims = ClaimReader.Read(phrasing, sentence, discourse);
                if (prose.District.IsComplete)
                    new NoneCheck(prose, phrasing, sentence).Check(found, discourse.Paragraph, discourse.IsOfAnother);
                // Most sentences have none.
                if (sentence.HasFigures)
                    CheckFigures(
                        found, prose, phrasing, sentence, told, new ArraySegment<Sentence>(paragraph, 0, i), goesOn ? last : []);
                YearCheck.Check(found, prose, sentence);
                account.Take(phrasing, sentence);
                discourse.Pass(sentence);
            }
            last = paragraph;
        }
        if (prose.District.IsComplete) account.Report(found);
    }

    /// <summary>Holds the figures of a sentence to the tables, and to each other.</summary>
    /// <param name="found">Takes what was found.</param>
    /// <param name="prose">The prose.</param>
    /// <param name="phrasing">The edition's words.</param>
    /// <param name="sentence">A sentence, its claims read.</param>
    /// <param name="told">The sentences that it goes on from.</param>
    /// <param name="paragraph">Those before it in its paragraph.</param>
    /// <param name="last">Those of the paragraph before, where this one goes on from it.</param>
    private static void CheckFigures(
        Findings found, CheckedProse prose, Phrasing phrasing, Sentence sentence, IReadOnlyList<Sentence> told,
        IReadOnlyList<Sentence> paragraph, IReadOnlyList<Sentence> last)
    {
        if (prose.District.IsComplete)
        {
            FigureCheck.Check(found, prose, sentence);
            new ShareCheck(prose, phrasing, sentence, told).Check(found);
            new RateCheck(prose, phrasing, sentence, told).Check(found);
            new PartRateCheck(prose, phrasing, sentence, told).Check(found);
            new GrowthCheck(prose, sentence).Check(found);
            new TimesCheck(prose, sentence).Check(found);
            new PointsCheck(prose, phrasing, sentence).Check(found);
        }
        new OwnGrowthCheck(prose, sentence).Check(found);
        new ShareListCheck(prose, sentence, told).Check(found);
        new PartsCheck(prose, sentence, told).Check(found);
        new WaysCheck(prose, phrasing, sentence, paragraph).Check(found);
        new LeftCheck(prose, phrasing, sentence, last.Concat(paragraph)).Check(found);
        if (prose.District.IsComplete) LimitCheck.Check(found, prose, sentence);
    }
}
