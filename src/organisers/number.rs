//! Swedish organisation numbers.
//!
//! Ten digits, the last a check digit by the Luhn algorithm (ISO/IEC 7812-1 annex B), the third at least 2 so that none
//! can be taken for a personal number: Act (1974:174) on identity designations for legal persons, and Skatteverket's
//! brochure SKV 709.

/// An organisation number as `556016-0680`, from any usual spelling; nothing when it is none. Personal numbers, which
/// sole traders go by, are not accepted: they are personal data.
pub fn organisation_number(text: &str) -> Option<String> {
    let mut digits = Vec::with_capacity(12);
    for c in text.trim().chars() {
        match c {
            '-' | ' ' | '\u{a0}' | '\u{2013}' => {}
            digit => digits.push(digit.to_digit(10).filter(|_| digit.is_ascii_digit())?),
        }
    }
    // Authorities write legal persons with the century 16 in front.
    let digits = match digits.as_slice() {
        [1, 6, rest @ ..] if rest.len() == 10 => rest,
        all => all,
    };
    let is_right = digits.len() == 10 && digits.get(2).is_some_and(|third| *third >= 2) && luhn(digits);
    if !is_right {
        return None;
    }
    let text: String = digits.iter().filter_map(|digit| char::from_digit(*digit, 10)).collect();
    let (head, tail) = text.split_at_checked(6)?;
    Some(format!("{head}-{tail}"))
}

/// Whether the last digit is the check digit of the others.
fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match place % 2 {
            0 => *digit,
            _ if *digit > 4 => digit * 2 - 9,
            _ => digit * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_numbers_in_any_spelling() {
        for text in ["212000-1157", "2120001157", " 212000 1157 ", "16212000-1157"] {
            assert_eq!(organisation_number(text).as_deref(), Some("212000-1157"), "{text}");
        }
    }

    #[test]
    fn what_is_none() {
        // A wrong digit, a personal number with a right check digit, too short, letters, other digits.
        for text in ["212000-1158", "811218-9876", "212000-115", "", "21200O-1157", "٢١٢٠٠٠-١١٥٧", "--------"]
        {
            assert_eq!(organisation_number(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn one_of_ten_check_digits_is_right_and_no_single_slip_goes_unseen(
            head in "[0-9]{2}[2-9][0-9]{6}", place in 0_usize..10, slip in 1_u32..10,
        ) {
            let right: Vec<String> =
                (0..10).map(|last| format!("{head}{last}")).filter(|n| organisation_number(n).is_some()).collect();
            prop_assert_eq!(right.len(), 1);
            let mut digits: Vec<u32> = right[0].chars().map(|c| c.to_digit(10).unwrap()).collect();
            digits[place] = (digits[place] + slip) % 10;
            let wrong: String = digits.iter().map(u32::to_string).collect();
            prop_assert_eq!(organisation_number(&wrong), None);
        }

        #[test]
        fn nothing_makes_it_panic(text in ".{0,30}") {
            if let Some(number) = organisation_number(&text) {
                prop_assert_eq!(organisation_number(&number), Some(number.clone()));
            }
        }
    }
}
