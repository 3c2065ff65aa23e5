namespace Reportc.Commands;

/// <summary>An option with a value, of whichever type: what the value may be.</summary>
internal interface ITakesValue
{
    /// <summary>The words it may be; empty for any.</summary>
    IReadOnlyList<string> Choices { get; }

    /// <summary>What it names, for those who press the tabulator key.</summary>
    WordKinds Kinds { get; }
}
