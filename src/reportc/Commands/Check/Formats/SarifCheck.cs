using Reportc.Messages;
using Reportc.Shell;

namespace Reportc.Commands.Check.Formats;

/// <summary>The log for code scanning.</summary>
internal sealed class SarifCheck(Session session) : PlacedCheck(session)
{
    public override int Finish(CheckTotals totals)
    {
        SarifFindings.Write(Session.Host.Out, Session.Language, Sorted(), Failures, totals.Status, Machine.ProgramAddress);
        return totals.Status;
    }
}
