use crate::card::{Brand, Cvv, CvvRejection};

fn parsed(input: &str, brand: Brand) -> Result<String, CvvRejection> {
    Cvv::parse(input, brand).map(|cvv| cvv.expose().to_owned())
}

#[test]
fn leading_zeros_are_kept() {
    assert_eq!(parsed("007", Brand::Visa).as_deref(), Ok("007"));
    assert_eq!(parsed("0000", Brand::Amex).as_deref(), Ok("0000"));
}

#[test]
fn digits_of_any_script_and_white_space_are_taken() {
    for input in [" 123 ", "1 2 3", "１２３", "١٢٣", "१२३", "๑๒๓", "1\u{a0}2\u{200b}3\n"] {
        assert_eq!(parsed(input, Brand::Mastercard).as_deref(), Ok("123"), "{input:?}");
    }
}

#[test]
fn the_brand_says_how_many_digits_are_wanted() {
    for brand in Brand::ALL {
        let (right, wrong, reason) = match brand.cvv_length() {
            4 => ("1234", "123", CvvRejection::FourWanted),
            _ => ("123", "1234", CvvRejection::ThreeWanted),
        };
        assert_eq!(Cvv::parse(right, brand).map(|cvv| cvv.len()), Ok(right.len()));
        for bad in [wrong, "", "12", "12345", "abc", "12a", "1/23", "-123", "12.3"] {
            assert_eq!(parsed(bad, brand), Err(reason), "{bad} for {brand:?}");
        }
    }
}

#[test]
fn its_debug_text_shows_nothing() {
    assert_eq!(format!("{:?}", Cvv::parse("123", Brand::Visa)), "Ok(Cvv(…))");
}

#[test]
fn reasons_have_names_on_the_wire() {
    let wires = [CvvRejection::ThreeWanted, CvvRejection::FourWanted, CvvRejection::NoneOnCard].map(CvvRejection::wire);
    assert_eq!(wires, ["three_wanted", "four_wanted", "none_on_card"]);
}
