namespace ReportCompiler.Narratives.Checks;

/// <summary>
/// A sentence as the tables would have it: what recomputes from a figure that is contradicted is held to the table's, and not to the slip.
/// </summary>
internal static class TableFigures
{
    /// <summary>A figure may mean several cells; more of them than this no word has.</summary>
    private const int MostReadings = 4;

    /// <summary>How many ways there are to put right what some sentences have wrong; 0 if they have nothing wrong.</summary>
    /// <param name="prose">The prose.</param>
    /// <param name="sentences">The sentences, their claims judged.</param>
    public static int Ways(CheckedProse prose, IEnumerable<Sentence> sentences) => Math.Min(MostReadings, sentences
        .SelectMany(s => s.Claims.Where(c => IsWrong(prose, s, c))).Select(c => c.Readings.Length).DefaultIfEmpty(0).Max());

    /// <summary>The words of a sentence, every figure that is contradicted as one of its readings gives it.</summary>
    /// <param name="prose">The prose.</param>
    /// <param name="sentence">The sentence, its claims judged.</param>
    /// <param name="way">Which of the readings.</param>
    public static List<Token> Of(CheckedProse prose, Sentence sentence, int way)
    {
        List<Token>? tokens = null;
        foreach (var claim in sentence.Claims.Where(c => IsWrong(prose, sentence, c)))
        {
            var reading = claim.Readings[Math.Min(way, claim.Readings.Length - 1)];
            if (CheckedProse.Sum(prose.District.Totals, reading) is not { } sum) continue;
            tokens ??= [.. sentence.Tokens];
            var at = tokens.FindIndex(t => t.Start == claim.Number.Start);
            tokens[at] = tokens[at] with { Quantity = claim.Number.Quantity! with { Value = sum, Slack = 0 } };
        }
        return tokens ?? sentence.Tokens;
    }

    private static bool IsWrong(CheckedProse prose, Sentence sentence, Claim claim) =>
        !claim.LastYear && claim.Number.Quantity!.IsCount && sentence.Known.GetValueOrDefault(claim.Number.Start) == Knowledge.Contradicted
        && FigureCheck.Holds(prose, claim) == false;
}
