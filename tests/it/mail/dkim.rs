//! DKIM (RFC 6376): the signature is computed again from the message as it arrived.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use grannskap::mail::outbox;
use rsa::pkcs8::DecodePrivateKey;
use rsa::{Pkcs1v15Sign, RsaPrivateKey};
use sha2::{Digest, Sha256};

use super::letter;
use crate::support::smtp::Smtp;
use crate::support::{TestApp, run};

const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/mail/keys/dkim.pem");

/// What RFC 8017 puts before a SHA-256 hash that is signed.
const DIGEST_INFO: &[u8] = &[48, 49, 48, 13, 6, 9, 96, 134, 72, 1, 101, 3, 4, 2, 1, 5, 0, 4, 32];

/// Headers as they stand, name and value with line ends; and the body.
fn parts(message: &str) -> (Vec<(String, String)>, &str) {
    let (head, body) = message.split_once("\r\n\r\n").unwrap();
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in format!("{head}\r\n").split_inclusive("\r\n") {
        if line.starts_with([' ', '\t']) {
            headers.last_mut().unwrap().1.push_str(line);
        } else {
            let (name, value) = line.split_once(':').unwrap();
            headers.push((name.to_owned(), value.to_owned()));
        }
    }
    (headers, body)
}

fn tag<'a>(signature: &'a str, name: &str) -> Option<&'a str> {
    signature.split(';').find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='))
}

fn decoded(text: &str) -> Vec<u8> {
    STANDARD.decode(text.split_whitespace().collect::<String>()).unwrap()
}

/// `relaxed`: spaces between words become one, none at the ends of lines.
fn relaxed_body(body: &str) -> String {
    let lines = body.split("\r\n").map(|line| {
        let words: Vec<&str> = line.split([' ', '\t']).filter(|word| !word.is_empty()).collect();
        let indent = if line.starts_with([' ', '\t']) && !words.is_empty() { " " } else { "" };
        format!("{indent}{}", words.join(" "))
    });
    format!("{}\r\n", lines.collect::<Vec<_>>().join("\r\n").trim_end_matches("\r\n"))
}

fn canonical(name: &str, value: &str, relaxed: bool) -> String {
    match relaxed {
        true => {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{}:{value}\r\n", name.to_lowercase().trim())
        }
        false => format!("{name}:{value}"),
    }
}

fn verify(message: &str, key: &RsaPrivateKey) -> Result<Vec<String>, String> {
    let (headers, body) = parts(message);
    let (name, signature) = headers.iter().find(|(name, _)| name == "DKIM-Signature").ok_or("not signed")?;
    let ways = tag(signature, "c").unwrap_or("simple/simple");
    let (of_head, of_body) = ways.split_once('/').unwrap_or((ways, "simple"));
    let body = match of_body {
        "relaxed" => relaxed_body(body),
        _ => format!("{}\r\n", body.trim_end_matches("\r\n")),
    };
    if decoded(tag(signature, "bh").unwrap()) != Sha256::digest(body.as_bytes()).to_vec() {
        return Err("the body was changed".to_owned());
    }
    let relaxed = of_head == "relaxed";
    let signed: Vec<String> =
        tag(signature, "h").unwrap().split(':').map(|name| name.trim().to_owned()).collect();
    let mut text = String::new();
    for name in &signed {
        let found = headers.iter().rev().find(|(known, _)| known.eq_ignore_ascii_case(name));
        text.push_str(&found.map_or(String::new(), |(name, value)| canonical(name, value, relaxed)));
    }
    let given = tag(signature, "b").unwrap();
    text.push_str(canonical(name, &signature.replace(given, ""), relaxed).trim_end_matches("\r\n"));
    let scheme = Pkcs1v15Sign { hash_len: Some(32), prefix: DIGEST_INFO.into() };
    let hash = Sha256::digest(text.as_bytes());
    key.to_public_key().verify(scheme, &hash, &decoded(given)).map_err(|_| "the headers were changed")?;
    Ok(signed)
}

#[test]
fn mail_is_signed_and_the_signature_holds() {
    run(async {
        let smtp = Smtp::start();
        let url = smtp.url();
        let app = TestApp::spawn_with(&[
            ("MAIL_URL", &url),
            ("DKIM_SELECTOR", "post"),
            ("DKIM_DOMAIN", "grannskap.example"),
            ("DKIM_KEY", KEY),
        ])
        .await;
        let mut mail = letter("signed", "asa@skola.example");
        mail.text = "Hej på dig.\n\n.En rad med punkt först   och luft  \n\n\n".to_owned();
        mail.list = Some(grannskap::mail::List {
            id: "digest.grannskap.example".into(),
            unsubscribe_url: "https://grannskap.example/unsubscribe/x".into(),
            reply_to: None,
        });
        app.write(|tx| outbox::enqueue(tx, &app.app, mail));
        app.run_jobs().await;

        let message = smtp.received().remove(0);
        assert!(message.contains("d=grannskap.example") && message.contains("s=post"));
        let key = RsaPrivateKey::from_pkcs8_pem(&std::fs::read_to_string(KEY).unwrap()).unwrap();
        let signed = verify(&message, &key).unwrap();
        // RFC 8058 wants the headers of one-click unsubscription signed.
        for name in
            ["From", "To", "Subject", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post"]
        {
            assert!(
                signed.iter().any(|each| each.eq_ignore_ascii_case(name)),
                "{name} is not signed: {signed:?}"
            );
        }
        assert_eq!(
            verify(&message.replace("Subject: ", "Subject: x"), &key),
            Err("the headers were changed".into())
        );
        assert_eq!(
            verify(&message.replacen("\r\n\r\n", "\r\n\r\nx", 1), &key),
            Err("the body was changed".into())
        );
    });
}
