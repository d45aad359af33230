DROP TABLE approvals;
DROP TABLE organiser_approvers;
