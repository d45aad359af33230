# Networks
networks-title = Networks
networks-lead = A network brings key people together, in a region or around a theme. Small exchange groups form within it.
networks-search = Name or county
networks-count = { $n ->
    [one] 1 network
   *[other] { $n } networks
}
networks-empty-title = No network was found
networks-empty-body = Try another word. Networks that only their members see appear here once you have joined by invitation.
network-new = New network
network-new-title = New network
network-new-lead = You become its first coordinator. Everything can be changed later.
network-edit-title = Settings of the network
network-name = Name
network-name-hint = For example “Principals in Skåne”. The address is made of the name and does not change afterwards.
network-purpose = What the network is for
network-purpose-hint = Whom it addresses and what they get out of it. You may use Markdown.
network-purpose-empty = The coordinator has not described the network yet.
network-kind = Kind
network-kind-regional = Regional network
network-kind-regional-hint = Those who are close to each other.
network-kind-thematic = Thematic network
network-kind-thematic-hint = Those who work on the same question, wherever they are.
network-county = County
network-county-all = All counties
network-county-none = No county in particular
network-county-hint = Helps others to find the network.
network-visibility = Who sees the network
network-visibility-public = Everybody
network-visibility-public-hint = Anybody can read what the network is for; only members see who takes part.
network-visibility-members = Its members
network-visibility-members-hint = For everybody else the network does not exist, neither in lists nor in searches.
network-joining = How to join
network-joining-open = Open
network-joining-open-hint = Whoever sees the network joins at once.
network-joining-approval = By approval
network-joining-approval-hint = Whoever wants to join writes a message, and a coordinator answers.
network-joining-invitation = By invitation
network-joining-invitation-hint = Only those whom a coordinator has invited can join.
network-save = Save the network
network-archive-title = Close the network
network-archive-body = Nobody can join any more and the network leaves the lists. What was written stays, and you can open the network again.
network-archive = Close the network
network-archive-confirm = Do you want to close the network?
network-unarchive-title = Open the network again
network-unarchive-body = The network is closed. If you open it again it looks as before, with the same members.
network-unarchive = Open the network again
network-archived = Closed
network-you-coordinate = You coordinate
network-you-are-member = You are a member
network-members-count = { $n ->
    [one] 1 member
   *[other] { $n } members
}
network-organisers-count = { $n ->
    [one] 1 organiser
   *[other] { $n } organisers
}
network-tabs-label = Pages of the network
network-tab-network = The network
network-tab-members = Members
network-tab-invitations = Invitations
network-tab-coordinators = Coordinators
network-tab-edit = Settings
network-rounds-title = Matching rounds
network-rounds-empty = No round yet. When the coordinator opens one you can register and get an exchange group.
network-round-last-day = Last day to register
network-round-open = Open for registration
network-round-published = Done
network-groups-title = Exchange groups
network-groups-empty = No groups to show yet. They are formed in the matching rounds.
network-group-mine = Your group
network-group-last = Last met { $date }.
network-group-never = Has not met yet.
network-group-next = The next meetup is { $date }.
network-group-nothing = No meetup is booked.
network-coordinators-title = Coordinators
network-facts-title = About the network
network-members-title = Members of the network
network-mine-title = Your seats here
network-join = Join
network-join-more = You can take part with more of your seats.
network-ask = Ask to join
network-leave = Leave the network
network-leave-confirm = Do you want to leave the network?
network-withdraw = Take back
membership-state-requested = waits for an answer
membership-state-active = member
membership-state-declined = not a member
membership-state-left = has left

