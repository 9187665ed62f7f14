//! `cargo xtask serve`: the widget on this machine, rebuilt on every change.

use std::env;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::build;
use crate::cache::Cache;
use crate::error::Error;
use crate::steps::Steps;
use crate::tools::Tools;

/// The port that is tried first when none was asked for.
const USUAL_PORT: u16 = 8080;

/// Installs what is missing, builds, serves and rebuilds until it is stopped.
pub(crate) fn run(project: &Path, port: Option<u16>) -> Result<(), Error> {
    let cache = Cache::of_user()?;
    let tools = Steps::default().run(build::TOOLS, || Tools::ensure(&cache))?;
    let port = match port {
        Some(port) => port,
        None => free_port()?,
    };
    println!(
        "\n== Serve: builds the widget and then serves it (a minute the first time); the addresses follow.\n   Ctrl-C ends it."
    );
    let mut trunk = tools.trunk()?;
    trunk
        // Trunk would list the machine's other names, at which it does not listen.
        .args(["serve", "--locked", "--disable-address-lookup"])
        .args(["--port", &port.to_string()])
        // Not dist/: a release lies there, and tests read it while this goes on.
        .arg("--dist")
        .arg(serve_folder(project)?)
        .current_dir(project);
    // A program of its own prints the addresses, so that this one can become Trunk (see `become_program`).
    let own = env::current_exe().map_err(|e| Error::new(format!("cannot find myself: {e}")))?;
    Command::new(own)
        .args(["announce", &port.to_string()])
        .stdin(Stdio::null())
        .spawn()
        .map_err(|e| Error::new(format!("cannot start the announcer: {e}")))?;
    become_program(&mut trunk)
}

/// Waits until the page can be had and prints where. Gives up when whoever started us has ended.
pub(crate) fn announce(port: u16) {
    let parent = parent_id();
    loop {
        thread::sleep(Duration::from_millis(200));
        if parent_id() != parent {
            return;
        }
        if is_served(port) {
            println!(
                "\n   The widget on a page of its own:  http://127.0.0.1:{port}/\n   \
                 A blog post with the widget in it: http://127.0.0.1:{port}/demo/blog.html\n"
            );
            return;
        }
    }
}

/// The folder that the served page is built into.
fn serve_folder(project: &Path) -> Result<std::path::PathBuf, Error> {
    let folder = project.join("target").join("serve");
    std::fs::create_dir_all(&folder).map_err(|e| Error::io("create", &folder, &e))?;
    Ok(folder)
}

/// The usual port, or any other that nobody listens on.
fn free_port() -> Result<u16, Error> {
    let listen = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    listen(USUAL_PORT)
        .or_else(|_| listen(0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|e| Error::new(format!("no port on 127.0.0.1 is free: {e}")))
}

/// Whether the page at that port answers with success: Trunk starts to listen when its first build has ended, and has
/// no page to give if that failed.
fn is_served(port: u16) -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let ask = || -> std::io::Result<Vec<u8>> {
        let patience = Duration::from_secs(2);
        let mut stream = TcpStream::connect_timeout(&address, patience)?;
        stream.set_read_timeout(Some(patience))?;
        write!(
            stream,
            "GET /index.html HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
        )?;
        let mut start = vec![0; 12];
        stream.read_exact(&mut start)?;
        Ok(start)
    };
    ask().is_ok_and(|start| start == b"HTTP/1.1 200")
}

/// Replaces this process by that program, so that a signal to us ends the server and not only its parent.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<(), Error> {
    use std::os::unix::process::CommandExt;
    let reason = command.exec();
    Err(Error::new(format!("cannot start Trunk: {reason}")))
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<(), Error> {
    crate::machine::run(command)
}

#[cfg(unix)]
fn parent_id() -> u32 {
    std::os::unix::process::parent_id()
}

#[cfg(not(unix))]
fn parent_id() -> u32 {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A server that answers one request with that line.
    fn answering(line: &'static str) -> u16 {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = [0; 256];
            let _ = stream.read(&mut request).unwrap();
            stream.write_all(line.as_bytes()).unwrap();
        });
        port
    }

    #[test]
    fn a_page_is_served_when_it_answers_with_success() {
        assert!(is_served(answering(
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
        )));
        assert!(!is_served(answering(
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        )));
        assert!(!is_served(free_port().unwrap()));
    }
}
