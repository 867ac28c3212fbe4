//! Codes that people read, say and type.

/// Letters and digits that are not mixed up when they are read out.
const LETTERS: &[u8; 31] = b"23456789ABCDEFGHJKLMNPQRSTVWXYZ";

/// The first `length` letters that `bytes` spell; fewer when there are fewer bytes.
pub(crate) fn spell(bytes: &[u8], length: usize) -> String {
    bytes.iter().take(length).filter_map(|b| LETTERS.get(usize::from(*b) % LETTERS.len()).copied().map(char::from)).collect()
}

/// A code as it is compared: whoever types it may add spaces, dashes and small letters.
pub(crate) fn normal(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// A code in two groups, easier to read out and to type.
#[must_use]
pub fn grouped(code: &str) -> String {
    let (left, right) = code.split_at_checked(code.len() / 2).unwrap_or((code, ""));
    format!("{left}-{right}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = spell(&[0, 30, 31, 255, 9, 1, 2, 3, 4], 8);
        assert_eq!(code, "2Z29B345");
        for typed in [code.clone(), grouped(&code), " 2z29 b345 ".into(), "2z29–b345".into()] {
            assert_eq!(normal(&typed), code, "{typed}");
        }
    }
}
