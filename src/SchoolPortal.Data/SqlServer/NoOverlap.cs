namespace SchoolPortal.Data.SqlServer;

/// <summary>
/// Two duties of one kind at one school never overlap (domain §5). No index can say so; a trigger can. A duty that ends
/// before it begins was withdrawn and takes no days. Whoever stands in during a leave shares the days of the one on leave.
/// </summary>
internal static class NoOverlap
{
    /// <summary>Wrapped, since a trigger must be made in a batch of its own and the idempotent script puts it behind an IF.</summary>
    public static string Create => $"EXEC(N'{Trigger.Replace("'", "''", StringComparison.Ordinal)}')";

    private const string Trigger = $"""
        CREATE TRIGGER [{DatabaseRules.NoOverlap}] ON [OfficerAssignments] AFTER INSERT, UPDATE AS
        BEGIN
            SET NOCOUNT ON;
            IF EXISTS (
                SELECT 1 FROM inserted AS mine
                JOIN [OfficerAssignments] AS other
                  ON other.[SchoolId] = mine.[SchoolId] AND other.[Kind] = mine.[Kind] AND other.[Id] <> mine.[Id]
                WHERE (mine.[To] IS NULL OR mine.[To] >= mine.[From])
                  AND (other.[To] IS NULL OR other.[To] >= other.[From])
                  AND (mine.[To] IS NULL OR other.[From] <= mine.[To])
                  AND (other.[To] IS NULL OR mine.[From] <= other.[To])
                  AND NOT EXISTS (
                    SELECT 1 FROM [OfficerLeaves] AS away
                    WHERE (away.[Id] = mine.[LeaveId] AND away.[OfficerId] = other.[OfficerId] AND other.[LeaveId] IS NULL)
                       OR (away.[Id] = other.[LeaveId] AND away.[OfficerId] = mine.[OfficerId] AND mine.[LeaveId] IS NULL)))
                THROW 50001, '{DatabaseRules.NoOverlap}', 1;
        END
        """;
}
