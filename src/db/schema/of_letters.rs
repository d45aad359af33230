//! Letters that coordinators write.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    letters (id) {
        id -> DbUuid,
        network_id -> DbUuid,
        author_id -> Nullable<DbUuid>,
        subject -> Text,
        body -> Text,
        audience -> Text,
        revision -> Integer,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        sent_by -> Nullable<DbUuid>,
        due_at -> Nullable<Timestamp>,
        begun_at -> Nullable<Timestamp>,
        done_at -> Nullable<Timestamp>,
        taken_back_at -> Nullable<Timestamp>,
        taken_back_by -> Nullable<DbUuid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    letter_recipients (letter_id, person_id) {
        letter_id -> DbUuid,
        person_id -> DbUuid,
        seat_id -> DbUuid,
        outcome -> Text,
        mail_key -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    letter_mutes (network_id, person_id) {
        network_id -> DbUuid,
        person_id -> DbUuid,
        muted_at -> Timestamp,
    }
}
