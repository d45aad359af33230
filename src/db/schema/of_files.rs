//! Files of stories and meetups.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    attachments (id) {
        id -> DbUuid,
        post_id -> Nullable<DbUuid>,
        meetup_id -> Nullable<DbUuid>,
        group_id -> DbUuid,
        network_id -> DbUuid,
        uploaded_by -> DbUuid,
        name -> Text,
        kind -> Text,
        bytes -> Integer,
        sha256 -> Text,
        source_sha256 -> Text,
        small_sha256 -> Nullable<Text>,
        width -> Nullable<Integer>,
        height -> Nullable<Integer>,
        alt -> Text,
        visible_from -> Timestamp,
        created_at -> Timestamp,
        removed_at -> Nullable<Timestamp>,
        removed_by -> Nullable<DbUuid>,
    }
}
