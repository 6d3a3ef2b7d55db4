//! Until when a certificate is good (RFC 5280, 4.1.2.5): the one thing of it that is read here and not by the library.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

const SEQUENCE: u8 = 0x30;
/// The version, which the first one left out.
const VERSION: u8 = 0xa0;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;

/// The last moment at which the certificate is good; `None` when it is not written as it should be.
pub(super) fn not_after(certificate: &[u8]) -> Option<Timestamp> {
    let (whole, _) = sequence(certificate)?;
    let (mut signed, _) = sequence(whole)?;
    if signed.first() == Some(&VERSION) {
        signed = element(signed)?.2;
    }
    // Serial number, algorithm and issuer come before it.
    for _ in 0..3 {
        signed = element(signed)?.2;
    }
    let (validity, _) = sequence(signed)?;
    let (tag, time, _) = element(element(validity)?.2)?;
    let digits = std::str::from_utf8(time).ok()?.strip_suffix('Z')?;
    match tag {
        // Two digits of a year are of this century up to 49.
        UTC_TIME => moment(&[if digits < "50" { "20" } else { "19" }, digits].concat()),
        GENERALIZED_TIME => moment(digits),
        _ => None,
    }
}

/// `YYYYMMDDHHMMSS`.
fn moment(digits: &str) -> Option<Timestamp> {
    if digits.len() != 14 {
        return None;
    }
    let part = |at: usize| digits.get(at..at + 2)?.parse::<i8>().ok();
    let year = digits.get(..4)?.parse().ok()?;
    let time = DateTime::new(year, part(4)?, part(6)?, part(8)?, part(10)?, part(12)?, 0).ok()?;
    time.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

fn sequence(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let (tag, content, rest) = element(der)?;
    (tag == SEQUENCE).then_some((content, rest))
}

/// The first element: its tag, what is in it, and what follows it (X.690, 8.1).
fn element(der: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&[tag, first], rest) = der.split_first_chunk()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(first), rest),
        0x81..=0x84 => {
            let (bytes, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            (bytes.iter().fold(0, |length, &byte| length << 8 | usize::from(byte)), rest)
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((tag, content, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn until(end: (i32, u8, u8)) -> Option<String> {
        let mut parameters = rcgen::CertificateParams::new(vec!["localhost".to_owned()]).expect("parameters");
        parameters.not_after = rcgen::date_time_ymd(end.0, end.1, end.2);
        let key = rcgen::KeyPair::generate().expect("a key");
        let certificate = parameters.self_signed(&key).expect("a certificate");
        not_after(certificate.der()).map(|at| at.to_string())
    }

    #[test]
    fn the_end_is_read_in_either_form() {
        assert_eq!(until((2020, 1, 2)).as_deref(), Some("2020-01-02T00:00:00Z"));
        assert_eq!(until((2049, 12, 31)).as_deref(), Some("2049-12-31T00:00:00Z"));
        assert_eq!(until((2050, 1, 1)).as_deref(), Some("2050-01-01T00:00:00Z"));
    }

    #[test]
    fn what_is_no_certificate_has_no_end() {
        let key = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).expect("a certificate");
        let whole = key.cert.der().to_vec();
        assert!(not_after(&whole).is_some());
        for length in 0..whole.len() {
            assert_eq!(not_after(&whole[..length]), None, "{length}");
        }
        for odd in [&b"\x30\x80"[..], b"\x30\x84\xff\xff\xff\xff", b"\x02\x01\x00", b"\x30\x00"] {
            assert_eq!(not_after(odd), None);
        }
    }
}
