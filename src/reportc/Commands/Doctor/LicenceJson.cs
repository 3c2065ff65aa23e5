using Reportc.Shell;

namespace Reportc.Commands.Doctor;

/// <summary>The licences for programs.</summary>
internal static class LicenceJson
{
    /// <summary>All of it.</summary>
    public static string Of(IReadOnlyList<LicensedPackage> packages) => JsonText.Of(json =>
    {
        json.WriteStartArray("packages");
        foreach (var package in packages)
        {
            json.WriteStartObject();
            json.WriteString("name", package.Name);
            json.WriteString("version", package.Version);
            json.WriteString("licence", package.Licence);
            json.WriteBoolean("carried", package.IsCarried);
            json.WriteStartArray("texts");
            foreach (var text in package.Texts) json.WriteStringValue(text);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