# The next step on the page of a network
network-next-label = Next step
network-step-sign-in-title = Would you like to take part?
network-step-sign-in-body = Sign in and you can join the network. No account? Ask a coordinator for an invitation.
network-step-seat-title = Tell us which seat you hold
network-step-seat-body = You join a network with a seat, such as school director in Höör. Add yours first.
network-step-seat-action = Add a seat
network-step-join-title = Join the network
network-step-join-seat = With which seat?
network-step-ask-title = Ask to join
network-step-ask-message = Message to the coordinator
network-step-ask-hint = Say briefly who you are and what you hope for. The answer comes by e-mail.
network-step-wait-title = Your request waits for an answer
network-step-wait-body = A coordinator reads it and answers. The answer comes by e-mail.
network-step-invitation-title = One joins this network by invitation
network-step-invitation-body = Would you like to take part? Write to a coordinator, who can invite you.
network-step-member-title = Get to know the others
network-step-member-body = No matching round is open at the moment. See who takes part and what they can contribute.
network-step-member-action = See the members
network-step-decide-title = { $n ->
    [one] 1 person wants to join
   *[other] { $n } people want to join
}
network-step-decide-body = Read what they write and answer. They get your answer by e-mail.
network-step-decide-action = Answer them
network-step-invite-title = Invite the first members
network-step-invite-body = Invite one at a time, many at once from a file, or share a link.
network-step-invite-action = Invite people
network-step-round-title = Open a matching round
network-step-round-body = Members register, and you get a proposal for exchange groups.
network-step-round-action = Open a round
network-step-register-title = Register for the round
network-step-register-body = Say what you hope for and you get a group with others who have the same task.
network-step-register-action = Go to registration
network-step-follow-title = A round takes registrations
network-step-follow-body = See who has registered and what remains.
network-step-follow-action = Go to the round

# Members
members-title = Members of { $name }
members-empty-title = Nobody was found
members-empty-body = Try fewer conditions or another word.
member-filter-text = Name, role or organiser
member-filter-category = Category
member-filter-theme = Theme
member-filter-all = All
member-filter-submit = Show
member-offers = Can contribute to:
member-unconfirmed = Unconfirmed seat
member-confirm = Confirm the seat
member-vouch = Vouch for the seat
member-unreached = Since { $day } no mail has reached the address.
member-complained = Since { $day } no mailings go to this person, who marked a mail from here as junk. Only they can take them up again.
member-remove = Remove
member-remove-confirm = Do you want to remove this person from the network?
member-category-small = Small municipality
member-category-medium = Medium-sized municipality
member-category-large = Large municipality
member-category-independent = Independent organiser
requests-title = Want to join
request-accept = Let in
request-decline = Decline
request-decline-confirm = Do you want to decline? The person gets a mail.
people-title = People
people-lead = Everybody who is in the same networks as you.
people-count = { $n ->
    [one] 1 person
   *[other] { $n } people
}
people-none-title = You are not in any network yet
people-none-body = You find your peers here once you have joined a network.
people-none-action = See the networks

# Errors and messages
error-network-slug-taken = There is a network with that address already.
error-network-name = The name needs at least one letter or figure.
error-network-closed = The network is closed. Nobody can join it any more.
error-network-invitation-only = One joins this network by invitation. Write to a coordinator.
error-network-last-coordinator = A network needs at least one coordinator. Appoint another one first.
flash-network-created = The network exists now. Invite the first members.
flash-network-updated = The network is saved.
flash-network-archived = The network is closed.
flash-network-unarchived = The network is open again.
flash-network-joined = Welcome! You are a member of the network.
flash-network-asked = Your request is sent. The answer comes by e-mail.
flash-network-left = You are no longer in the network.
flash-member-removed = The person is removed from the network.
flash-request-accepted = The person is a member and has been told.
flash-request-declined = The person has been told.

# Mail about membership
mail-request-subject = Somebody wants to join { $name }
mail-request-lead = { $who } ({ $seat }) wants to join { $name }.
mail-request-message = Message:
mail-request-button = Read and answer
mail-answer-accepted-subject = Welcome to { $name }
mail-answer-accepted-body = You are now in { $name } as { $seat }. The page of the network shows what is going on.
mail-answer-button = Go to the network
mail-answer-declined-subject = Answer about { $name }
mail-answer-declined-body = The coordinator of { $name } has declined your request to join this time. If you have questions, write to the coordinator.
mail-appointed-subject = You are a coordinator of { $name }
mail-appointed-lead = { $by } has appointed you coordinator of { $name }.
mail-appointed-body = You can invite people, open matching rounds and answer those who want to join.
mail-appointed-button = Go to the network
mail-returned-subject = E-mail does not reach { $name }
mail-returned-lead = { $who } ({ $seat }) in { $name } is no longer reached by our e-mail: the address does not take it. So we send nothing more there.
mail-returned-what = Get in touch some other way. Whoever has a new address signs in and corrects it under Settings, Signing in, and can ask us to try again there. Whoever has left can hand over their seat to a successor.
mail-returned-button = See the members

