//! Where the keys lie in memory: in one place that never moves, that isn't swapped out where the system lets us say so, and
//! whose cells are wiped when they are given back.

use zeroize::{Zeroize as _, Zeroizing};

use crate::adapters::seal::KEY;

/// A session lives a day at most, and its slots ten minutes longer; numbers take sixteen more.
const CELLS: usize = 1_536;

/// Cells for keys.
pub struct Arena {
    cells: Box<[Zeroizing<[u8; KEY]>]>,
    free: Vec<usize>,
    /// While this is held, the pages stay in memory.
    lock: Option<region::LockGuard>,
}

impl Arena {
    /// With every cell free.
    pub fn new() -> Self {
        let cells: Box<[Zeroizing<[u8; KEY]>]> = (0..CELLS).map(|_| Zeroizing::new([0; KEY])).collect();
        let lock = region::lock(cells.as_ptr(), size_of_val(&*cells)).ok();
        Self { cells, free: (0..CELLS).rev().collect(), lock }
    }

    /// Whether the pages are kept from being swapped out.
    pub const fn is_locked(&self) -> bool {
        self.lock.is_some()
    }

    /// A free cell, if there is one.
    pub fn take(&mut self) -> Option<usize> {
        self.free.pop()
    }

    /// Wipes a cell, which is free from now on.
    pub fn give_back(&mut self, at: usize) {
        self.cells[at].zeroize();
        self.free.push(at);
    }

    /// The key in a cell.
    pub fn at(&self, at: usize) -> &[u8; KEY] {
        &self.cells[at]
    }

    /// The key in a cell, to be written.
    pub fn at_mut(&mut self, at: usize) -> &mut [u8; KEY] {
        &mut self.cells[at]
    }
}
