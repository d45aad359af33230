//! Who is asked before more people read a story, and what was asked.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    organiser_approvers (organiser_code) {
        organiser_code -> Text,
        seat_id -> DbUuid,
        chosen_by -> Nullable<DbUuid>,
        chosen_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    approvals (id) {
        id -> DbUuid,
        post_id -> DbUuid,
        organiser_code -> Text,
        before -> Text,
        wanted -> Text,
        names -> Text,
        lang -> Text,
        state -> Text,
        message -> Text,
        asked_at -> Timestamp,
        settled_at -> Nullable<Timestamp>,
        settled_by -> Nullable<DbUuid>,
    }
}
