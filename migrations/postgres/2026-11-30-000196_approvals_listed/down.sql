DROP INDEX approvals_by_organiser;
