//! The tables, as the migrations of both databases make them.
//!
//! Identifiers are [`DbUuid`](super::types::DbUuid), moments are UTC.
#![allow(missing_docs)] // `table!` gives no place to write them; the migrations say what each is for.

mod of_activity;
mod of_approvals;
mod of_files;
mod of_letters;
mod of_meetups;
mod of_networks;
mod of_organisers;
mod of_people;

pub use {
    of_activity::*, of_approvals::*, of_files::*, of_letters::*, of_meetups::*, of_networks::*,
    of_organisers::*, of_people::*,
};

diesel::joinable!(person_themes -> people (person_id));
diesel::joinable!(person_themes -> themes (theme_slug));
diesel::joinable!(themes -> networks (network_id));
diesel::joinable!(sessions -> people (person_id));
diesel::joinable!(tokens -> people (person_id));
diesel::joinable!(api_tokens -> people (person_id));
diesel::joinable!(idempotency_keys -> people (person_id));
diesel::joinable!(seats -> organisers (organiser_code));
diesel::joinable!(seats -> people (person_id));
diesel::joinable!(seat_holdings -> seats (seat_id));
diesel::joinable!(seat_holdings -> people (person_id));
diesel::joinable!(handovers -> seats (seat_id));
diesel::joinable!(handovers -> people (offered_by));
diesel::joinable!(organiser_domains -> organisers (organiser_code));
diesel::joinable!(organiser_approvers -> organisers (organiser_code));
diesel::joinable!(organiser_approvers -> seats (seat_id));
diesel::joinable!(approvals -> posts (post_id));
diesel::joinable!(approvals -> organisers (organiser_code));
diesel::joinable!(networks -> people (created_by));
diesel::joinable!(network_coordinators -> networks (network_id));
diesel::joinable!(network_coordinators -> people (person_id));
diesel::joinable!(network_rivals -> networks (network_id));
diesel::joinable!(network_memberships -> networks (network_id));
diesel::joinable!(network_memberships -> seats (seat_id));
diesel::joinable!(invitations -> networks (network_id));
diesel::joinable!(invitations -> organisers (organiser_code));
diesel::joinable!(invitations -> people (invited_by));
diesel::joinable!(rounds -> networks (network_id));
diesel::joinable!(rounds -> people (created_by));
diesel::joinable!(round_searches -> rounds (round_id));
diesel::joinable!(registrations -> rounds (round_id));
diesel::joinable!(registrations -> seats (seat_id));
diesel::joinable!(proposal_groups -> rounds (round_id));
diesel::joinable!(proposal_places -> registrations (registration_id));
diesel::joinable!(proposal_places -> rounds (round_id));
diesel::joinable!(proposal_places -> proposal_groups (proposal_group_id));
diesel::joinable!(proposal_changes -> rounds (round_id));
diesel::joinable!(proposal_drafts -> rounds (round_id));
diesel::joinable!(groups -> networks (network_id));
diesel::joinable!(groups -> rounds (round_id));
diesel::joinable!(group_memberships -> groups (group_id));
diesel::joinable!(group_memberships -> seats (seat_id));
diesel::joinable!(group_requests -> groups (group_id));
diesel::joinable!(group_requests -> seats (seat_id));
diesel::joinable!(objections -> groups (group_id));
diesel::joinable!(objections -> seats (seat_id));
diesel::joinable!(meetups -> groups (group_id));
diesel::joinable!(meetups -> people (created_by));
diesel::joinable!(answers -> meetups (meetup_id));
diesel::joinable!(answers -> seats (seat_id));
diesel::joinable!(questions -> seats (seat_id));
diesel::joinable!(question_interests -> questions (question_id));
diesel::joinable!(question_interests -> seats (seat_id));
diesel::joinable!(meetup_roles -> meetups (meetup_id));
diesel::joinable!(attendances -> seats (seat_id));
diesel::joinable!(polls -> groups (group_id));
diesel::joinable!(poll_slots -> polls (poll_id));
diesel::joinable!(poll_answers -> seats (seat_id));
diesel::joinable!(notes -> meetups (meetup_id));
diesel::joinable!(outcomes -> meetups (meetup_id));
diesel::joinable!(materials -> meetups (meetup_id));
diesel::joinable!(attachments -> meetups (meetup_id));
diesel::joinable!(attachments -> posts (post_id));
diesel::joinable!(posts -> groups (group_id));
diesel::joinable!(posts -> networks (network_id));
diesel::joinable!(posts -> people (author_id));
diesel::joinable!(posts -> seats (seat_id));
diesel::joinable!(post_themes -> posts (post_id));
diesel::joinable!(post_themes -> themes (theme_slug));
diesel::joinable!(post_revisions -> posts (post_id));
diesel::joinable!(post_revisions -> people (edited_by));
diesel::joinable!(comments -> posts (post_id));
diesel::joinable!(comments -> people (author_id));
diesel::joinable!(comments -> seats (seat_id));
diesel::joinable!(alike_posts -> posts (post_id));
diesel::joinable!(thanks -> people (person_id));
diesel::joinable!(search_posts -> posts (post_id));
diesel::joinable!(digests -> people (person_id));
diesel::joinable!(digest_items -> people (person_id));
diesel::joinable!(letters -> networks (network_id));
diesel::joinable!(letter_recipients -> people (person_id));
diesel::joinable!(letter_recipients -> seats (seat_id));
diesel::joinable!(outbox -> people (person_id));

/// As diesel's `allow_tables_to_appear_in_same_query`, without PostgreSQL's `ONLY` and `TABLESAMPLE`: for these it writes eight
/// more implementations for each pair of tables, tens of thousands that every compilation had to compare.
macro_rules! in_one_query {
    ($one:ident, $($other:ident),+ $(,)?) => {
        $(
            impl diesel::query_source::TableNotEqual<$one::table> for $other::table {}
            impl diesel::query_source::TableNotEqual<$other::table> for $one::table {}
        )+
        in_one_query!($($other,)+);
    };
    ($last:ident,) => {};
}

in_one_query!(
    reference_loads,
    organisers,
    organiser_municipalities,
    neighbours,
    similar_organisers,
    themes,
    put_away_themes,
    people,
    person_themes,
    not_with_wishes,
    sessions,
    tokens,
    api_tokens,
    idempotency_keys,
    audit_events,
    seats,
    seat_holdings,
    handovers,
    organiser_domains,
    organiser_approvers,
    approvals,
    networks,
    network_coordinators,
    network_memberships,
    network_mutes,
    network_rivals,
    invitations,
    rounds,
    round_searches,
    registrations,
    proposal_groups,
    proposal_places,
    proposal_changes,
    proposal_drafts,
    groups,
    group_memberships,
    group_requests,
    objections,
    meetups,
    answers,
    questions,
    question_interests,
    meetup_roles,
    attendances,
    polls,
    poll_slots,
    poll_answers,
    poll_replies,
    notes,
    note_versions,
    note_drafts,
    outcomes,
    materials,
    attachments,
    opinions,
    posts,
    typed_posts,
    post_themes,
    post_revisions,
    comments,
    post_follows,
    post_readings,
    alike_posts,
    alike_due,
    suggested_posts,
    thanks,
    reports,
    digests,
    digest_items,
    subscriptions,
    letters,
    letter_recipients,
    letter_mutes,
    outbox,
    stopped_addresses,
    complaints,
    mail_domains,
    jobs,
    search_posts,
    search_notes,
    search_vocabulary,
);
