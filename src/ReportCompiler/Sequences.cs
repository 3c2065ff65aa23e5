using System.Collections.Immutable;

namespace ReportCompiler;

/// <summary>What the library's own code takes in the place of LINQ's.</summary>
internal static class Sequences
{
    /// <summary>
    /// As <see cref="Enumerable.Select{TSource,TResult}(IEnumerable{TSource},Func{TSource,TResult})"/>, without asking what
    /// <c>Where</c> and its like return for a generic virtual method: in a native program the first call of one for each pair of types
    /// takes 64,000 instructions, and twenty such pairs were 3 % of a build.
    /// </summary>
    public static IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector) =>
        source is TSource[] or List<TSource> ? Enumerable.Select(source, selector) : Each(source, selector);

    /// <summary>The same of an array, which is no object.</summary>
    public static IEnumerable<TResult> Select<TSource, TResult>(this ImmutableArray<TSource> source, Func<TSource, TResult> selector) =>
        ImmutableArrayExtensions.Select(source, selector);

    private static IEnumerable<TResult> Each<TSource, TResult>(IEnumerable<TSource> source, Func<TSource, TResult> selector)
    {
        foreach (var item in source) yield return selector(item);
    }
}
