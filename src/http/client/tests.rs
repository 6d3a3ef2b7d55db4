use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

const PEER: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));

fn ip(text: &str) -> IpAddr {
    text.parse().expect("an address")
}

fn lines(lines: &[&[u8]]) -> Vec<HeaderValue> {
    lines.iter().map(|line| HeaderValue::from_bytes(line).expect("a header")).collect()
}

fn behind(proxies: u8, header: &[HeaderValue]) -> IpAddr {
    ClientAddress::of(None, Some(PEER), header.iter(), proxies).expect("a client").ip()
}

#[test]
fn without_trusted_proxies_the_header_is_not_read() {
    assert_eq!(behind(0, &lines(&[b"203.0.113.7"])), PEER);
}

#[test]
fn behind_proxies_the_client_is_counted_from_the_right_over_all_lines() {
    let header = lines(&[b"198.51.100.9, 203.0.113.7", b"203.0.113.8"]);
    let expected = [(1, "203.0.113.8"), (2, "203.0.113.7"), (3, "198.51.100.9")];
    for (proxies, client) in expected {
        assert_eq!(behind(proxies, &header), ip(client), "{proxies}");
    }
    assert_eq!(behind(4, &header), PEER, "too short");
}

#[test]
fn an_entry_may_have_a_port_or_brackets_and_one_that_cannot_be_read_is_the_peer() {
    for (entry, client) in [
        ("203.0.113.7:4711", "203.0.113.7"),
        ("[2001:db8:1:2:3::4]:4711", "2001:db8:1:2::"),
        ("[2001:db8:1:2:3::4]", "2001:db8:1:2::"),
        (" 2001:db8:1:2:3::4\t", "2001:db8:1:2::"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
    ] {
        assert_eq!(behind(1, &lines(&[entry.as_bytes()])), ip(client), "{entry}");
    }
    for unread in ["", ",", "unknown", "203.0.113", "_hidden", "203.0.113.7,", "[::1"] {
        assert_eq!(behind(1, &lines(&[unread.as_bytes()])), PEER, "{unread}");
    }
}

#[test]
fn this_machine_is_itself_in_either_family() {
    for local in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
        assert!(ClientAddress::new(ip(local)).ip().is_loopback(), "{local}");
    }
}

#[test]
fn the_gateway_s_word_goes_before_any_header() {
    let header = lines(&[b"203.0.113.7"]);
    let client = ClientAddress::of(Some(ip("203.0.113.99")), Some(PEER), header.iter(), 1);
    assert_eq!(client.map(ClientAddress::ip), Some(ip("203.0.113.99")));
    assert_eq!(ClientAddress::of(None, None, [].iter(), 1), None);
}

proptest! {
    #[test]
    fn what_stands_to_the_left_changes_nothing(
        lies in vec(vec(prop_oneof![Just(b','), Just(b'1'), 0x20_u8..0x7f, 0x80_u8..=0xff], 0..40), 0..4),
        client: [u8; 4],
        joined: bool,
        proxies in 1_u8..4,
    ) {
        let client = IpAddr::from(client);
        let mut honest = vec![client.to_string()];
        honest.extend((1..proxies).map(|proxy| format!("10.0.0.{proxy}")));
        let honest = honest.join(", ");
        let mut header: Vec<Vec<u8>> = lies;
        match header.last_mut() {
            Some(last) if joined => last.extend_from_slice(format!(", {honest}").as_bytes()),
            Some(_) | None => header.push(honest.into_bytes()),
        }
        let header: Vec<HeaderValue> = header.iter().map(|line| HeaderValue::from_bytes(line).expect("a header")).collect();
        prop_assert_eq!(behind(proxies, &header), client);
    }

    #[test]
    fn any_header_gives_a_client_and_no_panic(
        header in vec(vec(prop_oneof![Just(b','), Just(b':'), Just(b'['), Just(b']'), 0x20_u8..0x7f, 0x80_u8..=0xff], 0..40), 0..4),
        proxies: u8,
    ) {
        let header: Vec<HeaderValue> = header.iter().map(|line| HeaderValue::from_bytes(line).expect("a header")).collect();
        behind(proxies, &header);
    }

    #[test]
    fn one_network_is_one_client(network: u64, a: u64, b: u64) {
        prop_assume!(network != 0);
        let of = |host: u64| ClientAddress::new(IpAddr::V6(Ipv6Addr::from((u128::from(network) << 64) | u128::from(host))));
        prop_assert_eq!(of(a), of(b));
        prop_assert_ne!(of(a), ClientAddress::new(IpAddr::V6(Ipv6Addr::from(u128::from(!network) << 64))));
    }
}
