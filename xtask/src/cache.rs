//! The folder that keeps what was installed: one per user, shared by every checkout, never on the user's PATH.
//!
//! Architecture invariant: a folder in the cache is complete. It is filled under another name and renamed at the end,
//! so an install that dies half-way, or runs twice at once, leaves nothing that a later call takes for complete.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::process;

use crate::error::Error;

/// The folder of all tools.
#[derive(Debug)]
pub(crate) struct Cache {
    root: PathBuf,
}

impl Cache {
    /// The current user's cache. Nothing is written yet.
    pub(crate) fn of_user() -> Result<Self, Error> {
        root(|name| env::var_os(name))
            .map(|root| Self { root })
            .ok_or_else(|| {
                Error::new(
                    "there is no home folder to keep the tools in; set XDG_CACHE_HOME to a folder of your own.",
                )
            })
    }

    #[cfg(test)]
    fn at(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
        }
    }

    /// The folder of that name, if it is installed.
    pub(crate) fn find(&self, name: &str) -> Option<PathBuf> {
        let home = self.root.join(name);
        home.is_dir().then_some(home)
    }

    /// The folder of that name, filled by `install` if it is not there yet.
    ///
    /// Two runs that want the same folder take turns; the second finds it done. `install` gets an empty folder, which
    /// is thrown away if it fails.
    pub(crate) fn ensure(
        &self,
        name: &str,
        install: impl FnOnce(&Path) -> Result<(), Error>,
    ) -> Result<PathBuf, Error> {
        if let Some(home) = self.find(name) {
            return Ok(home);
        }
        let turn = self.wait_for_turn(name)?;
        if let Some(home) = self.find(name) {
            return Ok(home);
        }
        if turn.is_some() {
            self.sweep(name)?;
        }
        // The process id keeps two runs apart even where the file system has no locks.
        let partial = self
            .root
            .join(format!("{}{}", partial_prefix(name), process::id()));
        fs::create_dir_all(&partial).map_err(|e| Error::io("create", &partial, &e))?;
        if let Err(error) = install(&partial) {
            // The first error is the one to tell; what cannot be removed now is swept by the next install.
            let _ = fs::remove_dir_all(&partial);
            return Err(error);
        }
        let home = self.root.join(name);
        match fs::rename(&partial, &home) {
            Ok(()) => Ok(home),
            // Somebody else was first; theirs is as good.
            Err(_) if home.is_dir() => {
                let _ = fs::remove_dir_all(&partial);
                Ok(home)
            }
            Err(e) => Err(Error::io("rename", &partial, &e)),
        }
    }

    /// Waits until no other run holds the lock of that name. `None` where the file system has no locks.
    ///
    /// The operating system drops the lock with the process, however that ends; the empty lock file stays.
    pub(crate) fn wait_for_turn(&self, name: &str) -> Result<Option<File>, Error> {
        fs::create_dir_all(&self.root).map_err(|e| Error::io("create", &self.root, &e))?;
        let path = self.root.join(format!("{name}.lock"));
        let file = File::create(&path).map_err(|e| Error::io("create", &path, &e))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => {
                println!("   Another run is installing {name}; waiting for it.");
                file.lock().map_err(|e| Error::io("lock", &path, &e))?;
                Ok(Some(file))
            }
            Err(TryLockError::Error(_)) => Ok(None),
        }
    }

    /// Removes what earlier installs of that name left when they died.
    fn sweep(&self, name: &str) -> Result<(), Error> {
        let prefix = partial_prefix(name);
        let entries = fs::read_dir(&self.root).map_err(|e| Error::io("read", &self.root, &e))?;
        for entry in entries.flatten() {
            if entry.file_name().to_string_lossy().starts_with(&prefix) {
                fs::remove_dir_all(entry.path())
                    .map_err(|e| Error::io("remove", &entry.path(), &e))?;
            }
        }
        Ok(())
    }
}

fn partial_prefix(name: &str) -> String {
    format!("{name}.partial-")
}

/// Where the cache lies, from the environment: `$XDG_CACHE_HOME`, else `~/.cache`, else Windows' own folder.
///
/// The XDG specification has relative paths ignored.
fn root(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| {
        variable(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    folder("XDG_CACHE_HOME")
        .or_else(|| folder("HOME").map(|home| home.join(".cache")))
        .or_else(|| folder("LOCALAPPDATA"))
        .map(|base| base.join("coderpath-tools"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty folder, removed at the end of the test.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let path = env::temp_dir().join(format!("xtask-{name}-{}", process::id()));
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_cache_lies_where_the_environment_says() {
        type Case<'a> = (&'a [(&'a str, &'a str)], Option<&'a str>);
        let cases: [Case<'_>; 4] = [
            (
                &[("XDG_CACHE_HOME", "/x"), ("HOME", "/h")],
                Some("/x/coderpath-tools"),
            ),
            (&[("HOME", "/h")], Some("/h/.cache/coderpath-tools")),
            (
                &[("XDG_CACHE_HOME", "relative"), ("HOME", "/h")],
                Some("/h/.cache/coderpath-tools"),
            ),
            (&[], None),
        ];
        for (variables, expected) in cases {
            let found = root(|name| {
                variables
                    .iter()
                    .find(|(key, _)| *key == name)
                    .map(|(_, value)| OsString::from(value))
            });
            assert_eq!(found, expected.map(PathBuf::from), "{variables:?}");
        }
    }

    #[test]
    fn an_install_runs_once_and_a_failed_one_leaves_nothing() {
        let scratch = Scratch::new("install");
        let cache = Cache::at(&scratch.0);
        assert!(
            cache
                .ensure("tool-1", |_| Err(Error::new("no network")))
                .is_err()
        );
        assert_eq!(cache.find("tool-1"), None);
        let home = cache
            .ensure("tool-1", |partial| {
                fs::write(partial.join("tool"), "x").map_err(|e| Error::io("write", partial, &e))
            })
            .unwrap();
        assert!(home.join("tool").is_file());
        let again = cache.ensure("tool-1", |_| Err(Error::new("must not run again")));
        assert_eq!(again.unwrap(), home);
    }

    #[test]
    fn what_a_dead_install_left_is_swept_and_never_used() {
        let scratch = Scratch::new("sweep");
        let cache = Cache::at(&scratch.0);
        let dead = scratch.0.join("tool-1.partial-1");
        fs::create_dir_all(dead.join("half")).unwrap();
        assert_eq!(cache.find("tool-1"), None);
        cache.ensure("tool-1", |_| Ok(())).unwrap();
        assert!(!dead.exists());
    }

    #[test]
    fn of_two_installs_at_once_one_waits_for_the_other() {
        let scratch = Scratch::new("twice");
        let installs = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let cache = Cache::at(&scratch.0);
                    cache
                        .ensure("tool-1", |_| {
                            installs.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                            std::thread::sleep(std::time::Duration::from_millis(50));
                            Ok(())
                        })
                        .unwrap();
                });
            }
        });
        assert_eq!(installs.into_inner(), 1);
    }
}
