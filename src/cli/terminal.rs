//! A terminal: colours, and a line that is read without showing the digits in it.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use payment_smart_bot::settings::variable;
use zeroize::Zeroizing;

/// Whether to write colours to an output that is, or is not, a terminal (no-color.org).
pub fn colours(terminal: bool) -> bool {
    let set = |name| variable(name).is_some_and(|value| !value.is_empty());
    terminal && !set("NO_COLOR") && variable("TERM").is_none_or(|term| term != "dumb")
}

/// What a line that was asked for came to.
pub enum Typed {
    /// This.
    Line(Zeroizing<String>),
    /// There will be no more.
    End,
}

/// Keeps a terminal from showing what is typed, until it is dropped: not even what is typed ahead shows.
#[cfg(unix)]
pub fn quiet() -> io::Result<impl Drop> {
    raw::quiet()
}

/// Reads a line. At a terminal that is [`quiet`], what is typed shows with "•" for the digits that `shows_digit` says no to (by how many
/// came before).
pub fn line(prompt: &str, shows_digit: impl Fn(usize) -> bool) -> io::Result<Typed> {
    let mut out = io::stdout().lock();
    out.write_all(prompt.as_bytes())?;
    out.flush()?;
    #[cfg(unix)]
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        let typed = raw::line(&mut out, &shows_digit);
        out.write_all(b"\n")?;
        return typed;
    }
    let _ = shows_digit;
    let mut line = Zeroizing::new(Vec::new());
    if io::stdin().lock().read_until(b'\n', &mut line)? == 0 {
        return Ok(Typed::End);
    }
    let text = String::from_utf8_lossy(&line);
    Ok(Typed::Line(Zeroizing::new(text.trim_end_matches(['\n', '\r']).to_owned())))
}

#[cfg(unix)]
mod raw {
    use std::io::{self, Read as _, Write};

    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
    use zeroize::Zeroizing;

    use super::Typed;

    const END_OF_TEXT: u8 = 0x03;
    const END_OF_TRANSMISSION: u8 = 0x04;
    const BACKSPACE: u8 = 0x08;
    const ERASE_LINE: u8 = 0x15;
    const ESCAPE: u8 = 0x1b;
    const DELETE: u8 = 0x7f;

    /// The terminal as it was, put back whatever happens.
    pub struct Restore(Termios);

    impl Drop for Restore {
        fn drop(&mut self) {
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &self.0);
        }
    }

    pub fn quiet() -> io::Result<Restore> {
        let before = tcgetattr(io::stdin())?;
        let mut quiet = before.clone();
        quiet.local_modes.remove(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG | LocalModes::IEXTEN);
        tcsetattr(io::stdin(), OptionalActions::Now, &quiet)?;
        Ok(Restore(before))
    }

    /// Reads byte by byte what the terminal no longer shows by itself.
    pub fn line(out: &mut impl Write, shows_digit: &impl Fn(usize) -> bool) -> io::Result<Typed> {
        let mut text = Zeroizing::new(Vec::<u8>::with_capacity(256));
        let mut input = io::stdin().lock().bytes();
        while let Some(byte) = input.next().transpose()? {
            match byte {
                b'\r' | b'\n' => return Ok(Typed::Line(Zeroizing::new(String::from_utf8_lossy(&text).into_owned()))),
                END_OF_TEXT => return Ok(Typed::End),
                END_OF_TRANSMISSION if text.is_empty() => return Ok(Typed::End),
                BACKSPACE | DELETE => erase(&mut text, out)?,
                ERASE_LINE => {
                    while !text.is_empty() {
                        erase(&mut text, out)?;
                    }
                }
                ESCAPE => skip_sequence(&mut input)?,
                // Control characters, the rest of them.
                0..0x20 => {}
                byte => {
                    let digits = text.iter().filter(|byte| byte.is_ascii_digit()).count();
                    text.push(byte);
                    if byte.is_ascii_digit() && !shows_digit(digits) {
                        out.write_all("•".as_bytes())?;
                    } else {
                        out.write_all(&[byte])?;
                    }
                }
            }
            out.flush()?;
        }
        Ok(Typed::End)
    }

    /// Takes the last character back, whatever its length.
    fn erase(text: &mut Vec<u8>, out: &mut impl Write) -> io::Result<()> {
        while let Some(byte) = text.pop() {
            if byte & 0xc0 != 0x80 {
                return out.write_all(b"\x08 \x08");
            }
        }
        Ok(())
    }

    /// Arrow keys and the like move nothing here.
    fn skip_sequence(input: &mut impl Iterator<Item = io::Result<u8>>) -> io::Result<()> {
        if input.next().transpose()? == Some(b'[') {
            while let Some(byte) = input.next().transpose()? {
                if (0x40..=0x7e).contains(&byte) {
                    break;
                }
            }
        }
        Ok(())
    }
}