# Coordinators
coordinators-title = Coordinators of { $name }
coordinators-lead = Coordinators invite, open matching rounds and answer those who want to join.
coordinator-new-title = Appoint a coordinator
coordinator-new-hint = The address of somebody who is a member of the network already. The person gets a mail.
coordinator-new-submit = Appoint
coordinator-dismiss = End the task
coordinator-dismiss-confirm = Should this person no longer be a coordinator?
error-coordinator-not-member = No member of the network has that address. Invite the person first.
flash-coordinator-appointed = The person is a coordinator and has got a mail.
flash-coordinator-dismissed = The person is no longer a coordinator.

# Invitations
invitations-title = Invitations to { $name }
invitations-lead = Everybody gets a mail with a personal link that holds for 60 days.
invitations-import = Invite from a file
invitations-new = Invite one person
invitations-count = { $n ->
    [0] No invitations
    [one] 1 invitation
   *[other] { $n } invitations
}
invitations-empty-title = No invitations here
invitations-empty-body = Once you have invited somebody you see here whether the mail arrived, was opened and made the person join.
invitation-who = Person
invitation-seat = Seat
invitation-since = Date
invitation-actions = Do
invitation-state = State
invitation-state-all = All
invitation-state-sent = Sent
invitation-state-opened = Opened
invitation-state-joined = Joined
invitation-state-bounced = Bounced
invitation-state-revoked = Revoked
invitation-state-expired = Too old
invitation-resend = Send again
invitation-revoke = Revoke
invitation-revoke-confirm = Do you want to revoke the invitation? The link in the mail stops working.
invitation-new-title = Invite one person
invitation-new-lead = The more you fill in, the less the person has to write.
invitation-organiser = Organiser
invitation-organiser-hint = Name, such as Höör. If you name the organiser, the seat counts as confirmed.
invitation-candidates = Which of them?
invitation-role = Role
invitation-level = Level
invitation-level-unknown = Do not know
invitation-language = Language of the mail
invitation-language-sv = Swedish
invitation-language-en = English
invitation-send = Send the invitation
error-invitation-member = That person is a member already.
error-invitation-waiting = That person has an invitation that still holds. Send it again from the list if it was lost.
error-invitation-joined = The person has joined already.
flash-invitation-sent = The invitation is sent.
flash-invitations-sent = The invitations are sent.
flash-invitation-revoked = The invitation is revoked. The link no longer works.

# A link to share
join-link-title = A link to share
join-link-body = Whoever has the link can join, however else the network takes in members. Share it only with those it is for.
join-link-once = Copy the link now. It is shown this once.
join-link-copy = Copy
join-link-copied = Copied
join-link-since = There is a link since
join-link-hidden = It cannot be shown again; make a new one if you have lost it.
join-link-create = Make a link
join-link-renew = Make a new link
join-link-revoke = Revoke the link
join-link-revoke-confirm = Do you want to revoke the link? Nobody can join by it any more.
flash-join-link-revoked = The link no longer works.

# Coming in by a link
entry-title = Join { $name }
entry-lead = In the network you learn from others with the same task. You can get a small exchange group and leave when you like.
entry-as = You are signed in as { $name }
entry-vouched = The coordinator has named { $name } as your organiser. So a seat there counts as confirmed.
entry-known-title = Sign in and join
entry-known-body = There is an account with your address already. Sign in, and one button lets you join.
entry-account-title = Make your account and join
entry-have-account = I have an account already
entry-submit = Make the account and join

