//! The programs that an export is read back by: LibreOffice Calc without its window, and pandas.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::Cache;
use crate::error::Error;
use crate::machine;
use crate::versions;

/// The variable in which a user may name LibreOffice's program.
const CALC_VARIABLE: &str = "CODERPATH_SOFFICE";

/// Debian's package of Calc that needs no screen.
const CALC_PACKAGES: [&str; 1] = ["libreoffice-calc-nogui"];

/// Debian's packages of Python and of its module that makes a folder of packages.
const PYTHON_PACKAGES: [&str; 2] = ["python3", "python3-venv"];

/// The oldest Python that the pinned pandas runs on.
const OLDEST_PYTHON: (u32, u32) = (3, 11);

/// What LibreOffice is told of a CSV file: comma, quote, UTF-8, from the first line on, in American English; a quoted cell is
/// like any other. It is what its dialog offers for an export, which a person confirms.
const AS_THE_DIALOG: &str = "CSV:44,34,76,1,,1033,false,false,false";

/// The same with "Detect special numbers" ticked: more is taken for days, times and truth values.
const SPECIAL_NUMBERS: &str = "CSV:44,34,76,1,,1033,false,true,false";

/// How a CSV file is saved: comma, quote, UTF-8, and cells as they are shown.
const AS_CSV: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false";

/// Where the programs are.
#[derive(Debug)]
pub(crate) struct Readers {
    calc: PathBuf,
    /// Where LibreOffice keeps its settings.
    profile: PathBuf,
    python: PathBuf,
}

impl Readers {
    /// Finds or installs them.
    pub(crate) fn ensure(project: &Path, cache: &Cache) -> Result<Self, Error> {
        Ok(Self {
            calc: calc(cache)?,
            profile: project.join("target/libreoffice"),
            python: pandas(cache)?,
        })
    }

    /// Has them read the export that the tests wrote into this folder, and save it again; fails where a cell differs. Hands back
    /// what LibreOffice saved as CSV.
    pub(crate) fn read(&self, project: &Path, folder: &Path) -> Result<Vec<PathBuf>, Error> {
        // What an earlier run left is not to be taken for an answer.
        let out = folder.join("calc");
        if out.is_dir() {
            fs::remove_dir_all(&out).map_err(|e| Error::io("remove", &out, &e))?;
        }
        fs::create_dir_all(&out).map_err(|e| Error::io("create", &out, &e))?;
        let file = |name: &str, ending: &str| out.join(format!("{name}.{ending}"));
        let export = folder.join("export.csv");
        for (name, filter) in [
            ("dialog", Some(AS_THE_DIALOG)),
            ("special-numbers", Some(SPECIAL_NUMBERS)),
            ("default", None),
        ] {
            // LibreOffice names what it writes after what it reads.
            let input = file(name, "csv");
            fs::copy(&export, &input).map_err(|e| Error::io("copy", &export, &e))?;
            self.convert(&input, filter, "fods", &out)?;
        }
        machine::run(
            Command::new(&self.python)
                .arg(project.join("xtask/read_back.py"))
                .arg(folder)
                .args([file("dialog", "fods"), file("special-numbers", "fods")])
                .arg("--by-default")
                .arg(file("default", "fods")),
        )?;
        // One is saved as CSV at once, one as Excel's workbook and from there as CSV. Not as a workbook of LibreOffice's own, which
        // leaves tabs out when it is opened: LibreOffice 7.4 writes them there, and does not read them.
        let again = out.join("again");
        self.convert(&file("dialog", "csv"), Some(AS_THE_DIALOG), AS_CSV, &again)?;
        let filter = Some(SPECIAL_NUMBERS);
        self.convert(&file("special-numbers", "csv"), filter, "xlsx", &out)?;
        self.convert(&file("special-numbers", "xlsx"), None, AS_CSV, &again)?;
        Ok(vec![
            again.join("dialog.csv"),
            again.join("special-numbers.csv"),
        ])
    }

    /// Has LibreOffice read a file and write it in another format, into this folder.
    fn convert(
        &self,
        file: &Path,
        filter: Option<&str>,
        format: &str,
        out: &Path,
    ) -> Result<(), Error> {
        let mut command = Command::new(&self.calc);
        command
            // A profile of its own: with that of a LibreOffice which is open, it would hand the work over and end with nothing done.
            .arg(format!("-env:UserInstallation={}", url(&self.profile)))
            .args(["--headless", "--norestore"])
            .args(filter.map(|filter| format!("--infilter={filter}")))
            .args(["--convert-to", format, "--outdir"])
            .arg(out)
            .arg(file);
        machine::run(&mut command)?;
        // It ends well also where it could not read or write.
        let ending = format.split(':').next().unwrap_or(format);
        let name = file.with_extension(ending);
        if name
            .file_name()
            .is_some_and(|name| out.join(name).is_file())
        {
            Ok(())
        } else {
            Err(Error::new(format!(
                "LibreOffice made no {ending} of {}; its own words stand above.",
                file.display()
            )))
        }
    }
}

