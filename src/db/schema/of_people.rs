//! People, how they get in, and their seats.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    people (id) {
        id -> DbUuid,
        email -> Text,
        name -> Text,
        password_hash -> Nullable<Text>,
        language -> Text,
        time_zone -> Text,
        digest_frequency -> Text,
        digest_hour -> Integer,
        digest_weekday -> Integer,
        about -> Text,
        offers -> Text,
        needs -> Text,
        meeting_format -> Text,
        travel_limit_km -> Nullable<Integer>,
        availability -> Integer,
        protected -> Bool,
        administrator -> Bool,
        confirmed_at -> Nullable<Timestamp>,
        disabled_at -> Nullable<Timestamp>,
        disabled_by -> Nullable<DbUuid>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        calendar_alarm -> Nullable<Integer>,
        stories_at_once -> Bool,
        meetup_reminders -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    person_themes (person_id, direction, theme_slug) {
        person_id -> DbUuid,
        theme_slug -> Text,
        direction -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    sessions (token_hash) {
        token_hash -> Text,
        person_id -> DbUuid,
        created_at -> Timestamp,
        seen_at -> Timestamp,
        expires_at -> Timestamp,
        device -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    tokens (id) {
        id -> DbUuid,
        token_hash -> Text,
        purpose -> Text,
        person_id -> Nullable<DbUuid>,
        subject_id -> Nullable<DbUuid>,
        created_at -> Timestamp,
        expires_at -> Nullable<Timestamp>,
        used_at -> Nullable<Timestamp>,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    api_tokens (id) {
        id -> DbUuid,
        token_hash -> Text,
        person_id -> DbUuid,
        name -> Text,
        scopes -> Text,
        created_at -> Timestamp,
        last_used_at -> Nullable<Timestamp>,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    idempotency_keys (person_id, idempotency_key) {
        person_id -> DbUuid,
        idempotency_key -> Text,
        request_hash -> Text,
        status -> Integer,
        body -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    audit_events (id) {
        id -> DbUuid,
        at -> Timestamp,
        actor_id -> Nullable<DbUuid>,
        action -> Text,
        subject -> Text,
        address -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    seats (id) {
        id -> DbUuid,
        organiser_code -> Text,
        role -> Text,
        level -> Text,
        person_id -> Nullable<DbUuid>,
        held_from -> Nullable<Date>,
        confirmed_at -> Nullable<Timestamp>,
        confirmed_by -> Nullable<DbUuid>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    seat_holdings (id) {
        id -> DbUuid,
        seat_id -> DbUuid,
        person_id -> DbUuid,
        held_from -> Date,
        held_until -> Nullable<Date>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    handovers (id) {
        id -> DbUuid,
        seat_id -> DbUuid,
        email -> Text,
        name -> Text,
        offered_by -> DbUuid,
        created_at -> Timestamp,
        accepted_at -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    not_with_wishes (id) {
        id -> DbUuid,
        person_id -> DbUuid,
        about_seat -> Nullable<DbUuid>,
        about_person -> Nullable<DbUuid>,
        about_organiser -> Nullable<Text>,
        made_at -> Timestamp,
    }
}
