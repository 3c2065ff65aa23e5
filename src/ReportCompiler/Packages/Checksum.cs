namespace ReportCompiler.Packages;

/// <summary>The CRC-32 of zip: .NET writes it and does not compare it, and one flipped bit may be another figure.</summary>
internal static class Checksum
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Row)];

    /// <summary>The checksum of some bytes, or of those and what came before them.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var crc = ~before;
        foreach (var b in bytes) crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint Row(int value)
    {
        var row = (uint)value;
        for (var bit = 0; bit < 8; bit++) row = (row & 1) != 0 ? (row >> 1) ^ 0xEDB88320 : row >> 1;
        return row;
    }
}
