//! A real SMTP listener. It behaves as the recipient's name says: `refuse@`, `later@`, `busy@` (421 and gone), `drop@`
//! (hangs up with the message), `slow@` (answers the message after two seconds), `hold@` (answers the recipient when
//! told to), or takes the mail.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use base64::Engine;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// How the listener protects the conversation.
#[derive(Clone, Copy, PartialEq)]
pub enum Security {
    Plain,
    StartTls,
    Wrapped,
}

/// What the listener is like.
#[derive(Clone)]
pub struct Manners {
    pub security: Security,
    /// User and password that it wants.
    pub password: Option<(&'static str, &'static str)>,
    /// What it says first.
    pub greeting: &'static str,
}

impl Default for Manners {
    fn default() -> Self {
        Manners { security: Security::Plain, password: None, greeting: "220 test.example ESMTP" }
    }
}

/// Listens until the test ends.
pub struct Smtp {
    pub address: String,
    state: Arc<State>,
}

struct State {
    manners: Manners,
    received: Mutex<Vec<String>>,
    /// Who the envelopes said they were from.
    senders: Mutex<Vec<String>>,
    /// How many wait at `hold@`, and whether they may go on.
    held: (Mutex<(usize, bool)>, Condvar),
    tls: Arc<ServerConfig>,
}

impl Smtp {
    pub fn start() -> Self {
        Self::with(Manners::default())
    }

    pub fn with(manners: Manners) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let state = Arc::new(State {
            manners,
            received: Mutex::default(),
            senders: Mutex::default(),
            held: Default::default(),
            tls: tls(),
        });
        let kept = state.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = kept.clone();
                std::thread::spawn(move || {
                    // A client that hangs up ends the conversation, which is all there is to do about it.
                    let _ = converse(stream, &state);
                });
            }
        });
        Smtp { address, state }
    }

    /// `mail_url` for this listener.
    pub fn url(&self) -> String {
        let scheme = match self.state.manners.security {
            Security::Plain => "smtp",
            Security::StartTls => "smtp+starttls",
            Security::Wrapped => "smtps",
        };
        format!("{scheme}://{}", self.address)
    }

    /// Every message taken, headers and body.
    pub fn received(&self) -> Vec<String> {
        self.state.received.lock().unwrap().clone()
    }

    /// The sender of every envelope.
    pub fn senders(&self) -> Vec<String> {
        self.state.senders.lock().unwrap().clone()
    }

    /// How many conversations have stood still at `hold@`.
    pub fn holding(&self) -> usize {
        self.state.held.0.lock().unwrap().0
    }

    /// Lets those at `hold@` go on, and all that come later.
    pub fn release(&self) {
        self.state.held.0.lock().unwrap().1 = true;
        self.state.held.1.notify_all();
    }
}

impl State {
    fn hold(&self) {
        let mut held = self.held.0.lock().unwrap();
        held.0 += 1;
        while !held.1 {
            held = self.held.1.wait(held).unwrap();
        }
    }
}

/// A certificate for localhost and 127.0.0.1, by the authority in `keys/ca.pem`.
fn tls() -> Arc<ServerConfig> {
    let chain = vec![CertificateDer::from_pem_slice(include_bytes!("../mail/keys/relay.pem")).unwrap()];
    let key = PrivateKeyDer::from_pem_slice(include_bytes!("../mail/keys/relay.key")).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    Arc::new(config.with_no_client_auth().with_single_cert(chain, key).unwrap())
}

enum Wire {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ServerConnection, TcpStream>>),
}

impl Wire {
    fn secure(stream: TcpStream, state: &State) -> Wire {
        Wire::Tls(Box::new(StreamOwned::new(ServerConnection::new(state.tls.clone()).unwrap(), stream)))
    }
}

impl Read for Wire {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Wire::Plain(stream) => stream.read(buffer),
            Wire::Tls(stream) => stream.read(buffer),
        }
    }
}

struct Conversation<'a> {
    wire: BufReader<Wire>,
    state: &'a State,
    recipient: String,
    signed_in: bool,
}

