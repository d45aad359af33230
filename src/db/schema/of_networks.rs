//! Networks, rounds and groups.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    networks (id) {
        id -> DbUuid,
        slug -> Text,
        name -> Text,
        purpose -> Text,
        kind -> Text,
        visibility -> Text,
        joining -> Text,
        county_code -> Nullable<Text>,
        created_by -> Nullable<DbUuid>,
        created_at -> Timestamp,
        archived_at -> Nullable<Timestamp>,
        themes_edition -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    network_coordinators (network_id, person_id) {
        network_id -> DbUuid,
        person_id -> DbUuid,
        appointed_by -> Nullable<DbUuid>,
        appointed_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    network_memberships (id) {
        id -> DbUuid,
        network_id -> DbUuid,
        seat_id -> DbUuid,
        state -> Text,
        message -> Text,
        requested_at -> Timestamp,
        decided_by -> Nullable<DbUuid>,
        decided_at -> Nullable<Timestamp>,
        left_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    network_mutes (network_id, person_id) {
        network_id -> DbUuid,
        person_id -> DbUuid,
        muted_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    invitations (id) {
        id -> DbUuid,
        network_id -> DbUuid,
        email -> Text,
        name -> Text,
        organiser_code -> Nullable<Text>,
        role -> Text,
        level -> Nullable<Text>,
        language -> Text,
        invited_by -> Nullable<DbUuid>,
        created_at -> Timestamp,
        sent_at -> Nullable<Timestamp>,
        opened_at -> Nullable<Timestamp>,
        joined_at -> Nullable<Timestamp>,
        bounced_at -> Nullable<Timestamp>,
        revoked_at -> Nullable<Timestamp>,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    rounds (id) {
        id -> DbUuid,
        network_id -> DbUuid,
        name -> Text,
        preset -> Text,
        size_min -> Integer,
        size_max -> Integer,
        per_organiser -> Integer,
        categories -> Text,
        levels -> Text,
        last_day -> Date,
        seed -> BigInt,
        note -> Text,
        created_by -> Nullable<DbUuid>,
        created_at -> Timestamp,
        matched_at -> Nullable<Timestamp>,
        published_at -> Nullable<Timestamp>,
        published_by -> Nullable<DbUuid>,
        cancelled_at -> Nullable<Timestamp>,
        cancelled_by -> Nullable<DbUuid>,
        result -> Nullable<Text>,
        called_at -> Nullable<Timestamp>,
        reminded_at -> Nullable<Timestamp>,
        weights -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    round_searches (round_id) {
        round_id -> DbUuid,
        seed -> BigInt,
        begun_by -> Nullable<DbUuid>,
        begun_at -> Timestamp,
        done_per_mille -> Integer,
        seen_at -> Timestamp,
        stopped_at -> Nullable<Timestamp>,
        improves -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    registrations (id) {
        id -> DbUuid,
        round_id -> DbUuid,
        seat_id -> DbUuid,
        state -> Text,
        wishes -> Text,
        meeting_format -> Text,
        travel_limit_km -> Nullable<Integer>,
        availability -> Integer,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    proposal_groups (id) {
        id -> DbUuid,
        round_id -> DbUuid,
        position -> Integer,
        name -> Text,
        why -> Text,
        frozen_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    proposal_places (registration_id) {
        registration_id -> DbUuid,
        round_id -> DbUuid,
        proposal_group_id -> Nullable<DbUuid>,
        why -> Text,
        moved_by -> Nullable<DbUuid>,
        moved_at -> Nullable<Timestamp>,
        locked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    proposal_changes (id) {
        id -> DbUuid,
        round_id -> DbUuid,
        kind -> Text,
        about -> Text,
        before -> Text,
        made_by -> Nullable<DbUuid>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    proposal_drafts (id) {
        id -> DbUuid,
        round_id -> DbUuid,
        name -> Text,
        content -> Text,
        figures -> Text,
        kept_by -> Nullable<DbUuid>,
        kept_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    groups (id) {
        id -> DbUuid,
        network_id -> DbUuid,
        round_id -> Nullable<DbUuid>,
        name -> Text,
        agreement -> Text,
        why -> Text,
        open -> Bool,
        created_by -> Nullable<DbUuid>,
        created_at -> Timestamp,
        closed_at -> Nullable<Timestamp>,
        least -> Nullable<Integer>,
        digest_default -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    group_memberships (id) {
        id -> DbUuid,
        group_id -> DbUuid,
        seat_id -> DbUuid,
        why -> Text,
        joined_at -> Timestamp,
        left_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    group_requests (id) {
        id -> DbUuid,
        group_id -> DbUuid,
        seat_id -> DbUuid,
        message -> Text,
        state -> Text,
        created_at -> Timestamp,
        decided_by -> Nullable<DbUuid>,
        decided_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    objections (id) {
        id -> DbUuid,
        group_id -> DbUuid,
        seat_id -> DbUuid,
        person_id -> DbUuid,
        kind -> Text,
        message -> Text,
        state -> Text,
        answer -> Text,
        created_at -> Timestamp,
        decided_by -> Nullable<DbUuid>,
        decided_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    uploads (id) {
        id -> DbUuid,
        network_id -> DbUuid,
        person_id -> DbUuid,
        csv -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    network_rivals (id) {
        id -> DbUuid,
        network_id -> DbUuid,
        one -> Text,
        two -> Text,
        said_by -> Nullable<DbUuid>,
        said_at -> Timestamp,
    }
}