/// The address of a folder.
fn url(folder: &Path) -> String {
    let mut url = String::from("file://");
    let path = folder.to_string_lossy().replace('\\', "/");
    if !path.starts_with('/') {
        url.push('/');
    }
    for byte in path.bytes() {
        match byte {
            b'/' | b':' | b'-' | b'.' | b'_' | b'~' => url.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => url.push(char::from(byte)),
            byte => {
                // Writing to a String does not fail.
                let _ = write!(url, "%{byte:02X}");
            }
        }
    }
    url
}

/// LibreOffice's program.
fn calc(cache: &Cache) -> Result<PathBuf, Error> {
    let find = || machine::on_path("soffice").or_else(|| machine::on_path("libreoffice"));
    if let Some(there) = env::var_os(CALC_VARIABLE).map(PathBuf::from).or_else(find) {
        return Ok(there);
    }
    let missing = || {
        Error::new(format!(
            "an export is read back by LibreOffice Calc, which is not there. Where it is installed but not on PATH, {CALC_VARIABLE} \
             may name its program soffice."
        ))
        .by_hand(format!(
            "{}      # Debian; elsewhere from libreoffice.org",
            machine::apt_by_hand(&CALC_PACKAGES)
        ))
    };
    if !machine::has_apt() || !machine::is_root() {
        return Err(missing());
    }
    println!(
        "-- Installing LibreOffice Calc: it reads an export and saves it again (a minute; once)."
    );
    machine::apt_install(cache, &CALC_PACKAGES)?;
    find().ok_or_else(missing)
}

/// A Python that has the pinned pandas.
fn pandas(cache: &Cache) -> Result<PathBuf, Error> {
    let missing = || {
        let (major, minor) = OLDEST_PYTHON;
        Error::new(format!(
            "an export is read back by pandas, which needs Python {major}.{minor} or newer with its module venv."
        ))
        .by_hand(format!(
            "{}      # Debian; elsewhere from python.org",
            machine::apt_by_hand(&PYTHON_PACKAGES)
        ))
    };
    let (python, version) = match python() {
        Some(found) => found,
        None if machine::has_apt() && machine::is_root() => {
            println!("-- Installing Python: pandas reads an export with it (15 seconds; once).");
            machine::apt_install(cache, &PYTHON_PACKAGES)?;
            python().ok_or_else(missing)?
        }
        None => return Err(missing()),
    };
    // The folder leans on the Python that made it.
    let name = format!("pandas-{}-python-{version}", versions::PANDAS);
    let program = |home: &Path| {
        if cfg!(windows) {
            home.join("Scripts/python.exe")
        } else {
            home.join("bin/python")
        }
    };
    if cache.find(&name).is_none() {
        println!(
            "-- Installing pandas {}: it reads an export (a minute; once).",
            versions::PANDAS
        );
    }
    let home = cache.ensure(&name, |partial| {
        let packages = [
            format!("pandas=={}", versions::PANDAS),
            format!("numpy=={}", versions::NUMPY),
        ];
        let explain = |error: Error| {
            Error::new(format!("pandas could not be installed: {error}"))
                .by_hand(format!("python3 -m pip install {}", packages.join(" ")))
        };
        machine::run(Command::new(&python).args(["-m", "venv"]).arg(partial)).map_err(explain)?;
        machine::run(
            Command::new(program(partial))
                .args(["-m", "pip", "install", "--quiet"])
                // Compiled from source it would take the better part of an hour.
                .args(["--disable-pip-version-check", "--only-binary", ":all:"])
                .args(&packages),
        )
        .map_err(explain)
    })?;
    Ok(program(&home))
}

/// A Python on PATH that is new enough and can make a folder of packages, and its version without the last number.
fn python() -> Option<(PathBuf, String)> {
    ["python3", "python"].into_iter().find_map(|name| {
        let program = machine::on_path(name)?;
        let said = machine::answer(Command::new(&program).args([
            "-c",
            "import ensurepip, sys, venv; print(*sys.version_info[:2], sep='.')",
        ]))?;
        let (major, minor) = said.split_once('.')?;
        let version = (major.parse().ok()?, minor.parse().ok()?);
        (version >= OLDEST_PYTHON).then_some((program, said))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_an_address() {
        for (folder, expected) in [
            ("/tmp/read-back", "file:///tmp/read-back"),
            ("/home/a b/é#1", "file:///home/a%20b/%C3%A9%231"),
            ("C:\\Users\\me", "file:///C:/Users/me"),
        ] {
            assert_eq!(url(Path::new(folder)), expected);
        }
    }
}
