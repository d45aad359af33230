//! Stories, digests, mail and jobs.

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
        network_at -> Nullable<Timestamp>,
        public_at -> Nullable<Timestamp>,
        widened_at -> Nullable<Timestamp>,
        scheduled_at -> Nullable<Timestamp>,
        missed -> Nullable<Text>,
        number -> Nullable<Integer>,
        mentions -> Nullable<Text>,
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
        hidden_by -> Nullable<DbUuid>,
        hidden_why -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    reports (subject_id, person_id) {
        subject_id -> DbUuid,
        person_id -> DbUuid,
        post_id -> DbUuid,
        reason -> Text,
        reported_at -> Timestamp,
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

    alike_posts (subject_id, post_id) {
        subject_id -> DbUuid,
        post_id -> DbUuid,
        score -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    alike_due (post_id) {
        post_id -> DbUuid,
        due_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    suggested_posts (person_id, post_id) {
        person_id -> DbUuid,
        post_id -> DbUuid,
        settled_at -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    post_readings (person_id, post_id) {
        person_id -> DbUuid,
        post_id -> DbUuid,
        read_at -> Timestamp,
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
        told -> Nullable<Binary>,
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
        lists_only -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;

    mail_domains (domain) {
        domain -> Text,
        paced_until -> Timestamp,
        waiting_until -> Timestamp,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    complaints (mail_id) {
        mail_id -> DbUuid,
        kind -> Text,
        complained_at -> Timestamp,
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
        edition -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::DbUuid;

    search_notes (seq) {
        seq -> BigInt,
        meetup_id -> DbUuid,
    }
}

diesel::table! {
    use diesel::sql_types::*;

    search_vocabulary (word) {
        word -> Text,
    }
}
