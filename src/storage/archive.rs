//! What a ZIP archive says that it holds, read from its directory; nothing is unpacked.
//!
//! The layout is that of PKWARE's APPNOTE, 4.3. Archives that Office and LibreOffice write begin with their first file and
//! end with their directory and nothing after it; all else may be two things at once and is not taken.

use super::content::{Kind, Refused};

/// Most files in one.
const MOST_ENTRIES: usize = 20_000;
/// Most bytes that it may become.
const MOST_UNPACKED: u64 = 300 * 1024 * 1024;
/// Becoming more than this, it may be at most [`MOST_TIMES`] what it is.
const SUSPICIOUS: u64 = 20 * 1024 * 1024;
const MOST_TIMES: u64 = 200;
/// Bytes of the record that ends an archive without a remark.
const END: usize = 22;

struct Entry<'a> {
    name: &'a [u8],
    flags: u16,
    method: u16,
    packed: u64,
    unpacked: u64,
    /// Where its own header begins.
    at: usize,
}

impl Entry<'_> {
    fn is_named(&self, name: &str) -> bool {
        self.name == name.as_bytes()
    }

    /// Its bytes, where they are kept as they are.
    fn stored<'a>(&self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        if self.method != 0 {
            return None;
        }
        let names = usize::from(u16_at(bytes, self.at + 26)?) + usize::from(u16_at(bytes, self.at + 28)?);
        let start = self.at.checked_add(30)?.checked_add(names)?;
        bytes.get(start..start.checked_add(usize::try_from(self.packed).ok()?)?)
    }
}

/// Which document an archive is.
pub(super) fn office(bytes: &[u8]) -> Result<Kind, Refused> {
    let entries = directory(bytes).ok_or(Refused::Broken)?;
    let sum = |of: fn(&Entry<'_>) -> u64| entries.iter().map(of).fold(0_u64, u64::saturating_add);
    let (packed, unpacked) = (sum(|entry| entry.packed), sum(|entry| entry.unpacked));
    let whole = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let swells = unpacked > SUSPICIOUS && unpacked / whole > MOST_TIMES;
    // More packed than there is: files that share their bytes.
    if entries.len() > MOST_ENTRIES || unpacked > MOST_UNPACKED || swells || packed > whole {
        return Err(Refused::Bomb);
    }
    if entries.iter().any(|entry| entry.flags & 1 != 0 || entry.is_named("encrypted-package")) {
        return Err(Refused::Locked);
    }
    if entries.iter().any(has_macros) {
        return Err(Refused::Macros);
    }
    match entries.first() {
        Some(first) if first.is_named("mimetype") => open_document(bytes, &entries),
        _ => open_xml(&entries),
    }
}

fn open_document(bytes: &[u8], entries: &[Entry<'_>]) -> Result<Kind, Refused> {
    const KINDS: [Kind; 3] = [Kind::Odt, Kind::Ods, Kind::Odp];
    let says = entries.first().and_then(|first| first.stored(bytes)).ok_or(Refused::Broken)?;
    let kind = KINDS.into_iter().find(|kind| kind.media_type().as_bytes() == says).ok_or(Refused::Unknown)?;
    let content = entries.iter().find(|entry| entry.is_named("content.xml")).ok_or(Refused::Broken)?;
    // What is encrypted is kept unpacked and is no XML any more (OpenDocument 1.3, part 2, 3.4).
    match content.stored(bytes) {
        Some(text) if !text.trim_ascii_start().starts_with(b"<") && !text.starts_with(b"\xef\xbb\xbf<") => {
            Err(Refused::Locked)
        }
        _ => Ok(kind),
    }
}

fn open_xml(entries: &[Entry<'_>]) -> Result<Kind, Refused> {
    const MAIN: [(&str, Kind); 3] = [
        ("word/document.xml", Kind::Docx),
        ("xl/workbook.xml", Kind::Xlsx),
        ("ppt/presentation.xml", Kind::Pptx),
    ];
    let has = |name: &str| entries.iter().any(|entry| entry.is_named(name));
    if !has("[Content_Types].xml") {
        return Err(Refused::Unknown);
    }
    let mut found = MAIN.into_iter().filter(|(name, _)| has(name)).map(|(_, kind)| kind);
    match (found.next(), found.next()) {
        (Some(kind), None) => Ok(kind),
        (Some(_), Some(_)) => Err(Refused::Mixed),
        _ => Err(Refused::Unknown),
    }
}

/// Names of what holds macros in Office (MS-OFFMACRO2, and sheets of Excel 4) and in LibreOffice.
fn has_macros(entry: &Entry<'_>) -> bool {
    let name = String::from_utf8_lossy(entry.name).to_lowercase().replace('\\', "/");
    name.ends_with("vbaproject.bin")
        || name.contains("macrosheets/")
        || name.starts_with("basic/")
        || name.starts_with("scripts/")
}

/// Whether these bytes end as an archive does, whatever they begin with.
pub(super) fn ends_as_one(bytes: &[u8]) -> bool {
    let longest = END + usize::from(u16::MAX);
    let from = bytes.len().saturating_sub(longest);
    let tail = bytes.get(from..).unwrap_or(bytes);
    let ends =
        |at: usize| u16_at(tail, at + 20).is_some_and(|remark| at + END + usize::from(remark) == tail.len());
    let mut starts = tail.windows(4).enumerate().filter(|(_, window)| *window == b"PK\x05\x06");
    starts.any(|(at, _)| ends(at))
}

/// What the archive holds; nothing when it is not built as one, or is more than that.
fn directory(bytes: &[u8]) -> Option<Vec<Entry<'_>>> {
    let end = bytes.len().checked_sub(END)?;
    if bytes.get(end..end + 4)? != b"PK\x05\x06" || u16_at(bytes, end + 20)? != 0 {
        return None;
    }
    let (count, size) = (usize::from(u16_at(bytes, end + 10)?), usize_at(bytes, end + 12)?);
    let start = usize_at(bytes, end + 16)?;
    if start.checked_add(size)? != end {
        return None;
    }
    let (mut at, mut entries) = (start, Vec::new());
    while at < end {
        let entry = entry(bytes, at)?;
        let names = [28, 30, 32].into_iter().map(|field| u16_at(bytes, at + field).map(usize::from));
        at = names.sum::<Option<usize>>()?.checked_add(at)?.checked_add(46)?;
        entries.push(entry);
    }
    (entries.len() == count && at == end && count > 0).then_some(entries)
}

fn entry(bytes: &[u8], at: usize) -> Option<Entry<'_>> {
    if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
        return None;
    }
    let name = at + 46;
    Some(Entry {
        name: bytes.get(name..name.checked_add(usize::from(u16_at(bytes, at + 28)?))?)?,
        flags: u16_at(bytes, at + 8)?,
        method: u16_at(bytes, at + 10)?,
        packed: u64::from(u32_at(bytes, at + 20)?),
        unpacked: u64::from(u32_at(bytes, at + 24)?),
        at: usize_at(bytes, at + 42)?,
    })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn usize_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}
