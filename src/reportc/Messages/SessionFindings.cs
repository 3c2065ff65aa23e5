using Reportc.Shell;

namespace Reportc.Messages;

/// <summary>Findings told to people in a run.</summary>
internal static class SessionFindings
{
    extension(Session session)
    {
        /// <summary>The writer of findings for people on standard output.</summary>
        public TextFindings FindingsOnOut() =>
            new(session.Host.Out, session.Language, session.Verbose, session.PaletteOnOut(), session.OutWidth);

        /// <summary>The writer of findings for people on standard error.</summary>
        public TextFindings FindingsOnError() =>
            new(session.Host.Error, session.Language, session.Verbose, session.PaletteOnError(), session.ErrorWidth);

        /// <summary>Reports a failure on standard error, with its cause only if <c>-v</c> asks for it.</summary>
        public void Report(Failure failure)
        {
            session.FindingsOnError().Write([failure.Diagnostic], []);
            if (session.Verbose && failure.InnerException is { } cause)
                session.Host.Error.Write(cause.ToString().ReplaceLineEndings("\n") + "\n");
        }
    }
}
