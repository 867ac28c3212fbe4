//! Escapes in JSON strings, both ways, and whole numbers written without allocation.

/// Reads a string with escapes from byte `start` of `text` up to its closing quote; `at` ends after it.
/// `None` for an escape that does not exist, half of a surrogate pair, or a bare control character.
pub(super) fn unescape(text: &str, start: usize, at: &mut usize) -> Option<String> {
    let mut result = String::new();
    let mut characters = text.get(start..)?.char_indices();
    while let Some((place, character)) = characters.next() {
        match character {
            '"' => {
                *at = start + place + 1;
                return Some(result);
            }
            '\\' => result.push(escaped(&mut characters)?),
            '\0'..='\u{1f}' => return None,
            other => result.push(other),
        }
    }
    None
}

fn escaped(characters: &mut std::str::CharIndices<'_>) -> Option<char> {
    Some(match characters.next()?.1 {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'u' => return unicode(characters),
        same @ ('"' | '\\' | '/') => same,
        _ => return None,
    })
}

fn unicode(characters: &mut std::str::CharIndices<'_>) -> Option<char> {
    let high = hex(characters)?;
    if !(0xd800..0xdc00).contains(&high) {
        return char::from_u32(high);
    }
    let pair = characters.next()?.1 == '\\' && characters.next()?.1 == 'u';
    let low = hex(characters).filter(|low| pair && (0xdc00..0xe000).contains(low))?;
    char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
}

fn hex(characters: &mut std::str::CharIndices<'_>) -> Option<u32> {
    (0..4).try_fold(0, |number, _| Some(number * 16 + characters.next()?.1.to_digit(16)?))
}

/// Writes a string with its quotes.
pub(super) fn write_text(out: &mut String, text: &str) {
    out.push('"');
    // Almost every text is plain, and copying it whole is much faster.
    if text.bytes().all(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\') {
        out.push_str(text);
    } else {
        for character in text.chars() {
            match character {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                control @ '\0'..='\u{1f}' => {
                    out.push_str(&format!("\\u{:04x}", u32::from(control)));
                }
                other => out.push(other),
            }
        }
    }
    out.push('"');
}

/// Writes a whole number.
pub(super) fn write_number(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    let mut rest = number.unsigned_abs();
    let mut digits = [0_u8; 20];
    let mut length = 0;
    for place in digits.iter_mut().rev() {
        *place = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        length += 1;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    let written = digits.get(digits.len() - length..).unwrap_or_default();
    out.extend(written.iter().map(|digit| char::from(*digit)));
}

/// Writes `number / 10^decimals` without zeros at the end: 1250 with 2 decimals is 12.5.
pub(super) fn write_decimal(out: &mut String, number: i64, decimals: u32) {
    let (mut number, mut decimals) = (number, decimals);
    while decimals > 0 && number % 10 == 0 {
        number /= 10;
        decimals -= 1;
    }
    if decimals == 0 {
        return write_number(out, number);
    }
    let unit = 10_u64.pow(decimals);
    let size = number.unsigned_abs();
    let sign = if number < 0 { "-" } else { "" };
    out.push_str(&format!("{sign}{}.{:0width$}", size / unit, size % unit, width = decimals as usize));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_full() {
        for number in [0, 7, -7, 10, i64::MAX, i64::MIN, 213_392] {
            let mut out = String::new();
            write_number(&mut out, number);
            assert_eq!(out, number.to_string());
        }
        let decimal = |number, decimals| {
            let mut out = String::new();
            write_decimal(&mut out, number, decimals);
            out
        };
        assert_eq!(decimal(1250, 2), "12.5");
        assert_eq!(decimal(-105, 2), "-1.05");
        assert_eq!(decimal(25_000, 3), "25");
        assert_eq!(decimal(-5, 3), "-0.005");
    }

    #[test]
    fn texts_come_back_the_same() {
        for text in ["plain", "quote \" slash \\ line \n tab \t bell \u{7}", "é€😀"] {
            let mut out = String::new();
            write_text(&mut out, text);
            let mut at = 0;
            assert_eq!(unescape(&out, 1, &mut at).unwrap(), text);
            assert_eq!(at, out.len());
        }
    }
}
