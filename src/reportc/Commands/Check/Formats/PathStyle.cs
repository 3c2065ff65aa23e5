namespace Reportc.Commands.Check.Formats;

/// <summary>How the path of a file is written.</summary>
internal enum PathStyle
{
    /// <summary>As seen from the working folder, for people who follow it.</summary>
    OfPeople,

    /// <summary>As seen from the project, for programs that know its folder.</summary>
    OfProject,

    /// <summary>As seen from the checkout, for a code host.</summary>
    OfCheckout,
}
