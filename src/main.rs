//! The wasm's entry. A binary that links the library is built with link-time optimisation;
//! the same program as a `cdylib` was 77 KB instead of 56, since Cargo leaves LTO out there without a word.

use coderpath as _;

fn main() {}
