namespace SchoolPortal.Data.Sqlite;

/// <summary>
/// Two duties of one kind at one school never overlap (domain §5). No index can say so; a trigger can. A duty that ends
/// before it begins was withdrawn and takes no days. Whoever stands in during a leave shares the days of the one on leave.
/// </summary>
internal static class NoOverlap
{
    public const string Create = $"""
        CREATE TRIGGER "{DatabaseRules.NoOverlap}_Insert" BEFORE INSERT ON "OfficerAssignments"
        WHEN {Overlapping}
        BEGIN SELECT RAISE(ABORT, '{DatabaseRules.NoOverlap}'); END;
        CREATE TRIGGER "{DatabaseRules.NoOverlap}_Update" BEFORE UPDATE ON "OfficerAssignments"
        WHEN {Overlapping}
        BEGIN SELECT RAISE(ABORT, '{DatabaseRules.NoOverlap}'); END;
        """;

    private const string Overlapping = """
        (NEW."To" IS NULL OR NEW."To" >= NEW."From") AND EXISTS (
            SELECT 1 FROM "OfficerAssignments" AS other
            WHERE other."SchoolId" = NEW."SchoolId" AND other."Kind" = NEW."Kind" AND other."Id" <> NEW."Id"
              AND (other."To" IS NULL OR other."To" >= other."From")
              AND (NEW."To" IS NULL OR other."From" <= NEW."To")
              AND (other."To" IS NULL OR NEW."From" <= other."To")
              AND NOT EXISTS (
                SELECT 1 FROM "OfficerLeaves" AS away
                WHERE (away."Id" = NEW."LeaveId" AND away."OfficerId" = other."OfficerId" AND other."LeaveId" IS NULL)
                   OR (away."Id" = other."LeaveId" AND away."OfficerId" = NEW."OfficerId" AND NEW."LeaveId" IS NULL)))
        """;
}
