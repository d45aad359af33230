//! Files that people have given us, outside of the database: in a folder, or in a bucket that speaks S3.
//!
//! What comes in is first [`Storage::prepare`]d: recognised by its content, never by its name; pictures are drawn anew and so
//! lose what cameras write into them, documents stay as they are. Then it is [`Storage::put`] under an identifier of ours,
//! before the row that tells of it is written: a crash in between leaves a file that nothing names, and housekeeping
//! removes those. What is read is compared with the hash that the row keeps. Nothing is ever unpacked.

mod archive;
mod content;
mod picture;
mod place;

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::web::Bytes;
use futures_core::Stream;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use crate::config::Config;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::secrets::hexadecimal;

pub use content::{Kind, Refused};
pub use picture::{MOST_PIXELS, MOST_SIDE};
pub use place::check;

/// Most bytes of a file that is read, whatever the settings say: more is none of ours.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Where files are kept. Cheap to clone.
#[derive(Clone)]
pub struct Storage {
    store: Arc<dyn ObjectStore>,
    /// One file is looked into at a time: a picture takes up to 300 MB while it is drawn anew.
    turn: Arc<Semaphore>,
}

/// The name of something kept: a file, or the small picture of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Blob {
    /// Identifier of the row that tells of it.
    pub id: Id,
    /// Whether it is the small picture.
    pub small: bool,
}

/// A file as it will be kept.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// What it is.
    pub kind: Kind,
    /// What is kept.
    pub content: Bytes,
    /// SHA-256 of that, hexadecimal.
    pub sha256: String,
    /// SHA-256 of what came, hexadecimal: the same file sent twice is known by it.
    pub source_sha256: String,
    /// For pictures.
    pub picture: Option<Small>,
}

/// A picture's size, and a small one of it.
#[derive(Debug, Clone)]
pub struct Small {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// The small one, of the same kind.
    pub content: Bytes,
    /// SHA-256 of that, hexadecimal.
    pub sha256: String,
}

impl Blob {
    /// A file itself.
    pub fn of(id: Id) -> Self {
        Blob { id, small: false }
    }

    /// The small picture of one.
    pub fn small(id: Id) -> Self {
        Blob { id, small: true }
    }

    /// Spread over 256 folders by the end of the identifier, which is random.
    fn path(self) -> object_store::path::Path {
        let id = self.id.to_string();
        let folder = id.get(id.len().saturating_sub(2)..).unwrap_or_default().to_owned();
        let name = if self.small { format!("{id}-small") } else { id };
        object_store::path::Path::from_iter([folder, name])
    }

    fn parse(path: &object_store::path::Path) -> Option<Self> {
        let name = path.filename()?;
        let blob = match name.strip_suffix("-small") {
            Some(id) => Blob::small(id.parse().ok()?),
            None => Blob::of(name.parse().ok()?),
        };
        (blob.path() == *path).then_some(blob)
    }
}

impl Storage {
    /// As configured. Makes the folder.
    pub fn from_config(config: &Config) -> Result<Self> {
        Ok(Storage { store: place::open(config)?, turn: Arc::new(Semaphore::new(1)) })
    }

    /// Finds out what somebody has sent us and makes of it what will be kept, on a blocking thread and one at a time. The
    /// inner error says why it is not taken.
    pub async fn prepare(&self, bytes: Bytes) -> Result<Result<Prepared, Refused>> {
        let turn = self.turn.clone().acquire_owned().await.map_err(Error::internal)?;
        let prepared = tokio::task::spawn_blocking(move || {
            // Held until the work is done, also when nobody waits for it any more.
            let _turn = turn;
            prepare(bytes)
        });
        // A decoder that stumbles over what it reads has not been handed a picture.
        Ok(prepared.await.unwrap_or_else(|error| {
            tracing::warn!(%error, "a file could not be looked into");
            Err(Refused::Broken)
        }))
    }

