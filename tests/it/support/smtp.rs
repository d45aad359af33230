//! A real SMTP listener that behaves as the recipient's name says: `refuse@`, `later@`, `drop@`, or takes the mail.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// Listens until the test ends.
pub struct Smtp {
    pub address: String,
    received: Arc<Mutex<Vec<String>>>,
}

impl Smtp {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let received = Arc::new(Mutex::new(Vec::new()));
        let kept = received.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let kept = kept.clone();
                std::thread::spawn(move || {
                    // A client that hangs up ends the conversation, which is all there is to do about it.
                    let _ = converse(stream, &kept);
                });
            }
        });
        Smtp { address, received }
    }

    /// Every message taken, headers and body.
    pub fn received(&self) -> Vec<String> {
        self.received.lock().unwrap().clone()
    }
}

fn converse(stream: TcpStream, kept: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = stream;
    let mut recipient = String::new();
    writer.write_all(b"220 test.example ESMTP\r\n")?;
    let mut line = String::new();
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let command = line.trim_end().to_ascii_uppercase();
        let answer: &[u8] = if command.starts_with("EHLO") {
            b"250-test.example\r\n250 8BITMIME\r\n"
        } else if command.starts_with("RCPT") {
            recipient = command.clone();
            match () {
                () if recipient.contains("REFUSE@") => b"550 5.1.1 no such user\r\n",
                () if recipient.contains("LATER@") => b"451 4.3.0 try again later\r\n",
                () => b"250 ok\r\n",
            }
        } else if command == "DATA" {
            writer.write_all(b"354 go on\r\n")?;
            let mut message = String::new();
            loop {
                line.clear();
                if reader.read_line(&mut line)? == 0 {
                    return Ok(());
                }
                if line == ".\r\n" {
                    break;
                }
                message.push_str(line.strip_prefix('.').unwrap_or(&line));
            }
            kept.lock().unwrap().push(message);
            if recipient.contains("DROP@") {
                return Ok(());
            }
            b"250 taken\r\n"
        } else if command == "QUIT" {
            writer.write_all(b"221 bye\r\n")?;
            return Ok(());
        } else {
            b"250 ok\r\n"
        };
        writer.write_all(answer)?;
    }
}
