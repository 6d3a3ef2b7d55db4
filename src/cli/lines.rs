//! Lines in, lines out, in constant memory.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};

use zeroize::Zeroizing;

/// The longest line that is looked at, in bytes.
pub const LONGEST: usize = 1 << 20;

/// One line, without its end.
pub struct Line<'a> {
    /// Its number, from 1.
    pub number: u64,
    /// What it says; `None` when it is longer than [`LONGEST`].
    pub text: Option<&'a [u8]>,
    /// How it ended: `"\n"`, `"\r\n"`, or not at all (the last one).
    pub end: &'static str,
}

/// Calls `each` with every line of `input`, and writes what it writes.
///
/// What is written goes out before more input is waited for, so that a program at the other end of a pipe has its
/// answer at once, and in large pieces while there is more to read.
pub fn each(
    input: impl Read,
    output: impl Write,
    mut each: impl FnMut(&Line<'_>, &mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut input = BufReader::with_capacity(64 * 1024, input);
    let mut output = BufWriter::with_capacity(64 * 1024, output);
    let mut text = Zeroizing::new(Vec::new());
    for number in 1.. {
        if !input.buffer().contains(&b'\n') {
            output.flush()?;
        }
        text.clear();
        // Room for a carriage return and the line feed.
        let read = input.by_ref().take(LONGEST as u64 + 2).read_until(b'\n', &mut text)?;
        if read == 0 {
            break;
        }
        let mut end = "";
        if text.last() == Some(&b'\n') {
            text.pop();
            end = "\n";
            if text.last() == Some(&b'\r') {
                text.pop();
                end = "\r\n";
            }
        } else if read == LONGEST + 2 {
            skip(&mut input)?;
            end = "\n";
        }
        let fits = text.len() <= LONGEST;
        each(&Line { number, text: fits.then_some(&text), end }, &mut output)?;
    }
    output.flush()
}

/// Passes over the rest of a line.
fn skip(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let (length, ended) = match buffer.iter().position(|&byte| byte == b'\n') {
            Some(at) => (at + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        input.consume(length);
        if ended {
            return Ok(());
        }
    }
}

/// As [`each`], for JSON Lines: every line but a blank one is answered with one object.
pub fn json(
    input: impl Read,
    output: impl Write,
    mut answer: impl FnMut(&str) -> Result<serde_json::Value, &'static str>,
) -> io::Result<()> {
    each(input, output, |line, output| {
        let answered = match line.text.map(std::str::from_utf8) {
            None => Err("the line is longer than 1 MiB"),
            Some(Err(_)) => Err("the line is not UTF-8"),
            Some(Ok(text)) if text.trim().is_empty() => return Ok(()),
            Some(Ok(text)) => answer(text.trim_start_matches('\u{feff}')),
        };
        let object = answered.unwrap_or_else(|error| serde_json::json!({ "error": error, "line": line.number }));
        serde_json::to_writer(&mut *output, &object)?;
        output.write_all(b"\n")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &[u8]) -> Vec<(u64, Option<usize>, &'static str)> {
        let mut lines = Vec::new();
        each(input, io::sink(), |line, _| {
            lines.push((line.number, line.text.map(<[u8]>::len), line.end));
            Ok(())
        })
        .expect("it reads");
        lines
    }

    #[test]
    fn lines_end_as_they_ended() {
        assert_eq!(read(b"a\r\n\nbc"), [(1, Some(1), "\r\n"), (2, Some(0), "\n"), (3, Some(2), "")]);
        assert_eq!(read(b""), []);
    }

    #[test]
    fn a_line_that_is_too_long_is_named_and_the_next_one_read() {
        for (length, fits) in [(LONGEST, true), (LONGEST + 1, false), (LONGEST + 2, false), (3 * LONGEST, false)] {
            let mut input = vec![b'x'; length];
            input.extend_from_slice(b"\nyes\n");
            assert_eq!(read(&input), [(1, fits.then_some(length), "\n"), (2, Some(3), "\n")], "{length}");
        }
    }
}
