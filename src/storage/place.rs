//! Where the storage is: `file://DIR`, or `s3://BUCKET/PREFIX`.

use std::path::PathBuf;
use std::sync::Arc;

use object_store::ObjectStore;
use object_store::local::LocalFileSystem;

use crate::config::Config;
use crate::error::{Error, Result};

enum Place {
    Folder(PathBuf),
    /// Bucket and what names begin with there.
    Bucket(String, String),
}

impl Place {
    fn of(config: &Config) -> Result<Self> {
        let url = config.settings.storage_url.as_str();
        if url.is_empty() {
            return Ok(Place::Folder(config.settings.data_dir.join("files")));
        }
        if let Some(folder) = url.strip_prefix("file://").filter(|folder| !folder.is_empty()) {
            return Ok(Place::Folder(PathBuf::from(folder)));
        }
        if let Some(bucket) = url.strip_prefix("s3://").filter(|bucket| !bucket.is_empty()) {
            let (bucket, prefix) = bucket.split_once('/').unwrap_or((bucket, ""));
            return Ok(Place::Bucket(bucket.to_owned(), prefix.trim_matches('/').to_owned()));
        }
        Err(Error::Setup(format!(
            "storage_url {url:?} must be file://DIR or s3://BUCKET; leave it empty for a folder beside the database"
        )))
    }
}

/// Whether the settings make sense; opens nothing.
pub fn check(config: &Config) -> Result<()> {
    match Place::of(config)? {
        Place::Folder(_) => Ok(()),
        Place::Bucket(bucket, prefix) => open_bucket(config, &bucket, &prefix).map(drop),
    }
}

/// Opens it; makes the folder.
pub(super) fn open(config: &Config) -> Result<Arc<dyn ObjectStore>> {
    match Place::of(config)? {
        Place::Folder(folder) => open_folder(&folder),
        Place::Bucket(bucket, prefix) => open_bucket(config, &bucket, &prefix),
    }
}

fn open_folder(folder: &std::path::Path) -> Result<Arc<dyn ObjectStore>> {
    let failed = |error: &dyn std::fmt::Display| {
        Error::Setup(format!(
            "cannot make the folder {} for files: {error}. \
             Set GRANNSKAP_STORAGE_URL to file:// and a folder that this user may write to.",
            folder.display()
        ))
    };
    std::fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| failed(&error))?;
    // A row is written after its file: the file must be on the disk then.
    Ok(Arc::new(store.with_fsync(true)))
}

#[cfg(not(feature = "s3"))]
fn open_bucket(_: &Config, _: &str, _: &str) -> Result<Arc<dyn ObjectStore>> {
    Err(Error::Setup(
        "storage_url begins with s3://, but this binary was built without it. \
         Build with `--features s3`, or keep files in a folder (file://DIR)."
            .to_owned(),
    ))
}

#[cfg(feature = "s3")]
fn open_bucket(config: &Config, bucket: &str, prefix: &str) -> Result<Arc<dyn ObjectStore>> {
    // The same TLS as for mail; whoever was first to say so has said the same.
    drop(tokio_rustls::rustls::crypto::ring::default_provider().install_default());
    let settings = &config.settings;
    let mut builder = object_store::aws::AmazonS3Builder::new()
        .with_bucket_name(bucket)
        .with_region(&settings.storage_region)
        .with_access_key_id(&settings.storage_access_key)
        .with_secret_access_key(&settings.storage_secret_key);
    if !settings.storage_endpoint.is_empty() {
        let plain = settings.storage_endpoint.starts_with("http://");
        builder = builder.with_endpoint(&settings.storage_endpoint).with_allow_http(plain);
    }
    let store = builder
        .build()
        .map_err(|error| Error::Setup(format!("storage_url or one of storage_… is wrong: {error}")))?;
    Ok(Arc::new(object_store::prefix::PrefixStore::new(store, prefix)))
}
