//! Feeds the fuzzer's bytes to [`coderpath_fuzz::link`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| coderpath_fuzz::link(bytes));
