namespace Reportc.Commands.Completions;

/// <summary>A word that may stand where the cursor is.</summary>
/// <param name="Value">The whole word.</param>
/// <param name="Meaning">What it is, in a few words; empty if the word says it all.</param>
internal sealed record Proposal(string Value, string Meaning = "");
