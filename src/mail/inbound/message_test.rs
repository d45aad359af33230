use proptest::prelude::*;

use super::*;

const SECRET: &str = "0123456789abcdef0123456789abcdef";

fn parse(text: &str) -> Message {
    Message::parse(text.replace('\n', "\r\n").as_bytes(), "post@grannskap.example", true).unwrap()
}

#[test]
fn personal_addresses_are_found_wherever_servers_write_them() {
    for header in [
        format!("To: <svar+m{SECRET}@grannskap.example>"),
        format!("To: \"Grannskap, svar\" <SVAR+M{}@Grannskap.Example>", SECRET.to_uppercase()),
        format!("To: someone@else.example,\n svar+m{SECRET}@grannskap.example"),
        format!("Delivered-To: svar+m{SECRET}@grannskap.example\nTo: list@else.example"),
    ] {
        assert_eq!(parse(&format!("{header}\n\nhej\n")).secret("m"), Some(SECRET), "{header}");
    }
    for header in [
        "To: svar@grannskap.example".to_owned(),
        "To: svar+m0123@grannskap.example".to_owned(),
        format!("To: svar+r{SECRET}@grannskap.example"),
        format!("To: svar+m{SECRET}0@grannskap.example"),
        format!("Subject: svar+m{SECRET}@grannskap.example"),
    ] {
        assert_eq!(parse(&format!("{header}\n\nhej\n")).secret("m"), None, "{header}");
    }
}

#[test]
fn who_answers_by_itself_is_told_from_people() {
    for (headers, expected) in [
        ("From: bo@horby.example", Nature::Person),
        ("Auto-Submitted: no", Nature::Person),
        ("Auto-Submitted: auto-generated", Nature::Generated),
        ("Auto-Submitted: auto-replied (vacation)", Nature::Replied),
        ("Precedence: auto_reply", Nature::Replied),
        ("X-Autoreply: yes", Nature::Replied),
        ("Precedence: bulk", Nature::Bulk),
        ("List-Id: <skolor.example>", Nature::Bulk),
        ("Return-Path: <>\nFrom: bo@horby.example", Nature::Report),
        ("From: Mail Delivery System <MAILER-DAEMON@horby.example>", Nature::Report),
        ("Content-Type: multipart/report; report-type=delivery-status; boundary=x", Nature::Report),
        ("From: Grannskap <Post@Grannskap.example>", Nature::Own),
    ] {
        assert_eq!(parse(&format!("{headers}\n\nhej\n")).nature, expected, "{headers}");
    }
}

#[test]
fn calendars_are_found_in_any_wrapping_but_not_inside_other_mails() {
    let base64 = "QkVHSU46VkNBTEVOREFSDQpTVU1NQVJZOkbDtnLDpGxkcmFyDQo=";
    let text = format!(
        "From: bo@horby.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n\
         --a\nContent-Type: multipart/alternative; boundary=b\n\n\
         --b\nContent-Type: text/plain\n\nJa\n\
         --b\nContent-Type: text/calendar; charset=iso-8859-1; method=REPLY\nContent-Transfer-Encoding: quoted-printable\n\n\
         SUMMARY:F=F6r=E4ldrar\n--b--\n\
         --a\nContent-Type: application/octet-stream; name=\"invite.ICS\"\nContent-Transfer-Encoding: base64\n\n{base64}\n\
         --a\nContent-Type: message/rfc822\n\nFrom: x@y.example\nContent-Type: text/calendar\n\nSUMMARY:inside\n\
         --a--\n"
    );
    let texts: Vec<String> = parse(&text).calendars.into_iter().map(|each| each.text).collect();
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(texts.iter().all(|text| text.contains("SUMMARY:Föräldrar")), "{texts:?}");
}

#[test]
fn a_message_that_breaks_the_parser_is_none() {
    let lines = [
        "Content-Type: multipart/mixed; boundary=a",
        "",
        "--a",
        "Content-Type: message/rfc822",
        "",
        "Content-Type: message/rfc822",
        "",
        "",
        "--a--",
    ];
    assert!(Message::parse(lines.join("\r\n").as_bytes(), "post@grannskap.example", true).is_none());
}

proptest! {
    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = Message::parse(&bytes, "post@grannskap.example", true);
    }

    #[test]
    fn no_mime_breaks_the_reader(
        lines in prop::collection::vec("(Content-Type: (multipart/mixed; boundary=a|text/calendar; charset=[a-z0-9-]{0,12}|message/rfc822)|--a(--)?|Content-Transfer-Encoding: (base64|quoted-printable|x)|[ -~åäö]{0,40}|)", 0..40)
    ) {
        let _ = Message::parse(lines.join("\r\n").as_bytes(), "post@grannskap.example", true);
    }
}
