//! A file of the store made smaller at the start, where it pays: pages that were let go of are used again, and given back to
//! the disk by this alone.

use std::fs;
use std::path::Path;
use std::time::Instant;

use redb::Database;

use super::tables::{Fault, fault};

/// A smaller file is left as it is, and not even looked at: to know how much of it is free, all of it is read.
pub(super) const LEAST: u64 = 512 << 20;

/// Of so many parts of a file one may be in use when it is compacted: the free share is half of it or more.
const PARTS: u64 = 2;

/// Compacts the file, of which this process has the lock, if it is as large as `least` and half of it is free; `true` where
/// it did. Whoever is killed meanwhile loses nothing: the next start puts the file in order.
pub(super) fn where_it_pays(database: &mut Database, file: &Path, least: u64) -> Result<bool, Fault> {
    let size = || fs::metadata(file).map_or(0, |file| file.len());
    let (before, began) = (size(), Instant::now());
    if before < least {
        return Ok(false);
    }
    let tx = database.begin_write().map_err(fault)?;
    let stats = tx.stats().map_err(fault)?;
    tx.abort().map_err(fault)?;
    let used = stats.allocated_pages() * stats.page_size() as u64;
    let pays = used.saturating_mul(PARTS) <= before;
    let megabytes = |bytes: u64| bytes >> 20;
    if pays {
        tracing::info!("the store's file has {} MB, half of them free: it is compacted", megabytes(before));
        database.compact().map_err(|error| fault(redb::Error::from(error)))?;
    }
    let (before, after, ms) = (megabytes(before), megabytes(size()), began.elapsed().as_millis());
    let metric = if pays { "store_compacted" } else { "store_measured" };
    tracing::info!(metric, before_mb = before, after_mb = after, ms, "the store's file was looked at");
    Ok(pays)
}

#[cfg(test)]
mod tests {
    use redb::{ReadableDatabase as _, TableDefinition};

    use super::*;

    const TABLE: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("rows");

    #[test]
    fn a_file_of_which_most_is_free_is_given_back_and_what_is_in_use_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("rows.redb");
        let mut database = Database::create(&file).expect("made");
        let size = || fs::metadata(&file).expect("there").len();
        let tx = database.begin_write().expect("begins");
        {
            let mut rows = tx.open_table(TABLE).expect("opens");
            for n in 0..8_000 {
                rows.insert(n, [7; 1_000].as_slice()).expect("written");
            }
        }
        tx.commit().expect("kept");
        let full = size();
        assert!(!where_it_pays(&mut database, &file, full + 1).expect("reads"), "it is too small");
        assert!(!where_it_pays(&mut database, &file, 0).expect("reads"), "it is in use");
        let tx = database.begin_write().expect("begins");
        tx.open_table(TABLE).expect("opens").retain(|n, _| n % 100 == 0).expect("deleted");
        tx.commit().expect("kept");
        assert!(where_it_pays(&mut database, &file, 0).expect("compacts"));
        assert!(size() * 2 < full, "{full} bytes, then {}", size());
        let rows = database.begin_read().expect("begins").open_table(TABLE).expect("opens");
        assert!(rows.get(100).expect("reads").is_some() && rows.get(101).expect("reads").is_none());
    }
}
