//! Exchange groups.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::caller::{Caller, json};
use crate::api::listed::{Listed, Window};
use crate::error::Result;
use crate::groups::{self, Access, Group, Member};
use crate::web::IdPath;

/// A group in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupItem {
    /// Identifier.
    pub id: String,
    /// Its network.
    pub network_id: String,
    /// Name.
    pub name: String,
    /// Whether members of the network may ask to join.
    pub open: bool,
}

impl From<Group> for GroupItem {
    fn from(group: Group) -> Self {
        GroupItem {
            id: group.id.to_string(),
            network_id: group.network_id.to_string(),
            name: group.name,
            open: group.open,
        }
    }
}

/// A group with its members.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupDetail {
    /// The group.
    #[serde(flatten)]
    pub group: GroupItem,
    /// What the members have agreed on, Markdown; empty for those who are not members.
    pub agreement: String,
    /// Who is in it.
    pub members: Vec<MemberItem>,
}

/// A member.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberItem {
    /// Name; null for vacant seats, protected people, and readers who are not members.
    pub name: Option<String>,
    /// What the role is called.
    pub role: String,
    /// Level of the governance chain.
    pub level: String,
    /// Code of the organiser.
    pub organiser_code: String,
    /// Name of the organiser.
    pub organiser_name: String,
}

impl MemberItem {
    fn of(member: Member, named: bool) -> Self {
        MemberItem {
            name: member.name.filter(|_| named),
            role: member.role,
            level: member.level.to_string(),
            organiser_code: member.organiser_code,
            organiser_name: member.organiser_name,
        }
    }
}

/// The groups the person is in.
#[utoipa::path(get, path = "/api/v1/groups", tag = "groups", security(("bearer" = [])),
    params(("limit" = Option<usize>, Query, description = "1 to 200"),
        ("after" = Option<String>, Query, description = "next of the page before")),
    responses((status = 200, body = Listed<GroupItem>), (status = 401, body = crate::api::problem::Problem)))]
pub async fn index(caller: Caller, request: HttpRequest) -> Result<HttpResponse> {
    let (person, window) = (caller.reader()?.id, Window::of(&request)?);
    let groups = caller.ctx.read(move |db| groups::of_person(db, person)).await?;
    let items = groups.into_iter().map(GroupItem::from).collect();
    json(&window.cut(items, |item: &GroupItem| item.id.clone()))
}

/// One group, as far as the person may see it.
#[utoipa::path(get, path = "/api/v1/groups/{id}", tag = "groups", security(("bearer" = [])),
    params(("id" = String, Path, description = "identifier")),
    responses((status = 200, body = GroupDetail), (status = 404, body = crate::api::problem::Problem)))]
pub async fn show(caller: Caller, id: IdPath) -> Result<HttpResponse> {
    let person = caller.reader()?.clone();
    let (group, access, members) = caller
        .ctx
        .read(move |db| {
            let (group, access) = groups::visible(db, id.0, &person)?;
            Ok((group, access, groups::members_of(db, id.0)?))
        })
        .await?;
    let inside = access != Access::Neighbour;
    json(&GroupDetail {
        agreement: if inside { group.agreement.clone() } else { String::new() },
        members: members.into_iter().map(|member| MemberItem::of(member, inside)).collect(),
        group: group.into(),
    })
}
