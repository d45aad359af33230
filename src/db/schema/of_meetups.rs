//! Meetups, date polls and what they leave behind.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    meetups (id) {
        id -> DbUuid,
        group_id -> DbUuid,
        title -> Text,
        agenda -> Text,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        time_zone -> Text,
        place -> Text,
        link -> Text,
        capacity -> Nullable<Integer>,
        revision -> Integer,
        created_by -> Nullable<DbUuid>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        cancelled_at -> Nullable<Timestamp>,
        cancelled_by -> Nullable<DbUuid>,
        cancelled_why -> Text,
        reply_address -> Nullable<Text>,
        guide -> Nullable<Text>,
        guests -> Nullable<Text>,
        nudged_at -> Nullable<Timestamp>,
        series_id -> Nullable<DbUuid>,
        held_back -> Bool,
        municipality -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    answers (meetup_id, seat_id) {
        meetup_id -> DbUuid,
        seat_id -> DbUuid,
        answer -> Text,
        answered_by -> Nullable<DbUuid>,
        answered_at -> Timestamp,
        stamp -> Nullable<Timestamp>,
        waiting -> Nullable<Integer>,
        online -> Bool,
        polled -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    questions (id) {
        id -> DbUuid,
        meetup_id -> DbUuid,
        seat_id -> DbUuid,
        title -> Text,
        details -> Text,
        created_by -> Nullable<DbUuid>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        withdrawn_at -> Nullable<Timestamp>,
        withdrawn_by -> Nullable<DbUuid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    question_interests (question_id, seat_id) {
        question_id -> DbUuid,
        seat_id -> DbUuid,
        created_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    meetup_roles (meetup_id, role) {
        meetup_id -> DbUuid,
        role -> Text,
        seat_id -> DbUuid,
        given_by -> Nullable<DbUuid>,
        given_at -> Timestamp,
        given_up_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    attendances (meetup_id, seat_id) {
        meetup_id -> DbUuid,
        seat_id -> DbUuid,
        person_id -> Nullable<DbUuid>,
        noted_by -> Nullable<DbUuid>,
        noted_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    polls (id) {
        id -> DbUuid,
        group_id -> DbUuid,
        title -> Text,
        place -> Text,
        link -> Text,
        time_zone -> Text,
        answer_by -> Nullable<Date>,
        next_slot -> Integer,
        revision -> Integer,
        created_by -> Nullable<DbUuid>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        reminded_at -> Nullable<Timestamp>,
        closed_at -> Nullable<Timestamp>,
        closed_by -> Nullable<DbUuid>,
        why -> Text,
        chosen -> Nullable<Integer>,
        meetup_id -> Nullable<DbUuid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    poll_slots (poll_id, number) {
        poll_id -> DbUuid,
        number -> Integer,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    poll_answers (poll_id, number, seat_id) {
        poll_id -> DbUuid,
        number -> Integer,
        seat_id -> DbUuid,
        answer -> Text,
        answered_by -> Nullable<DbUuid>,
        answered_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    // Kept by triggers on `poll_answers`.
    poll_replies (poll_id, seat_id) {
        poll_id -> DbUuid,
        seat_id -> DbUuid,
        answers -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    notes (meetup_id) {
        meetup_id -> DbUuid,
        version -> Integer,
        first_saved_at -> Timestamp,
        finished_at -> Nullable<Timestamp>,
        finished_by -> Nullable<DbUuid>,
        followed_up_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    note_versions (meetup_id, version) {
        meetup_id -> DbUuid,
        version -> Integer,
        markdown -> Text,
        written_by -> DbUuid,
        written_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    note_drafts (meetup_id, person_id) {
        meetup_id -> DbUuid,
        person_id -> DbUuid,
        version -> Integer,
        markdown -> Text,
        saved_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    outcomes (id) {
        id -> DbUuid,
        meetup_id -> DbUuid,
        group_id -> DbUuid,
        kind -> Text,
        text -> Text,
        seat_id -> Nullable<DbUuid>,
        due_on -> Nullable<Date>,
        done_at -> Nullable<Timestamp>,
        done_by -> Nullable<DbUuid>,
        created_by -> DbUuid,
        created_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    materials (id) {
        id -> DbUuid,
        meetup_id -> DbUuid,
        group_id -> DbUuid,
        title -> Text,
        url -> Text,
        visible_from -> Timestamp,
        added_by -> DbUuid,
        added_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    opinions (meetup_id, person_id) {
        meetup_id -> DbUuid,
        person_id -> DbUuid,
        useful -> Text,
        better -> Text,
        answered_at -> Timestamp,
    }
}
