use crate::card::{Brand, BrandSet, RANGES};

#[test]
fn every_brand_has_one_name_on_the_wire() {
    for brand in Brand::ALL {
        assert_eq!(brand.wire().parse(), Ok(brand));
        assert_eq!(serde_json::to_value(brand).unwrap(), brand.wire());
        assert_eq!(serde_json::from_value::<Brand>(brand.wire().into()).unwrap(), brand);
    }
    assert!("switch".parse::<Brand>().is_err());
}

#[test]
fn the_table_is_well_formed() {
    for range in RANGES {
        assert_eq!(range.from.len(), range.to.len(), "{range:?}");
        assert!(range.from <= range.to && range.from.len() <= 8, "{range:?}");
        assert!(range.from.bytes().chain(range.to.bytes()).all(|byte| byte.is_ascii_digit()), "{range:?}");
    }
    for brand in Brand::ALL {
        assert!(RANGES.iter().any(|range| range.brand == brand), "{brand:?} has no range");
        assert!(brand.lengths().is_sorted() && !brand.lengths().is_empty());
    }
}

/// "The longest prefix wins" decides only if two prefixes of one length never claim the same number.
#[test]
fn no_two_ranges_of_one_length_overlap() {
    for (i, one) in RANGES.iter().enumerate() {
        for other in &RANGES[i + 1..] {
            let apart = one.length() != other.length() || one.to < other.from || other.to < one.from;
            assert!(apart, "{one:?} and {other:?}");
        }
    }
}

#[test]
fn the_longest_prefix_wins() {
    for (digits, brand) in [
        ("4242424242424242", Brand::Visa),
        ("4011780000000000", Brand::Elo),
        ("4312740000000000", Brand::Elo),
        ("4936980000000000", Brand::Maestro),
        ("5018000000000000", Brand::Maestro),
        ("5041750000000000", Brand::Elo),
        ("5060990000000000", Brand::Verve),
        ("5061980000000000", Brand::Verve),
        ("5061990000000000", Brand::Maestro),
        ("5066990000000000", Brand::Elo),
        ("5078650000000000", Brand::Verve),
        ("5079640000000000", Brand::Verve),
        ("5079650000000000", Brand::Maestro),
        ("5081000000000000", Brand::RuPay),
        ("5090000000000000", Brand::Elo),
        ("5100000000000000", Brand::Mastercard),
        ("5599999999999999", Brand::Mastercard),
        ("5600000000000000", Brand::Maestro),
        ("2221000000000000", Brand::Mastercard),
        ("2720999999999999", Brand::Mastercard),
        ("2200000000000000", Brand::Mir),
        ("2204999999999999", Brand::Mir),
        ("3528000000000000", Brand::Jcb),
        ("3589999999999999", Brand::Jcb),
        ("3530000000000000", Brand::Jcb),
        ("3560000000000000", Brand::Jcb),
        ("2131000000000000", Brand::Jcb),
        ("1800000000000000", Brand::Jcb),
        ("6011000000000000", Brand::Discover),
        ("6012000000000000", Brand::RuPay),
        ("6062820000000000", Brand::Hipercard),
        ("6062830000000000", Brand::RuPay),
        ("6221260000000000", Brand::UnionPay),
        ("6229250000000000", Brand::UnionPay),
        ("6277790000000000", Brand::UnionPay),
        ("6277800000000000", Brand::Elo),
        ("6277810000000000", Brand::UnionPay),
        ("6218300000000000", Brand::Maestro),
        ("6362970000000000", Brand::Elo),
        ("6370950000000000", Brand::Hiper),
        ("6374335800000000", Brand::Hiper),
        ("6374335900000000", Brand::Maestro),
        ("6440000000000000", Brand::Discover),
        ("6430000000000000", Brand::Maestro),
        ("6500020000000000", Brand::Verve),
        ("6500270000000000", Brand::Verve),
        ("6500280000000000", Brand::Discover),
        ("6500310000000000", Brand::Elo),
        ("6521000000000000", Brand::RuPay),
        ("6523000000000000", Brand::Discover),
        ("6759000000000000", Brand::Maestro),
        ("8100000000000000", Brand::UnionPay),
        ("8171990000000000", Brand::UnionPay),
        ("8172000000000000", Brand::RuPay),
        ("8200000000000000", Brand::RuPay),
        ("9792000000000000", Brand::Troy),
        ("3000000000000000", Brand::Diners),
        ("3050000000000000", Brand::Diners),
        ("3900000000000000", Brand::Diners),
        ("340000000000000", Brand::Amex),
        ("370000000000000", Brand::Amex),
    ] {
        assert_eq!(Brand::of_prefix(digits), Some(brand), "{digits}");
    }
}

#[test]
fn numbers_outside_every_range_have_no_brand() {
    for digits in ["0000", "1234", "2132", "2220", "2721", "2205", "306", "31", "33", "7000", "83", "9791"] {
        assert_eq!(Brand::of_prefix(digits), None, "{digits}");
    }
}

#[test]
fn an_unfinished_number_has_a_brand_when_its_digits_decide_one() {
    for (digits, brand) in [
        ("4", Some(Brand::Visa)),
        ("34", Some(Brand::Amex)),
        ("37", Some(Brand::Amex)),
        ("30", Some(Brand::Diners)),
        ("35", Some(Brand::Jcb)),
        ("18", Some(Brand::Jcb)),
        ("51", Some(Brand::Mastercard)),
        ("222", Some(Brand::Mastercard)),
        ("27", Some(Brand::Mastercard)),
        ("220", Some(Brand::Mir)),
        ("62", Some(Brand::UnionPay)),
        ("65", Some(Brand::Discover)),
        ("67", Some(Brand::Maestro)),
        ("6011", Some(Brand::Discover)),
        ("979", Some(Brand::Troy)),
        ("", None),
        ("2", None),
        ("22", None),
        ("3", None),
        ("5", None),
        ("50", None),
        ("6", None),
        ("60", None),
        ("601", None),
        ("64", None),
        ("8", None),
        ("81", None),
        ("0", None),
    ] {
        assert_eq!(Brand::of_prefix(digits), brand, "{digits}");
    }
}

#[test]
fn only_ascii_digits_have_a_brand() {
    for text in ["4a", "4 2", "４２", " 4", "visa"] {
        assert_eq!(Brand::of_prefix(text), None, "{text}");
    }
}

#[test]
fn american_express_alone_has_a_code_of_four_digits() {
    for brand in Brand::ALL {
        assert_eq!(brand.cvv_length() == 4, brand == Brand::Amex, "{brand:?}");
    }
}

#[test]
fn a_set_is_written_as_it_is_read() {
    let set: BrandSet = "mastercard, Visa,elo".parse().unwrap();
    assert_eq!(set.to_string(), "visa,mastercard,elo");
    assert!(set.contains(Brand::Elo) && !set.contains(Brand::Amex));
    assert_eq!(set.iter().collect::<Vec<_>>(), [Brand::Visa, Brand::Mastercard, Brand::Elo]);
    assert_eq!(BrandSet::ALL.to_string().parse(), Ok(BrandSet::ALL));
    assert_eq!(BrandSet::EMPTY.iter().count(), 0);
}

#[test]
fn a_set_that_cannot_be_read_says_what_is_accepted() {
    for list in ["", " , ", "visa,solo", "all"] {
        let error = list.parse::<BrandSet>().unwrap_err().to_string();
        assert!(Brand::ALL.iter().all(|brand| error.contains(brand.wire())), "{error}");
    }
}
