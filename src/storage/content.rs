//! What a file is, found from its first bytes and from how it is built.

use image::ImageFormat;

use super::archive;
use crate::word_enum;

word_enum! {
    /// What we keep: pictures as we draw them, and documents as they came.
    pub enum Kind {
        /// A picture with many colours.
        Jpeg = "jpeg",
        /// A picture with sharp edges, or one that lets the ground through.
        Png = "png",
        /// PDF.
        Pdf = "pdf",
        /// Text of Microsoft Office.
        Docx = "docx",
        /// Sheets of Microsoft Office.
        Xlsx = "xlsx",
        /// Slides of Microsoft Office.
        Pptx = "pptx",
        /// OpenDocument text.
        Odt = "odt",
        /// OpenDocument sheets.
        Ods = "ods",
        /// OpenDocument slides.
        Odp = "odp",
    }
}

impl Kind {
    /// Whether browsers show it, and we have drawn it.
    pub fn is_picture(self) -> bool {
        matches!(self, Kind::Jpeg | Kind::Png)
    }

    /// How its name ends, without the dot.
    pub fn extension(self) -> &'static str {
        if self == Kind::Jpeg { "jpg" } else { self.word() }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Kind::Jpeg => "image/jpeg",
            Kind::Png => "image/png",
            Kind::Pdf => "application/pdf",
            Kind::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Kind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Kind::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Kind::Odt => "application/vnd.oasis.opendocument.text",
            Kind::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Kind::Odp => "application/vnd.oasis.opendocument.presentation",
        }
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    /// More bytes than allowed.
    TooLarge,
    /// None of the kinds that we keep.
    Unknown,
    /// One of these, but not whole, or not built as it should be.
    Broken,
    /// Locked with a password, or in the format of before 2007, which looks the same from outside.
    Locked,
    /// Has macros.
    Macros,
    /// Would be immense when unpacked.
    Bomb,
    /// Two kinds in one.
    Mixed,
    /// A picture with too many pixels.
    Pixels,
}

impl Refused {
    /// The locale key of the message, which names the file.
    pub fn key(self) -> &'static str {
        match self {
            Refused::Empty => "error-file-empty",
            Refused::TooLarge => "error-file-too-large",
            Refused::Unknown => "error-file-kind",
            Refused::Broken => "error-file-broken",
            Refused::Locked => "error-file-locked",
            Refused::Macros => "error-file-macros",
            Refused::Bomb => "error-file-bomb",
            Refused::Mixed => "error-file-mixed",
            Refused::Pixels => "error-file-pixels",
        }
    }
}

/// What a file is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    Picture(ImageFormat),
    Document(Kind),
}

/// What these bytes are, if we take such.
pub(super) fn recognise(bytes: &[u8]) -> Result<Found, Refused> {
    const PICTURES: [(&[u8], ImageFormat); 4] = [
        (b"\xff\xd8\xff", ImageFormat::Jpeg),
        (b"\x89PNG\r\n\x1a\n", ImageFormat::Png),
        (b"GIF87a", ImageFormat::Gif),
        (b"GIF89a", ImageFormat::Gif),
    ];
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    if let Some((_, format)) = PICTURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Ok(Found::Picture(*format));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok(Found::Picture(ImageFormat::WebP));
    }
    if bytes.starts_with(b"%PDF-") {
        return pdf(bytes).map(Found::Document);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return archive::office(bytes).map(Found::Document);
    }
    // The compound file of Office before 2007, and what Office with a password is wrapped in.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(Refused::Locked);
    }
    Err(Refused::Unknown)
}

fn pdf(bytes: &[u8]) -> Result<Kind, Refused> {
    let tail = bytes.get(bytes.len().saturating_sub(1024)..).unwrap_or(bytes);
    if archive::ends_as_one(bytes) {
        return Err(Refused::Mixed);
    }
    if find(tail, b"%%EOF").is_none() {
        return Err(Refused::Broken);
    }
    if is_locked(bytes) { Err(Refused::Locked) } else { Ok(Kind::Pdf) }
}

/// Whether a PDF names what it is encrypted by (PDF 32000-1, 7.6.1): a reference or a dictionary.
fn is_locked(mut rest: &[u8]) -> bool {
    const WORD: &[u8] = b"/Encrypt";
    while let Some(at) = find(rest, WORD) {
        rest = rest.get(at + WORD.len()..).unwrap_or_default();
        match rest.trim_ascii_start().first() {
            Some(next) if next.is_ascii_digit() || *next == b'<' => return true,
            _ => {}
        }
    }
    false
}

/// Where `needle` begins in `bytes`.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}
