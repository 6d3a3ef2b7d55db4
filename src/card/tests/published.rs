use std::collections::BTreeSet;

use crate::card::{Brand, BrandSet, CardNumber, is_published, published};

fn number(digits: &str) -> CardNumber {
    CardNumber::parse(digits, &BrandSet::ALL).unwrap_or_else(|reason| panic!("{digits}: {reason:?}"))
}

#[test]
fn every_published_number_is_one() {
    for digits in published() {
        assert!(is_published(&number(digits)), "{digits}");
    }
    assert!(published().len() > 100);
}

#[test]
fn every_brand_can_be_tried() {
    let brands: BTreeSet<Brand> = published().iter().map(|digits| number(digits).brand()).collect();
    let missing: Vec<Brand> = Brand::ALL.into_iter().filter(|brand| !brands.contains(brand)).collect();
    assert_eq!(missing, []);
}

#[test]
fn each_number_stands_in_the_list_once() {
    let lines: Vec<&str> =
        include_str!("../published.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(lines.iter().all(|line| line.bytes().all(|byte| byte.is_ascii_digit())), "a line is one number");
    assert_eq!(lines.len(), published().len());
}

#[test]
fn the_numbers_with_a_scenario_are_published() {
    for digits in [
        "4242424242424242",
        "4000000000000002",
        "4000000000009995",
        "4000000000009987",
        "4000000000009979",
        "4000000000000069",
        "4000000000000127",
        "4000000000000119",
        "4000000000006975",
        "4000000000003220",
        "4000008400001629",
        "4100000000000019",
        "4111111111111111",
    ] {
        assert!(is_published(&number(digits)), "{digits}");
    }
}

#[test]
fn other_numbers_are_not_published() {
    for digits in ["4111111111111194", "5555555555555599", "4000000000009102", "6200000000000001"] {
        assert!(!is_published(&number(digits)), "{digits}");
    }
}
