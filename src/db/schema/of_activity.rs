//! Meetups, stories, digests, mail and jobs.

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

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    posts (id) {
        id -> DbUuid,
        group_id -> DbUuid,
        network_id -> DbUuid,
        author_id -> DbUuid,
        seat_id -> Nullable<DbUuid>,
        title -> Text,
        form -> Text,
        body -> Text,
        situation -> Text,
        tried -> Text,
        happened -> Text,
        learned -> Text,
        question -> Text,
        visibility -> Text,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        published_at -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    typed_posts (place_id, person_id) {
        place_id -> DbUuid,
        person_id -> DbUuid,
        fields -> Text,
        saved_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    post_themes (post_id, theme_slug) {
        post_id -> DbUuid,
        theme_slug -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    post_revisions (id) {
        id -> DbUuid,
        post_id -> DbUuid,
        title -> Text,
        markdown -> Text,
        edited_by -> DbUuid,
        edited_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    comments (id) {
        id -> DbUuid,
        post_id -> DbUuid,
        author_id -> DbUuid,
        seat_id -> Nullable<DbUuid>,
        body -> Text,
        created_at -> Timestamp,
        edited_at -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
        thread_id -> Nullable<DbUuid>,
        accepted_by -> Nullable<DbUuid>,
        accepted_at -> Nullable<Timestamp>,
        mentions -> Nullable<Text>,
        mail_hash -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    post_follows (post_id, person_id) {
        post_id -> DbUuid,
        person_id -> DbUuid,
        muted -> Bool,
        said_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    thanks (subject_id, person_id) {
        subject_id -> DbUuid,
        person_id -> DbUuid,
        post_id -> DbUuid,
        thanked_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    digests (id) {
        id -> DbUuid,
        person_id -> DbUuid,
        period -> Text,
        since -> Timestamp,
        until -> Timestamp,
        items -> Integer,
        composed_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    digest_items (person_id, item_id, dated_at) {
        person_id -> DbUuid,
        item_id -> DbUuid,
        dated_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    subscriptions (person_id, place_id) {
        person_id -> DbUuid,
        place_id -> DbUuid,
        frequency -> Text,
        chosen_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    outbox (id) {
        id -> DbUuid,
        kind -> Text,
        logical_key -> Text,
        person_id -> Nullable<DbUuid>,
        network_id -> Nullable<DbUuid>,
        email -> Text,
        name -> Text,
        message_id -> Text,
        subject -> Text,
        text_body -> Text,
        html_body -> Text,
        calendar -> Nullable<Text>,
        calendar_method -> Nullable<Text>,
        list_id -> Nullable<Text>,
        unsubscribe_url -> Nullable<Text>,
        state -> Text,
        attempts -> Integer,
        due_at -> Timestamp,
        lease_until -> Nullable<Timestamp>,
        fence -> BigInt,
        last_error -> Nullable<Text>,
        created_at -> Timestamp,
        sent_at -> Nullable<Timestamp>,
        reply_to -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;

    inbound_mails (place_hash) {
        place_hash -> Text,
        handler -> Text,
        outcome -> Text,
        handled_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;

    stopped_addresses (email) {
        email -> Text,
        why -> Text,
        stopped_at -> Timestamp,
        told_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    jobs (id) {
        id -> DbUuid,
        kind -> Text,
        payload -> Text,
        unique_key -> Nullable<Text>,
        state -> Text,
        attempts -> Integer,
        due_at -> Timestamp,
        lease_until -> Nullable<Timestamp>,
        fence -> BigInt,
        last_error -> Nullable<Text>,
        created_at -> Timestamp,
        finished_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    search_posts (seq) {
        seq -> BigInt,
        post_id -> DbUuid,
    }
}

diesel::table! {
    use diesel::sql_types::*;

    search_vocabulary (word) {
        word -> Text,
    }
}
