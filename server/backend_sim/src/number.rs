//! Numbers of people and organisations: the eleven-test (elfproef), and who may be in a test at all.

use crate::problem::Problem;

/// Whether nine digits pass the eleven-test of a BSN or RSIN.
#[must_use]
pub fn passes_eleven_test(text: &str) -> bool {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(10)).collect();
    let Some(digits) = digits.filter(|d| d.len() == 9 && d.iter().any(|n| *n != 0)) else { return false };
    let (Some(last), Some(head)) = (digits.last(), digits.get(..8)) else { return false };
    let sum: u32 = head.iter().zip((2..=9).rev()).map(|(digit, weight)| digit * weight).sum();
    (sum + 11 * 11 - last).is_multiple_of(11)
}

/// Refuses what is no BSN, and every BSN that somebody could have. `name` is the field it stands in.
///
/// # Errors
/// 400 `invalid` (S38); 400 `sim-only-test-bsn` (section 11.1).
pub fn check_bsn(name: &str, text: &str) -> Result<(), Problem> {
    if !passes_eleven_test(text) {
        return Err(Problem::field(name, "invalid", "Onjuist BSN nummer"));
    }
    if is_test_bsn(text) { Ok(()) } else { Err(Problem::field(name, "sim-only-test-bsn", "De nagebootste backend neemt alleen test-BSN's aan.")) }
}

/// Whether it is a BSN that nobody has: it passes the eleven-test and begins with 9999 (section 11.1).
#[must_use]
pub fn is_test_bsn(text: &str) -> bool {
    text.starts_with("9999") && passes_eleven_test(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s38_the_eleven_test_tells_numbers_apart() {
        for good in ["999993653", "999990421", "002220647"] {
            assert!(passes_eleven_test(good), "{good}");
        }
        for bad in ["123456789", "123", "99999365a", "000000000", "9999936530"] {
            assert!(!passes_eleven_test(bad), "{bad}");
        }
        assert!(is_test_bsn("999993653") && !is_test_bsn("002220647"));
    }
}