    /// Keeps what was prepared under an identifier.
    pub async fn keep(&self, id: Id, prepared: &Prepared) -> Result<()> {
        if let Some(small) = &prepared.picture {
            self.put(Blob::small(id), small.content.clone()).await?;
        }
        self.put(Blob::of(id), prepared.content.clone()).await
    }

    /// Keeps bytes.
    pub async fn put(&self, blob: Blob, bytes: Bytes) -> Result<()> {
        self.store.put(&blob.path(), PutPayload::from_bytes(bytes)).await.map_err(failed)?;
        Ok(())
    }

    /// What is kept, if its hash is `sha256`; anything else is an error that the log tells of.
    pub async fn get(&self, blob: Blob, sha256: &str) -> Result<Bytes> {
        let found = self.store.get(&blob.path()).await.map_err(failed)?;
        if found.meta.size > MOST_BYTES {
            return Err(Error::message(format!("the file {} is too large to be ours", blob.path())));
        }
        let bytes = found.bytes().await.map_err(failed)?;
        let read = bytes.clone();
        let hash = tokio::task::spawn_blocking(move || hash(&read)).await.map_err(Error::internal)?;
        if hash == sha256 {
            Ok(bytes)
        } else {
            Err(Error::message(format!("the file {} is not what was kept", blob.path())))
        }
    }

    /// Removes a file with its small picture.
    pub async fn forget(&self, id: Id) -> Result<()> {
        self.delete(Blob::small(id)).await?;
        self.delete(Blob::of(id)).await
    }

    /// Removes what is kept; nothing happens when it is gone.
    pub async fn delete(&self, blob: Blob) -> Result<()> {
        match self.store.delete(&blob.path()).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(failed(error)),
        }
    }

    /// Everything that was kept before a moment, in batches. What has a name that is not ours is left out.
    pub async fn kept_before(&self, before: Timestamp, batch: usize) -> Result<Vec<Vec<Blob>>> {
        let mut listed = self.store.list(None);
        let mut batches = vec![Vec::new()];
        while let Some(meta) = poll_fn(|context| Pin::new(&mut listed).poll_next(context)).await {
            let meta = meta.map_err(failed)?;
            let Some(blob) = Blob::parse(&meta.location) else { continue };
            if Timestamp::from(meta.last_modified) >= before {
                continue;
            }
            match batches.last_mut() {
                Some(last) if last.len() < batch => last.push(blob),
                _ => batches.push(vec![blob]),
            }
        }
        Ok(batches)
    }
}

fn prepare(bytes: Bytes) -> Result<Prepared, Refused> {
    let source_sha256 = hash(&bytes);
    match content::recognise(&bytes)? {
        content::Found::Document(kind) => {
            Ok(Prepared { kind, sha256: source_sha256.clone(), source_sha256, content: bytes, picture: None })
        }
        content::Found::Picture(format) => {
            let drawn = picture::draw(&bytes, format)?;
            let small = Small {
                width: drawn.width,
                height: drawn.height,
                sha256: hash(&drawn.small),
                content: drawn.small.into(),
            };
            Ok(Prepared {
                kind: drawn.kind,
                sha256: hash(&drawn.content),
                source_sha256,
                content: drawn.content.into(),
                picture: Some(small),
            })
        }
    }
}

fn hash(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// What went wrong, as people should hear of it: no room left, or not to be reached. A file that is not there although a row
/// tells of it is for the log.
fn failed(error: object_store::Error) -> Error {
    if matches!(error, object_store::Error::NotFound { .. }) {
        return Error::internal(error);
    }
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(&error);
    while let Some(inner) = source {
        let io = inner.downcast_ref::<std::io::Error>();
        if io.is_some_and(|io| io.kind() == std::io::ErrorKind::StorageFull) {
            return Error::Full;
        }
        source = inner.source();
    }
    Error::Unavailable(format!("storage: {error}"))
}