fn converse(stream: TcpStream, state: &State) -> io::Result<()> {
    let wire = match state.manners.security {
        Security::Wrapped => Wire::secure(stream, state),
        _ => Wire::Plain(stream),
    };
    let mut talk =
        Conversation { wire: BufReader::new(wire), state, recipient: String::new(), signed_in: false };
    talk.say(state.manners.greeting)?;
    while let Some(line) = talk.line()? {
        let command = line.trim_end().to_ascii_uppercase();
        if command == "STARTTLS" {
            talk.say("220 go ahead")?;
            let Wire::Plain(stream) = talk.wire.get_ref() else { return Ok(()) };
            talk.wire = BufReader::new(Wire::secure(stream.try_clone()?, state));
        } else if !talk.answer(&command, line.trim_end())? {
            return Ok(());
        }
    }
    Ok(())
}

impl Conversation<'_> {
    fn say(&mut self, line: &str) -> io::Result<()> {
        let line = format!("{line}\r\n");
        match self.wire.get_mut() {
            Wire::Plain(stream) => stream.write_all(line.as_bytes()),
            Wire::Tls(stream) => stream.write_all(line.as_bytes()).and_then(|()| stream.flush()),
        }
    }

    fn line(&mut self) -> io::Result<Option<String>> {
        let mut line = String::new();
        Ok((self.wire.read_line(&mut line)? > 0).then_some(line))
    }

    /// Answers a command; whether to go on.
    fn answer(&mut self, command: &str, line: &str) -> io::Result<bool> {
        let manners = &self.state.manners;
        let plain = matches!(self.wire.get_ref(), Wire::Plain(_));
        if command.starts_with("EHLO") {
            let starttls = manners.security == Security::StartTls && plain;
            let auth = manners.password.is_some() && !starttls;
            self.say("250-test.example")?;
            if starttls {
                self.say("250-STARTTLS")?;
            }
            if auth {
                self.say("250-AUTH PLAIN")?;
            }
            self.say("250 8BITMIME")?;
        } else if let Some(secret) = line.strip_prefix("AUTH PLAIN ") {
            let given = base64::engine::general_purpose::STANDARD.decode(secret).unwrap_or_default();
            let (user, password) = manners.password.unwrap_or_default();
            self.signed_in = given == format!("\0{user}\0{password}").as_bytes();
            self.say(if self.signed_in { "235 welcome" } else { "535 5.7.8 wrong user or password" })?;
        } else if command.starts_with("MAIL") && manners.password.is_some() && !self.signed_in {
            self.say("530 5.7.0 sign in first")?;
        } else if command.starts_with("MAIL") && manners.security != Security::Plain && plain {
            self.say("530 5.7.0 STARTTLS first")?;
        } else if let Some(rest) = line.strip_prefix("MAIL FROM:<") {
            let address = rest.split('>').next().unwrap_or_default().to_owned();
            self.state.senders.lock().unwrap().push(address);
            self.say("250 ok")?;
        } else if command.starts_with("RCPT") {
            self.recipient = command.to_owned();
            return self.to();
        } else if command == "DATA" {
            return self.message();
        } else if command == "QUIT" {
            self.say("221 bye")?;
            return Ok(false);
        } else {
            self.say("250 ok")?;
        }
        Ok(true)
    }

    fn to(&mut self) -> io::Result<bool> {
        let is = |name: &str| self.recipient.contains(name);
        if is("BUSY@") {
            self.say("421 4.7.0 too busy")?;
            return Ok(false);
        }
        if is("HOLD@") {
            self.state.hold();
        }
        let answer = match () {
            () if is("REFUSE@") => "550 5.1.1 no such user",
            () if is("LATER@") => "451 4.3.0 try again later",
            () => "250 ok",
        };
        self.say(answer)?;
        Ok(true)
    }

    fn message(&mut self) -> io::Result<bool> {
        self.say("354 go on")?;
        let mut message = String::new();
        loop {
            let Some(line) = self.line()? else { return Ok(false) };
            if line == ".\r\n" {
                break;
            }
            message.push_str(line.strip_prefix('.').unwrap_or(&line));
        }
        if self.recipient.contains("SLOW@") {
            std::thread::sleep(Duration::from_secs(2));
        }
        self.state.received.lock().unwrap().push(message);
        if self.recipient.contains("DROP@") {
            return Ok(false);
        }
        self.say("250 taken")?;
        Ok(true)
    }
}
