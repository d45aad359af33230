//! The whole URL table.

use actix_web::web::{ServiceConfig, get, post};

use crate::about;
use crate::accounts::pages as account_pages;
use crate::agendas::pages as agenda_pages;
use crate::attachments::pages as attachment_pages;
use crate::groups::pages as group_pages;
use crate::letters::pages as letter_pages;
use crate::networks::pages as network_pages;
use crate::notes::pages as note_pages;
use crate::polls::pages as poll_pages;
use crate::posts::pages as stories;
use crate::rounds::pages as round_pages;
use crate::seats;
use crate::themes::pages as theme_pages;
use crate::web::Table;
use crate::{
    accounts, admin, api, calendar, dashboard, digests, hosting, meetups, organisers, web as site, wishes,
};

/// Every address of the site. Whatever is not here is 404.
pub fn routes(cfg: &mut ServiceConfig) {
    let mut table = Table::default();

    // Running it
    table
        .route("/livez", get().to(site::live))
        .route("/readyz", get().to(site::ready))
        .route("/.well-known/security.txt", get().to(site::security_txt))
        .route("/static/{name:.*}", get().to(site::assets::show));

    // Home
    table.route("/", get().to(dashboard::front)).route("/dashboard", get().to(dashboard::show));

    // About
    table
        .route("/about", get().to(about::about))
        .route("/accessibility", get().to(about::accessibility))
        .route("/privacy", get().to(about::privacy));

    // Accounts
    table
        .route("/session/new", get().to(accounts::session::new))
        .route("/session", post().to(accounts::session::create))
        .route("/session/end", post().to(accounts::session::destroy))
        .route("/language", post().to(account_pages::language::create))
        .route("/confirmations/new", get().to(account_pages::link_request::new_confirmation))
        .route("/confirmations/sent", get().to(accounts::confirmation::sent))
        .route("/confirmations", post().to(account_pages::link_request::create_confirmation))
        .route("/confirmations/{token}", get().to(accounts::confirmation::edit))
        .route("/confirmations/{token}", post().to(accounts::confirmation::update))
        .route("/password-requests/new", get().to(account_pages::link_request::new_password))
        .route("/password-requests/sent", get().to(account_pages::link_request::sent))
        .route("/password-requests", post().to(account_pages::link_request::create_password))
        .route("/password/{token}", get().to(accounts::password_reset::edit))
        .route("/password/{token}", post().to(accounts::password_reset::update))
        .route("/email-changes/{token}", get().to(account_pages::email_change::edit))
        .route("/email-changes/{token}", post().to(account_pages::email_change::update))
        .route("/people/{id}", get().to(account_pages::person::show));

    // Settings
    table
        .route("/settings", get().to(account_pages::settings::preferences::edit))
        .route("/settings", post().to(account_pages::settings::preferences::update))
        .route("/settings/profile", get().to(account_pages::settings::profile::edit))
        .route("/settings/profile", post().to(account_pages::settings::profile::update))
        .route("/settings/sign-in", get().to(account_pages::settings::sign_in::edit))
        .route("/settings/password", post().to(account_pages::settings::sign_in::update_password))
        .route("/settings/email", post().to(account_pages::settings::sign_in::update_email))
        .route("/settings/email/resumption", post().to(account_pages::settings::sign_in::resume_mail))
        .route("/settings/sessions/end", post().to(account_pages::settings::sessions::destroy_others))
        .route("/settings/sessions/{session}/end", post().to(account_pages::settings::sessions::destroy))
        .route("/settings/feeds", get().to(account_pages::settings::feeds::index))
        .route("/settings/feeds/{purpose}", post().to(account_pages::settings::feeds::create))
        .route("/settings/feeds/{purpose}/end", post().to(account_pages::settings::feeds::destroy))
        .route("/settings/wishes", get().to(wishes::pages::index))
        .route("/settings/wishes", post().to(wishes::pages::create))
        .route("/settings/wishes/{id}/end", post().to(wishes::pages::destroy))
        .route("/settings/tokens", get().to(account_pages::settings::tokens::index))
        .route("/settings/tokens", post().to(account_pages::settings::tokens::create))
        .route("/settings/tokens/{id}/end", post().to(account_pages::settings::tokens::destroy));

    // Organisers
    table
        .route("/organisers", get().to(organisers::index::index))
        .route("/organisers", post().to(organisers::edit::create))
        .route("/organisers/map", get().to(organisers::country::show))
        .route("/organisers/new", get().to(organisers::edit::new))
        .route("/organisers/{code}", get().to(organisers::show::show))
        .route("/organisers/{code}", post().to(organisers::edit::update))
        .route("/organisers/{code}/posts", get().to(stories::organiser::index))
        .route("/organisers/{code}/edit", get().to(organisers::edit::edit))
        .route("/organisers/{code}/approver", post().to(organisers::approvers::update))
        .route("/organisers/{code}/domains", post().to(organisers::domains::create))
        .route("/organisers/{code}/domains/{domain}/end", post().to(organisers::domains::destroy));

    // Seats
    table
        .route("/seats", get().to(seats::pages::seat::index))
        .route("/seats", post().to(seats::pages::seat::create))
        .route("/seats/new", get().to(seats::pages::seat::new))
        .route("/seats/{id}", get().to(seats::pages::seat::show))
        .route("/seats/{id}", post().to(seats::pages::seat::update))
        .route("/seats/{id}/confirmation", post().to(seats::pages::confirmation::create))
        .route("/seats/{id}/departure/new", get().to(seats::pages::departure::new))
        .route("/seats/{id}/departure", post().to(seats::pages::departure::create))
        .route("/seats/{id}/handovers", post().to(seats::pages::offer::create))
        .route("/seats/{id}/handovers/{handover}/withdrawal", post().to(seats::pages::offer::withdraw))
        .route("/handovers/{token}", get().to(seats::pages::handover::show))
        .route("/handovers/{token}", post().to(seats::pages::handover::update));

    // Networks
    table
        .route("/networks", get().to(network_pages::network::index))
        .route("/networks", post().to(network_pages::network::create))
        .route("/networks/new", get().to(network_pages::network::new))
        .route("/networks/{slug}", get().to(network_pages::network::show))
        .route("/networks/{slug}", post().to(network_pages::network::update))
        .route("/networks/{slug}/edit", get().to(network_pages::network::edit))
        .route("/networks/{slug}/archive", post().to(network_pages::archive::create))
        .route("/networks/{slug}/archive/end", post().to(network_pages::archive::destroy))
        .route("/networks/{slug}/mute", post().to(network_pages::mute::create))
        .route("/networks/{slug}/mute/end", post().to(network_pages::mute::destroy))
        .route("/networks/{slug}/members", get().to(network_pages::directory::index))
        .route("/networks/{slug}/memberships", post().to(network_pages::membership::create))
        .route("/networks/{slug}/memberships/{id}/end", post().to(network_pages::membership::destroy))
        .route("/networks/{slug}/memberships/{id}/acceptance", post().to(network_pages::membership::accept))
        .route("/networks/{slug}/memberships/{id}/decline", post().to(network_pages::membership::decline))
        .route("/networks/{slug}/coordinators", get().to(network_pages::coordinator::index))
        .route("/networks/{slug}/coordinators", post().to(network_pages::coordinator::create))
        .route("/networks/{slug}/coordinators/{id}/end", post().to(network_pages::coordinator::destroy))
        .route("/networks/{slug}/rivals", get().to(network_pages::rival::index))
        .route("/networks/{slug}/rivals", post().to(network_pages::rival::create))
        .route("/networks/{slug}/rivals/{id}/end", post().to(network_pages::rival::destroy))
        .route("/networks/{slug}/invitations", get().to(network_pages::invitation::index))
        .route("/networks/{slug}/invitations", post().to(network_pages::invitation::create))
        .route("/networks/{slug}/invitations/new", get().to(network_pages::invitation::new))
        .route("/networks/{slug}/invitations/import", get().to(network_pages::invitation_import::new))
        .route("/networks/{slug}/invitations/import", post().to(network_pages::invitation_import::plan))
        .route(
            "/networks/{slug}/invitations/import/confirmation",
            post().to(network_pages::invitation_import::create),
        )
        .route("/networks/{slug}/invitations/{id}/resending", post().to(network_pages::invitation::resend))
        .route("/networks/{slug}/invitations/{id}/revocation", post().to(network_pages::invitation::revoke))
        .route("/networks/{slug}/join-link", post().to(network_pages::invitation::create_link))
        .route("/networks/{slug}/join-link/end", post().to(network_pages::invitation::destroy_link))
        .route("/invitations/{token}", get().to(network_pages::entry::show_invitation))
        .route("/invitations/{token}", post().to(network_pages::entry::accept_invitation))
        .route("/join/{token}", get().to(network_pages::entry::show_link))
        .route("/join/{token}", post().to(network_pages::entry::accept_link))
        .route("/people", get().to(network_pages::directory::people));

    // Rounds
    table
        .route("/networks/{slug}/history", get().to(round_pages::history::show))
        .route("/networks/{slug}/rounds/new", get().to(round_pages::round::new))
        .route("/networks/{slug}/rounds", post().to(round_pages::round::create))
        .route("/rounds/{id}", get().to(round_pages::round::show))
        .route("/rounds/{id}", post().to(round_pages::round::update))
        .route("/rounds/{id}/edit", get().to(round_pages::round::edit))
        .route("/rounds/{id}/forecast", get().to(round_pages::forecast::show))
        .route("/rounds/{id}/call/{token}", get().to(round_pages::call::show))
        .route("/rounds/{id}/call/{token}", post().to(round_pages::call::create))
        .route("/rounds/{id}/call/{token}/end", post().to(round_pages::call::destroy))
        .route("/rounds/{id}/cancellation/new", get().to(round_pages::cancellation::new))
        .route("/rounds/{id}/cancellation", post().to(round_pages::cancellation::create))
        .route("/rounds/{id}/registrations", get().to(round_pages::registration::index))
        .route("/rounds/{id}/registrations", post().to(round_pages::registration::create))
        .route("/rounds/{id}/registrations/new", get().to(round_pages::registration::new))
        .route("/registrations/{id}/pause", post().to(round_pages::registration::pause))
        .route("/registrations/{id}/pause/end", post().to(round_pages::registration::resume))
        .route("/registrations/{id}/withdrawal", post().to(round_pages::registration::withdraw))
        .route("/rounds/{id}/proposal", get().to(round_pages::board::show))
        .route("/rounds/{id}/proposal", post().to(round_pages::proposal::create))
        .route("/rounds/{id}/proposal/end", post().to(round_pages::proposal::destroy))
        .route("/rounds/{id}/search/end", post().to(round_pages::search::destroy))
        .route("/rounds/{id}/proposal/unplaced", get().to(round_pages::proposal::unplaced))
        .route("/rounds/{id}/proposal/map", get().to(round_pages::coverage::map))
        .route("/rounds/{id}/coverage", get().to(round_pages::coverage::show))
        .route("/rounds/{id}/names/new", get().to(round_pages::proposal::edit_name))
        .route("/rounds/{id}/names", post().to(round_pages::proposal::update_name))
        .route("/rounds/{id}/moves/new", get().to(round_pages::moves::new))
        .route("/rounds/{id}/moves", post().to(round_pages::moves::create))
        .route("/rounds/{id}/swaps/new", get().to(round_pages::moves::new_swap))
        .route("/rounds/{id}/swaps", post().to(round_pages::moves::create_swap))
        .route("/rounds/{id}/locks", post().to(round_pages::locks::create))
        .route("/rounds/{id}/locks/end", post().to(round_pages::locks::destroy))
        .route("/rounds/{id}/changes", get().to(round_pages::changes::index))
        .route("/rounds/{id}/changes/{change}/end", post().to(round_pages::changes::destroy))
        .route("/rounds/{id}/improvement/new", get().to(round_pages::improvement::new))
        .route("/rounds/{id}/improvement", post().to(round_pages::improvement::create))
        .route("/rounds/{id}/drafts", get().to(round_pages::drafts::index))
        .route("/rounds/{id}/drafts", post().to(round_pages::drafts::create))
        .route("/rounds/{id}/drafts/{draft}", get().to(round_pages::drafts::show))
        .route("/rounds/{id}/drafts/{draft}/choice", post().to(round_pages::drafts::choose))
        .route("/rounds/{id}/drafts/{draft}/end", post().to(round_pages::drafts::destroy))
        .route("/rounds/{id}/publication/new", get().to(round_pages::publication::new))
        .route("/rounds/{id}/publication", post().to(round_pages::publication::create))
        .route("/rounds/{id}/follow-up", get().to(round_pages::follow_up::show))
        .route("/rounds/{id}/rearrangements/new", get().to(round_pages::rearrangement::new))
        .route("/rounds/{id}/rearrangements", post().to(round_pages::rearrangement::create))
        .route("/registrations/{id}/openings", get().to(round_pages::openings::index))
        .route("/groups/{id}/remedies", get().to(round_pages::remedies::index))
        .route("/groups/{id}/lower-size", post().to(round_pages::remedies::update))
        .route("/groups/{id}/objections/new", get().to(round_pages::objection::new))
        .route("/groups/{id}/objections", post().to(round_pages::objection::create))
        .route("/groups/{id}/objection/{token}", get().to(round_pages::objection_link::show))
        .route("/groups/{id}/objection/{token}", post().to(round_pages::objection_link::create))
        .route("/groups/{id}/objection/{token}/end", post().to(round_pages::objection_link::destroy))
        .route("/objections/{id}", get().to(round_pages::objection::show))
        .route("/objections/{id}/withdrawal", post().to(round_pages::objection::withdraw))
        .route("/objections/{id}/answer", post().to(round_pages::objection::answer));

    // Groups
    table
        .route("/groups", get().to(group_pages::group::index))
        .route("/networks/{slug}/groups/new", get().to(group_pages::by_hand::new))
        .route("/networks/{slug}/groups", post().to(group_pages::by_hand::create))
        .route("/groups/{id}", get().to(group_pages::group::show))
        .route("/groups/{id}", post().to(group_pages::group::update))
        .route("/groups/{id}/edit", get().to(group_pages::group::edit))
        .route("/groups/{id}/closure", post().to(group_pages::group::close))
        .route("/groups/{id}/agreement/edit", get().to(group_pages::agreement::edit))
        .route("/groups/{id}/agreement", post().to(group_pages::agreement::update))
        .route("/groups/{id}/members", get().to(group_pages::member::index))
        .route("/groups/{id}/members", post().to(group_pages::member::create))
        .route("/groups/{id}/members/{seat}/end", post().to(group_pages::member::destroy))
        .route("/groups/{id}/requests/new", get().to(group_pages::request::new))
        .route("/groups/{id}/requests", post().to(group_pages::request::create))
        .route("/requests/{id}/acceptance", post().to(group_pages::request::accept))
        .route("/requests/{id}/decline", post().to(group_pages::request::decline))
        .route("/groups/{id}/departure/new", get().to(group_pages::departure::new))
        .route("/groups/{id}/departure", post().to(group_pages::departure::create));

    // Meetups
    table
        .route("/calendar", get().to(calendar::pages::show))
        .route("/meetups", get().to(meetups::index::index))
        .route("/groups/{id}/meetups/new", get().to(meetups::proposal::new))
        .route("/groups/{id}/meetups", post().to(meetups::proposal::create))
        .route("/meetups/{id}", get().to(meetups::show::show))
        .route("/meetups/{id}", post().to(meetups::proposal::update))
        .route("/meetups/{id}/edit", get().to(meetups::proposal::edit))
        .route("/meetups/{id}/answers", post().to(meetups::answers::create))
        .route("/meetups/{id}/answer/{token}", get().to(meetups::personal::show))
        .route("/meetups/{id}/answer/{token}", post().to(meetups::personal::create))
        .route("/meetups/{id}/cancellation/new", get().to(meetups::cancellation::new))
        .route("/meetups/{id}/cancellation", post().to(meetups::cancellation::create))
        .route("/meetups/{id}/nudges", post().to(meetups::nudges::create))
        .route("/meetups/{id}/calendar", get().to(meetups::calendar::show))
        .route("/groups/{id}/hosting", get().to(hosting::pages::show))
        .route("/groups/{id}/feed", get().to(meetups::group_feed::show))
        .route("/groups/{id}/feed", post().to(meetups::group_feed::create))
        .route("/groups/{id}/feed/end", post().to(meetups::group_feed::destroy))
        .route("/feeds/{token}.ics", get().to(meetups::calendar::subscription));

    // Agendas
    table
        .route("/guides", get().to(agenda_pages::guides::index))
        .route("/guides/{guide}", get().to(agenda_pages::guides::show))
        .route("/meetups/{id}/agenda", get().to(agenda_pages::agenda::show))
        .route("/meetups/{id}/guide", get().to(agenda_pages::guide::show))
        .route("/meetups/{id}/guide", post().to(agenda_pages::guide::update))
        .route("/meetups/{id}/questions", post().to(agenda_pages::questions::create))
        .route("/questions/{id}", post().to(agenda_pages::questions::update))
        .route("/questions/{id}/edit", get().to(agenda_pages::questions::edit))
        .route("/questions/{id}/withdrawal", post().to(agenda_pages::questions::withdraw))
        .route("/questions/{id}/withdrawal/end", post().to(agenda_pages::questions::put_back))
        .route("/questions/{id}/interest", post().to(agenda_pages::questions::create_interest))
        .route("/questions/{id}/interest/end", post().to(agenda_pages::questions::destroy_interest))
        .route("/meetups/{id}/roles", post().to(agenda_pages::roles::create))
        .route("/meetups/{id}/roles/{role}/end", post().to(agenda_pages::roles::destroy))
        .route("/meetups/{id}/attendances", get().to(agenda_pages::attendances::index))
        .route("/meetups/{id}/attendances", post().to(agenda_pages::attendances::create))
        .route("/meetups/{id}/attendances/{seat}/end", post().to(agenda_pages::attendances::destroy))
        .route("/meetups/{id}/guests", post().to(agenda_pages::attendances::update_guests));

    // Notes
    table
        .route("/meetups/{id}/notes", get().to(note_pages::show::show))
        .route("/meetups/{id}/notes", post().to(note_pages::edit::update))
        .route("/meetups/{id}/notes/edit", get().to(note_pages::edit::edit))
        .route("/meetups/{id}/notes/draft", post().to(note_pages::drafts::create))
        .route("/meetups/{id}/notes/draft/removal", post().to(note_pages::drafts::destroy))
        .route("/meetups/{id}/notes/versions", get().to(note_pages::versions::index))
        .route("/meetups/{id}/notes/completion", post().to(note_pages::completion::create))
        .route("/meetups/{id}/notes/story", get().to(note_pages::story::show))
        .route("/meetups/{id}/notes/story", post().to(note_pages::story::create))
        .route("/meetups/{id}/decisions", post().to(note_pages::outcomes::decide))
        .route("/meetups/{id}/promises", post().to(note_pages::outcomes::promise))
        .route("/outcomes/{id}/edit", get().to(note_pages::outcomes::edit))
        .route("/outcomes/{id}", post().to(note_pages::outcomes::update))
        .route("/outcomes/{id}/removal", post().to(note_pages::outcomes::destroy))
        .route("/outcomes/{id}/completion", post().to(note_pages::outcomes::complete))
        .route("/outcomes/{id}/reopening", post().to(note_pages::outcomes::reopened))
        .route("/meetups/{id}/materials", post().to(note_pages::materials::create))
        .route("/materials/{id}/removal", post().to(note_pages::materials::destroy))
        .route("/meetups/{id}/opinion", get().to(note_pages::opinion::edit))
        .route("/meetups/{id}/opinion", post().to(note_pages::opinion::update))
        .route("/meetups/{id}/opinion/{token}", get().to(note_pages::opinion::show))
        .route("/meetups/{id}/opinion/{token}", post().to(note_pages::opinion::create));

    // Attachments
    table
        .route("/posts/{id}/attachments", get().to(attachment_pages::place::of_post))
        .route("/posts/{id}/attachments", post().to(attachment_pages::place::add_to_post))
        .route("/meetups/{id}/attachments", get().to(attachment_pages::place::of_meetup))
        .route("/meetups/{id}/attachments", post().to(attachment_pages::place::add_to_meetup))
        .route("/attachments/{id}", get().to(attachment_pages::file::show))
        .route("/attachments/{id}/small", get().to(attachment_pages::file::small))
        .route("/attachments/{id}/edit", get().to(attachment_pages::edit::edit))
        .route("/attachments/{id}", post().to(attachment_pages::edit::update))
        .route("/attachments/{id}/removal", post().to(attachment_pages::edit::destroy))
        .route("/groups/{id}/materials", get().to(attachment_pages::materials::of_group))
        .route("/networks/{slug}/materials", get().to(attachment_pages::materials::of_network));

    // Polls
    table
        .route("/groups/{id}/polls/new", get().to(poll_pages::proposal::new))
        .route("/groups/{id}/polls", post().to(poll_pages::proposal::create))
        .route("/polls/{id}", get().to(poll_pages::show::show))
        .route("/polls/{id}", post().to(poll_pages::proposal::update))
        .route("/polls/{id}/edit", get().to(poll_pages::proposal::edit))
        .route("/polls/{id}/answers", post().to(poll_pages::answers::create))
        .route("/polls/{id}/answer/{token}", get().to(poll_pages::personal::show))
        .route("/polls/{id}/answer/{token}", post().to(poll_pages::personal::create))
        .route("/polls/{id}/choice/new", get().to(poll_pages::choice::new))
        .route("/polls/{id}/choice", post().to(poll_pages::choice::create))
        .route("/polls/{id}/closure/new", get().to(poll_pages::closure::new))
        .route("/polls/{id}/closure", post().to(poll_pages::closure::create));

    // Letters
    table
        .route("/networks/{slug}/letters", get().to(letter_pages::index::index))
        .route("/networks/{slug}/letters/new", get().to(letter_pages::edit::new))
        .route("/networks/{slug}/letters", post().to(letter_pages::edit::create))
        .route("/networks/{slug}/letter-mute", post().to(letter_pages::mute::create))
        .route("/networks/{slug}/letter-mute/end", post().to(letter_pages::mute::destroy))
        .route("/letters/{id}", get().to(letter_pages::show::show))
        .route("/letters/{id}", post().to(letter_pages::edit::update))
        .route("/letters/{id}/edit", get().to(letter_pages::edit::edit))
        .route("/letters/{id}/recipients", get().to(letter_pages::recipients::index))
        .route("/letters/{id}/test", post().to(letter_pages::sending::test))
        .route("/letters/{id}/sending", post().to(letter_pages::sending::create))
        .route("/letters/{id}/sending/end", post().to(letter_pages::sending::destroy))
        .route("/letters/{id}/retries", post().to(letter_pages::sending::retry))
        .route("/letters/{id}/removal", post().to(letter_pages::edit::destroy));

    // Posts
    table
        .route("/posts", get().to(stories::index::index))
        .route("/posts.atom", get().to(stories::feed::public))
        .route("/feeds/{token}.atom", get().to(stories::feed::personal))
        .route("/search", get().to(stories::search::index))
        .route("/groups/{id}/posts/new", get().to(stories::story::new))
        .route("/groups/{id}/posts", post().to(stories::story::create))
        .route("/groups/{id}/posts/typed", post().to(stories::typed::of_new))
        .route("/groups/{id}/posts/typed/removal", post().to(stories::typed::forget_new))
        .route("/posts/{id}/typed", post().to(stories::typed::of_change))
        .route("/posts/{id}/typed/removal", post().to(stories::typed::forget_change))
        .route("/posts/{id}", get().to(stories::show::show))
        .route("/posts/{id}", post().to(stories::story::update))
        .route("/posts/{id}/edit", get().to(stories::story::edit))
        .route("/posts/{id}/publication", post().to(stories::publication::create))
        .route("/posts/{id}/schedule", post().to(stories::schedule::create))
        .route("/posts/{id}/schedule/end", post().to(stories::schedule::destroy))
        .route("/posts/{id}/withdrawal/new", get().to(stories::withdrawal::new))
        .route("/posts/{id}/withdrawal", post().to(stories::withdrawal::create))
        .route("/posts/{id}/revisions", get().to(stories::revisions::index))
        .route("/posts/{id}/comments", post().to(stories::comments::create))
        .route("/posts/{id}/follow", post().to(stories::follows::create))
        .route("/posts/{id}/mute", post().to(stories::follows::mute))
        .route("/unsubscribe/post/{token}", get().to(stories::follows::new_by_mail))
        .route("/unsubscribe/post/{token}", post().to(stories::follows::create_by_mail))
        .route("/posts/{id}/reading", post().to(stories::readings::create))
        .route("/posts/{id}/thanks", post().to(stories::thanks::for_story))
        .route("/posts/{id}/thanks/removal", post().to(stories::thanks::remove_for_story))
        .route("/comments/{id}/answers/new", get().to(stories::answers::new))
        .route("/comments/{id}/answers", post().to(stories::answers::create))
        .route("/comments/{id}/thanks", post().to(stories::thanks::for_comment))
        .route("/comments/{id}/thanks/removal", post().to(stories::thanks::remove_for_comment))
        .route("/comments/{id}/acceptance", post().to(stories::acceptance::create))
        .route("/comments/{id}/acceptance/removal", post().to(stories::acceptance::remove))
        .route("/networks/{slug}/reports", get().to(stories::reports::index))
        .route("/posts/{id}/releases/new", get().to(stories::releases::new))
        .route("/posts/{id}/releases", post().to(stories::releases::create))
        .route("/approvals", get().to(stories::approvals::index))
        .route("/approvals/{id}", get().to(stories::approvals::show))
        .route("/approvals/{id}/acceptance", post().to(stories::approvals::accept))
        .route("/approvals/{id}/acceptance/end", post().to(stories::approvals::reverse))
        .route("/approvals/{id}/decline", post().to(stories::approvals::decline))
        .route("/approvals/{id}/withdrawal", post().to(stories::approvals::withdraw))
        .route("/posts/{id}/handout", get().to(stories::handout::show))
        .route("/posts/{id}/similar", get().to(stories::similar::index))
        .route("/posts/{id}/reports/new", get().to(stories::reports::of_story))
        .route("/posts/{id}/reports", post().to(stories::reports::create_of_story))
        .route("/comments/{id}/reports/new", get().to(stories::reports::of_comment))
        .route("/comments/{id}/reports", post().to(stories::reports::create_of_comment))
        .route("/comments/{id}/hiding/new", get().to(stories::hiding::new))
        .route("/comments/{id}/hiding", post().to(stories::hiding::create))
        .route("/comments/{id}/hiding/removal", post().to(stories::hiding::remove))
        .route("/comments/{id}/edit", get().to(stories::comments::edit))
        .route("/comments/{id}", get().to(stories::comments::show))
        .route("/comments/{id}", post().to(stories::comments::update))
        .route("/comments/{id}/withdrawal", post().to(stories::comments::withdraw));

    // Themes
    table
        .route("/themes", get().to(stories::theme::index))
        .route("/themes/{slug}", get().to(stories::theme::show))
        .route("/themes/{slug}/subscription", post().to(digests::pages::followed::create))
        .route("/themes/{slug}/subscription/end", post().to(digests::pages::followed::destroy))
        .route("/networks/{slug}/themes", get().to(theme_pages::listing::index))
        .route("/networks/{slug}/themes", post().to(theme_pages::listing::create))
        .route("/networks/{slug}/themes/{theme}", post().to(theme_pages::listing::update))
        .route("/networks/{slug}/themes/{theme}/edit", get().to(theme_pages::listing::edit))
        .route("/networks/{slug}/themes/{theme}/listing", post().to(theme_pages::listing::list))
        .route("/networks/{slug}/themes/{theme}/archive", post().to(theme_pages::archive::create))
        .route("/networks/{slug}/themes/{theme}/archive/end", post().to(theme_pages::archive::destroy))
        .route("/networks/{slug}/themes/{theme}/merger/new", get().to(theme_pages::merger::new))
        .route("/networks/{slug}/themes/{theme}/merger", post().to(theme_pages::merger::create));

    // Digests
    table
        .route("/digests/preview", get().to(digests::pages::preview::show))
        .route("/digests", post().to(digests::pages::preview::create))
        .route("/networks/{slug}/digest", get().to(digests::pages::typical::show))
        .route("/settings/subscriptions", get().to(digests::pages::subscriptions::edit))
        .route("/settings/subscriptions", post().to(digests::pages::subscriptions::update))
        .route("/unsubscribe/{token}", get().to(digests::pages::unsubscription::new))
        .route("/unsubscribe/{token}", post().to(digests::pages::unsubscription::create));

    // Admin
    table
        .route("/admin", get().to(admin::overview::show))
        .route("/admin/mail", get().to(admin::mail::index))
        .route("/admin/mail/kinds", get().to(admin::kinds::index))
        .route("/admin/mail/{id}", get().to(admin::one_mail::show))
        .route("/admin/mail/{id}/resend", post().to(admin::mail::resend))
        .route("/admin/people", get().to(admin::accounts::index))
        .route("/admin/people/{id}/closure", post().to(admin::accounts::close))
        .route("/admin/people/{id}/opening", post().to(admin::accounts::open))
        .route("/admin/jobs", get().to(admin::jobs::index))
        .route("/admin/jobs/{id}/retry", post().to(admin::jobs::retry));

    // API
    table
        .route("/api/v1/openapi.json", get().to(api::openapi))
        .route("/api/v1/me", get().to(api::me::show))
        .route("/api/v1/organisers", get().to(api::organisers::index))
        .route("/api/v1/organisers/{code}", get().to(api::organisers::show))
        .route("/api/v1/networks", get().to(api::networks::index))
        .route("/api/v1/networks/{slug}", get().to(api::networks::show))
        .route("/api/v1/groups", get().to(api::groups::index))
        .route("/api/v1/groups/{id}", get().to(api::groups::show))
        .route("/api/v1/meetups", get().to(api::meetups::index))
        .route("/api/v1/meetups", post().to(api::meetups::create))
        .route("/api/v1/meetups/{id}", get().to(api::meetups::show))
        .route("/api/v1/meetups/{id}/changes", post().to(api::meetup_changes::change))
        .route("/api/v1/meetups/{id}/cancellation", post().to(api::meetup_changes::cancel))
        .route("/api/v1/posts", get().to(api::posts::index))
        .route("/api/v1/posts", post().to(api::posts::create))
        .route("/api/v1/posts/{id}", get().to(api::posts::show))
        .route("/api/v1/posts/{id}/comments", get().to(api::comments::index))
        .route("/api/v1/posts/{id}/comments", post().to(api::comments::create))
        .route("/api/v1/posts/{id}/names", get().to(api::releases::names))
        .route("/api/v1/posts/{id}/releases", post().to(api::releases::create))
        .route("/api/v1/comments/{id}", get().to(api::comments::show))
        .route("/api/v1/search", get().to(api::search::index));

    table.register(cfg);
}
