using System.Collections.Immutable;
using ReportCompiler.Forms;
using ReportCompiler.Projects;
using ReportCompiler.Sources;

namespace ReportCompiler.Input.Plain;

/// <summary>
/// A data file as nearly all are: keys in lines, columns in braces, plain figures, 无, remarks. It is read from its bytes. Nothing is
/// ever found in it: what could be a finding, or be read otherwise by YAML, is no plain file, and then a tree of YAML decides.
/// </summary>
/// <param name="Unit">The unit as it signs.</param>
/// <param name="UnitSpan">Where it is written.</param>
/// <param name="Submitted">When it was sent in; null if the file does not say.</param>
/// <param name="Signers">Who answers for it, each with its key.</param>
/// <param name="Notes">Reasons on record, with the place of their paths.</param>
internal sealed record PlainFile(
    string Unit, Span UnitSpan, DateOnly? Submitted, List<(string Key, string Text)> Signers,
    List<(string Path, string Reason, Span Span)> Notes)
{
    /// <summary>Reads a file of a year on the form of that year; null if it is not plain.</summary>
    /// <param name="source">The file.</param>
    /// <param name="edition">The form.</param>
    /// <param name="indicators">The authority's own figures; null to accept any.</param>
    /// <param name="year">The year.</param>
    /// <param name="take">
    /// Takes what is written of the form's cells, and of the authority's own figures, whose indexes go on behind them. If the file is
    /// not plain it has taken some of it for nothing.
    /// </param>
    public static PlainFile? Read(
        Source source, Edition edition, ImmutableArray<Indicator>? indicators, int year, Action<PlainFigure> take) =>
        new PlainReader(source, PlainForm.Of(edition), indicators, take).Read(year);
}

/// <summary>A figure or 无, and where it is written.</summary>
/// <param name="Cell">The index of the cell, or of the first of several.</param>
/// <param name="Cells">Of how many cells it is said that follow each other.</param>
/// <param name="Value">The number; null for 无.</param>
/// <param name="IsOfStep">Whether it is the 无 of a row with columns, of a group or of a table.</param>
/// <param name="Span">Where it is written.</param>
internal readonly record struct PlainFigure(int Cell, int Cells, decimal? Value, bool IsOfStep, Span Span);
