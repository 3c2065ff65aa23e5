using ReportCompiler.Diagnostics;

namespace ReportCompiler.Input;

/// <summary>Who answers for a data file, as it says; null for what it leaves out. No published output names them.</summary>
/// <param name="Preparer">填报人: who filled it in.</param>
/// <param name="Reviewer">审核人: who approved it.</param>
/// <param name="Telephone">电话.</param>
public sealed record Signers(string? Preparer, string? Reviewer, string? Telephone)
{
    internal const string PreparerKey = "填报人";
    internal const string ReviewerKey = "审核人";
    internal const string TelephoneKey = "电话";

    /// <summary>Nobody.</summary>
    public static readonly Signers None = new(null, null, null);

    /// <summary>The keys in the order of the file.</summary>
    internal static readonly string[] Keys = [PreparerKey, ReviewerKey, TelephoneKey];

    /// <summary>One of the keys as it is read.</summary>
    internal static Text Named(string key) => key switch
    {
        PreparerKey => new(key, "filled in by"),
        ReviewerKey => new(key, "reviewed by"),
        _ => new(key, "telephone"),
    };

    /// <summary>What the file says under one of the keys.</summary>
    public string? this[string key] => key switch
    {
        PreparerKey => Preparer,
        ReviewerKey => Reviewer,
        _ => Telephone,
    };

    /// <summary>The same with what the file says under one of the keys.</summary>
    internal Signers With(string key, string text) => key switch
    {
        PreparerKey => this with { Preparer = text },
        ReviewerKey => this with { Reviewer = text },
        _ => this with { Telephone = text },
    };
}
