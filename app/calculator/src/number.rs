//! Reading numbers as people type them: `16,5`, `€ 1.234,50`, `14.99`.

/// A number in hundredths; `None` when it is no number, has more than two decimals or is absurdly long.
pub fn hundredths(typed: &str) -> Option<i64> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '€' && *c != '\u{a0}').collect();
    let (sign, digits) = typed.strip_prefix('-').map_or((1, typed.as_str()), |rest| (-1, rest));
    // The last mark with one or two digits after it is the decimal one; others stand between thousands.
    let (whole, decimals) = match digits.rfind([',', '.']) {
        Some(at) if digits.len() - at - 1 <= 2 => (digits.get(..at)?, digits.get(at + 1..)?),
        _ => (digits, ""),
    };
    let groups: Vec<&str> = whole.split([',', '.']).collect();
    let grouped = groups.iter().skip(1).all(|group| group.len() == 3);
    if !grouped || whole.is_empty() || whole.len() > 9 || !groups.iter().all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    if !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let euros: i64 = groups.concat().parse().ok()?;
    let cents: i64 = format!("{decimals:0<2}").parse().ok()?;
    Some(sign * (euros * 100 + cents))
}

/// A whole number.
pub fn whole(typed: &str) -> Option<i64> {
    hundredths(typed).filter(|n| n % 100 == 0).map(|n| n / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_understood() {
        let read = |typed| (hundredths(typed), whole(typed));
        assert_eq!(read("16"), (Some(1600), Some(16)));
        assert_eq!(read("16,5"), (Some(1650), None));
        assert_eq!(read("€ 1.234,50").0, Some(123_450));
        assert_eq!(read("1,234.50").0, Some(123_450));
        assert_eq!(read("1.234").0, Some(123_400), "three digits after a mark are thousands");
        assert_eq!(read("14.9").0, Some(1490));
        assert_eq!(read("8,0").1, Some(8));
        assert_eq!(read("-3").0, Some(-300));
        for wrong in ["", "acht", "1,2,3", "1..2", ",5", "--3", "1234567890", "8 uur"] {
            assert_eq!(read(wrong), (None, None), "{wrong}");
        }
    }
}
