//! Feeds the fuzzer's bytes to [`coderpath_fuzz::backup`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| coderpath_fuzz::backup(bytes));
