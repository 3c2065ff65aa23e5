namespace Tests.Shared;

/// <summary>A type that a source file declares.</summary>
/// <param name="Kind">class, struct, interface, enum, record, or a delegate with what it returns.</param>
/// <param name="Lines">From the first word to the last brace or semicolon, without what is said above it.</param>
internal sealed record TypeDeclaration(string Name, string Kind, bool IsPublic, int Lines);
