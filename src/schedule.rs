//! Everything that happens by itself, which function runs which job, and who deals with mail that comes in.

use chrono::TimeDelta;

use crate::accounts::{SendLink, SweepAccounts};
use crate::admin::Sweep;
use crate::attachments::SweepAttachments;
use crate::digests::{ComposeDigests, MailStories};
use crate::jobs::{Registry, Scheduled, enqueue};
use crate::letters::SendLetter;
use crate::mail::{Handler, returns};
use crate::meetups::{self, InviteSeries, RemindMeetups};
use crate::networks::NoteBounces;
use crate::notes::FollowUpMeetups;
use crate::polls::RemindPolls;
use crate::posts::{
    self, LikenPosts, PublishPost, RefreshIndex, TellOfComment, TellOfStory, TellOfWidening, TendApprovals,
};
use crate::rounds::{CallMembers, MatchRound, RemindRounds, TellOfObjection};

/// Which function runs which kind of job.
pub fn registry() -> Registry {
    Registry::default()
        .with::<CallMembers>()
        .with::<ComposeDigests>()
        .with::<FollowUpMeetups>()
        .with::<InviteSeries>()
        .with::<LikenPosts>()
        .with::<MailStories>()
        .with::<MatchRound>()
        .with::<PublishPost>()
        .with::<RefreshIndex>()
        .with::<RemindMeetups>()
        .with::<RemindPolls>()
        .with::<RemindRounds>()
        .with::<SendLetter>()
        .with::<SendLink>()
        .with::<Sweep>()
        .with::<SweepAccounts>()
        .with::<SweepAttachments>()
        .with::<TellOfComment>()
        .with::<TellOfStory>()
        .with::<TellOfWidening>()
        .with::<TendApprovals>()
        .with::<TellOfObjection>()
        .with::<NoteBounces>()
}

/// Who deals with mail that comes in to which personal address.
pub fn inbound() -> Vec<Handler> {
    vec![meetups::replies(), posts::replies(), returns::reports()]
}

/// What recurs.
pub fn schedule() -> Vec<Scheduled> {
    vec![
        Scheduled {
            name: "remind-meetups",
            every: TimeDelta::hours(1),
            enqueue: |tx, key, now| enqueue(tx, &RemindMeetups {}, Some(key), now),
        },
        Scheduled {
            name: "invite-series",
            every: TimeDelta::minutes(10),
            enqueue: |tx, key, now| enqueue(tx, &InviteSeries {}, Some(key), now),
        },
        Scheduled {
            name: "remind-polls",
            every: TimeDelta::hours(1),
            enqueue: |tx, key, now| enqueue(tx, &RemindPolls {}, Some(key), now),
        },
        Scheduled {
            name: "follow-up-meetups",
            every: TimeDelta::hours(1),
            enqueue: |tx, key, now| enqueue(tx, &FollowUpMeetups {}, Some(key), now),
        },
        Scheduled {
            name: "remind-rounds",
            every: TimeDelta::hours(1),
            enqueue: |tx, key, now| enqueue(tx, &RemindRounds {}, Some(key), now),
        },
        Scheduled {
            name: "liken-posts",
            every: TimeDelta::minutes(10),
            enqueue: |tx, key, now| enqueue(tx, &LikenPosts {}, Some(key), now),
        },
        Scheduled {
            name: "compose-digests",
            every: TimeDelta::minutes(10),
            enqueue: |tx, key, now| enqueue(tx, &ComposeDigests {}, Some(key), now),
        },
        Scheduled {
            name: "mail-stories",
            every: TimeDelta::minutes(2),
            enqueue: |tx, key, now| enqueue(tx, &MailStories {}, Some(key), now),
        },
        Scheduled {
            name: "tend-approvals",
            every: TimeDelta::minutes(10),
            enqueue: |tx, key, now| enqueue(tx, &TendApprovals {}, Some(key), now),
        },
        Scheduled {
            name: "refresh-index",
            every: TimeDelta::hours(1),
            enqueue: |tx, key, now| enqueue(tx, &RefreshIndex {}, Some(key), now),
        },
        Scheduled {
            name: "sweep-accounts",
            every: TimeDelta::hours(1),
            enqueue: |tx, key, now| enqueue(tx, &SweepAccounts {}, Some(key), now),
        },
        Scheduled {
            name: "sweep-attachments",
            every: TimeDelta::days(1),
            enqueue: |tx, key, now| enqueue(tx, &SweepAttachments {}, Some(key), now),
        },
        Scheduled {
            name: "note-bounces",
            every: TimeDelta::minutes(10),
            enqueue: |tx, key, now| enqueue(tx, &NoteBounces {}, Some(key), now),
        },
        Scheduled {
            name: "sweep",
            every: TimeDelta::days(1),
            enqueue: |tx, key, now| enqueue(tx, &Sweep {}, Some(key), now),
        },
    ]
}
