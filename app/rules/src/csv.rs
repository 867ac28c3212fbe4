//! Reads the parameter files: comma separated, first line is the header, quotes as in RFC 4180.
//!
//! Shared by `build.rs` (national parameters) and [`crate::local`] (a municipality's own file),
//! so it knows nothing but text.

/// One data line: its line number in the file (from 1, for messages) and its fields.
pub type Line = (usize, Vec<String>);

/// Splits `text` into the header and the data lines. Empty lines are skipped.
///
/// # Errors
/// The number of the first line that has another number of fields than the header, or an open quote.
pub fn lines(text: &str) -> Result<(Vec<String>, Vec<Line>), usize> {
    let mut header: Option<Vec<String>> = None;
    let mut data = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let number = index + 1;
        let fields = fields(line).ok_or(number)?;
        match &header {
            None => header = Some(fields),
            Some(names) if names.len() == fields.len() => data.push((number, fields)),
            Some(_) => return Err(number),
        }
    }
    Ok((header.unwrap_or_default(), data))
}

/// The fields of one line; `None` when a quote is not closed.
fn fields(line: &str) -> Option<Vec<String>> {
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field)),
            other => field.push(other),
        }
    }
    fields.push(field);
    (!quoted).then_some(fields)
}

/// Reads `-12.340` or `4.38e-7` as (mantissa, number of decimals), exactly.
#[must_use]
pub fn decimal(text: &str) -> Option<(i64, u32)> {
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = format!("{whole}{fraction}");
    let digit_start = usize::from(digits.starts_with('-'));
    if whole.is_empty() || !digits.bytes().skip(digit_start).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mantissa = digits.parse::<i64>().ok()?;
    let decimals = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
    match u32::try_from(decimals) {
        Ok(decimals) => Some((mantissa, decimals)),
        Err(_) => {
            let factor = 10_i64.checked_pow(decimals.unsigned_abs())?;
            Some((mantissa.checked_mul(factor)?, 0))
        }
    }
}

/// Splits `YYYY-MM-DD` into numbers; `None` when it is not a day that exists.
#[must_use]
pub fn day(text: &str) -> Option<(u16, u8, u8)> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    (year > 0 && day > 0 && day <= days_in_month(year, month)?).then_some((year, month, day))
}

/// Length of a month in days; `None` for a month that does not exist.
#[must_use]
pub const fn days_in_month(year: u16, month: u8) -> Option<u8> {
    Some(match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_may_hold_commas_and_quotes() {
        let (header, data) = lines("a,b\n\"x, \"\"y\"\"\",2\n").unwrap();
        assert_eq!(header, ["a", "b"]);
        assert_eq!(data, [(2, vec!["x, \"y\"".to_owned(), "2".to_owned()])]);
        assert_eq!(lines("a,b\n1\n"), Err(2));
        assert_eq!(lines("a,b\n\"1,2\n"), Err(2));
    }

    #[test]
    fn decimals_are_exact() {
        assert_eq!(decimal("1401.50"), Some((140_150, 2)));
        assert_eq!(decimal("-6.510"), Some((-6510, 3)));
        assert_eq!(decimal("4.38698e-7"), Some((438_698, 12)));
        assert_eq!(decimal("12e2"), Some((1200, 0)));
        assert_eq!(decimal("1,2"), None);
        assert_eq!(decimal(""), None);
    }

    #[test]
    fn only_days_that_exist() {
        assert_eq!(day("2028-02-29"), Some((2028, 2, 29)));
        for wrong in ["2027-02-29", "2026-13-01", "2026-1-01", "0000-01-01", "2026-01-00", "2026-01-01x", "+026-01-01"] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }
}