# Inviting from a file
import-title = Invite from a file
import-lead = First you see what would happen. No mail leaves before you have confirmed.
import-file-title = The file
import-columns = A CSV or Excel file (.xlsx) of at most 2 MB, with one person a row. The columns may have Swedish or English names:
import-help-email = E-mail address. Required.
import-help-name = Full name. Required.
import-help-organiser = Organiser: name, municipality code or organisation number.
import-help-role = Role, such as school director.
import-help-level = Level: board, administration, principal or teacher.
import-help-language = Language: Swedish or English. Empty means Swedish.
import-file = Choose a file
import-read = Read the file
import-problems = { $n ->
    [one] 1 thing in the file needs correcting
   *[other] { $n } things in the file need correcting
}
import-problems-body = Nothing has been sent. Correct the file and read it again.
import-row = Row
import-column = Column
import-what = What is wrong
import-outcome = What happens
import-outcome-sent = Gets an invitation
import-outcome-member = Is a member already, gets no mail
import-outcome-waiting = Has an invitation already, gets no mail
import-ready = { $n ->
    [0] Nobody new to invite
    [one] 1 person gets an invitation
   *[other] { $n } people get an invitation
}
import-ready-body = The file is right. Look through the list, then send.
import-send = { $n ->
    [one] Send 1 invitation
   *[other] Send { $n } invitations
}
import-more = The first rows are shown. All { $n } have been read.
import-too-many = The file has more than { $n } people. Split it up.
import-no-email = The column email is missing. Add it to the first row.
import-no-name = The column name is missing. Add it to the first row.
import-email = That is no e-mail address. Write it like name@municipality.se.
import-name = Write a name of at most 120 characters.
import-role = The role is too long. Write at most 120 characters.
import-organiser = No organiser has that name. Write the municipality's name or code, or the organisation number.
import-organiser-unclear = Several organisers have that name. Write the code or the organisation number.
import-level = Write board, administration, principal or teacher, or leave it empty.
import-language = Write Swedish or English, or leave it empty.
import-duplicate = The address stands in an earlier row already. Remove one of the rows.
error-import-file = Choose a file first.
error-import-changed = What was sent can no longer be used. Read the file once more.

# Mail with an invitation
mail-invitation-subject = Invitation to { $name }
mail-invitation-lead = { $inviter } invites you to { $name }.
mail-invitation-anonymous = You are invited to { $name }.
mail-invitation-seat = You are invited as { $name }.
mail-invitation-purpose = About the network:
mail-invitation-what = In Grannskap you meet others with the same task in a small exchange group. It costs nothing, and you leave when you like.
mail-invitation-button = See the invitation and join
mail-invitation-until = The link is personal and holds until { $date }.
mail-invitation-ignore = If you do not want to take part you need not do anything.

network-calls = You get a mail when a new round opens.
network-muted = You get no mail about new rounds.
network-mute = Stop them
network-unmute = Get them again
flash-network-muted = You get no more mail about new rounds from here.
flash-network-unmuted = You get a mail when a new round opens.

# Organisers kept apart
rivals-title = Organisers kept apart
rivals-lead = Organisers that compete, or for another reason should not share a group. Rounds say only that the coordinator keeps them apart.
rivals-empty = None are kept apart
rivals-empty-body = All organisers of the network can share groups, as far as the rules of the round allow.
rivals-new = Keep two apart
rivals-one = The one organiser
rivals-two = The other organiser
rivals-hint = Write the name of an organiser that has members in the network.
rivals-submit = Keep apart
rivals-meet = Let meet
network-tab-history = Who has met
network-tab-rivals = Apart
network-tab-reports = Reports
error-rivals-unknown = Write an organiser that has members in the network.
error-rivals-same = Choose another organiser than the first.
error-rivals-many = So many pairs cannot be kept apart. Let some meet first.
flash-rivals-apart = They are kept apart from the next proposal on.
flash-rivals-meet = They can share a group again.
