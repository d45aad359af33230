use proptest::prelude::*;

use super::*;

const ID: &str = "0198f6c0-0000-7000-8000-000000000001";

fn reply(lines: &[&str]) -> Option<Reply> {
    let mut all = vec!["BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REPLY", "BEGIN:VEVENT"];
    all.extend(lines);
    all.extend(["END:VEVENT", "END:VCALENDAR"]);
    Reply::read(&all.join("\r\n"))
}

fn uid() -> String {
    format!("UID:{ID}@grannskap")
}

#[test]
fn answers_of_real_programs_are_read() {
    let uid = uid();
    // Outlook: a zone of its own, quotes, a reminder inside.
    let outlook = reply(&[
        "ATTENDEE;PARTSTAT=ACCEPTED;CN=\"Ek, Siv; rektor: Höör\":MAILTO:Siv@Hoor.example",
        "COMMENT;LANGUAGE=sv-SE:\\n",
        &uid,
        "SUMMARY;LANGUAGE=sv-SE:Accepterat: Första träffen",
        "DTSTART;TZID=W. Europe Standard Time:20261209T130000",
        "DTSTAMP:20261123T091500Z",
        "SEQUENCE:2",
        "BEGIN:VALARM",
        "DESCRIPTION:REMINDER",
        "UID:another",
        "END:VALARM",
    ])
    .unwrap();
    assert_eq!(outlook.said_by("siv@hoor.example"), Some(Participation::Accepted));
    assert_eq!((outlook.sequence, outlook.starts), (2, None));
    // Google: folded lines, a zone in UTC, upper and lower case.
    let google = reply(&[
        "dtstart:20261209T120000Z",
        "DTSTAMP:20261123T091500Z",
        "ORGANIZER;CN=Grannskap:mailto:svar+m00@grannskap.example",
        &uid.to_uppercase(),
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=TENTATIVE;CN=Siv E",
        " k;X-NUM-GUESTS=0:mailto:siv@hoor.exam",
        " ple",
    ])
    .unwrap();
    assert_eq!(google.said_by("siv@hoor.example"), Some(Participation::Tentative));
    assert_eq!(google.said_by("bo@horby.example"), None);
    assert_eq!(google.meetup.to_string(), ID);
    assert_eq!(google.starts.unwrap().utc().to_rfc3339(), "2026-12-09T12:00:00+00:00");
    // Thunderbird and Apple: the zone by its name.
    let thunderbird =
        reply(&[&uid, "DTSTAMP:20261123T091500Z", "DTSTART;TZID=Europe/Stockholm:20261209T130000"]).unwrap();
    assert_eq!(thunderbird.starts, google.starts);
    assert_eq!(thunderbird.sequence, 0);
}

#[test]
fn what_says_too_little_or_is_about_something_else_is_not_read() {
    let uid = uid();
    let stamp = "DTSTAMP:20261123T091500Z";
    assert!(reply(&[&uid, stamp]).is_some());
    for lines in [
        vec![stamp],
        vec![&uid],
        vec![&uid, "DTSTAMP:20261123"],
        vec![&uid, "DTSTAMP:20261123T091500"],
        vec![&uid, stamp, "RECURRENCE-ID:20261209T120000Z"],
        vec!["UID:0198f6c0-0000-7000-8000-000000000001@elsewhere", stamp],
        vec!["UID:@grannskap", stamp],
        vec!["UID:å", stamp],
    ] {
        assert_eq!(reply(&lines), None, "{lines:?}");
    }
    assert_eq!(
        Reply::read(&format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{uid}\n{stamp}\nEND:VEVENT")),
        None,
        "no method"
    );
    assert_eq!(Reply::read("METHOD:REPLY\nBEGIN:VJOURNAL\nEND:VJOURNAL"), None);
}

proptest! {
    #[test]
    fn nothing_breaks_the_reader(text in "(METHOD:REPLY|BEGIN:VEVENT|BEGIN:|END:VEVENT|UID[:;=\"]|DTSTAMP:2026|[ -~åé\n\r\t;:=\"]){0,60}") {
        let _ = Reply::read(&text);
    }

    #[test]
    fn what_is_in_a_name_says_nothing(name in "[ -~åäö]{0,60}") {
        let name = name.replace('"', "");
        let read = reply(&[
            &uid(),
            "DTSTAMP:20261123T091500Z",
            &format!("ATTENDEE;CN=\"{name}\";PARTSTAT=DECLINED:mailto:siv@hoor.example"),
        ]);
        prop_assert_eq!(read.unwrap().said_by("siv@hoor.example"), Some(Participation::Declined));
    }
}
