using ReportCompiler.Forms;

namespace ReportCompiler.Rules;

/// <summary>A figure of two years.</summary>
/// <param name="Path">The cell path.</param>
/// <param name="Gloss">The English meaning; the label of an indicator.</param>
/// <param name="Unit">The counting word.</param>
/// <param name="Before">The figure of the one year; null if its edition has no such cell, or nobody filed.</param>
/// <param name="After">The figure of the other.</param>
/// <param name="IsJump">Whether it jumps, by the rule jump.</param>
/// <param name="Joined">The cells that are added, where several of one edition compare with one of the other; else null.</param>
public sealed record Change(string Path, string Gloss, string Unit, decimal? Before, decimal? After, bool IsJump, Pairing? Joined = null);
