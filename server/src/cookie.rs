//! Four cookies: the session, a try to sign in at a provider or by mail and, for who is not signed in, the language.

use http::{HeaderMap, HeaderValue, header};

/// Name of the session's cookie: bound to the host where it travels over https.
#[must_use]
pub const fn session_name(secure: bool) -> &'static str {
    if secure { "__Host-meedoen" } else { "meedoen" }
}

/// Name of the cookie of a try to sign in.
#[must_use]
pub const fn try_name(secure: bool) -> &'static str {
    if secure { "__Host-meedoen-try" } else { "meedoen-try" }
}

/// Name of the cookie of who waits for a code by mail.
#[must_use]
pub const fn mail_name(secure: bool) -> &'static str {
    if secure { "__Host-meedoen-mail" } else { "meedoen-mail" }
}

/// Seconds in a year: how long the language is remembered.
pub const YEAR: u32 = 365 * 24 * 60 * 60;
/// Name of the language's cookie.
pub const LANGUAGE: &str = "language";

/// The value of a cookie.
#[must_use]
pub fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// Sets a cookie that scripts cannot read and other sites cannot use.
pub fn set(headers: &mut HeaderMap, name: &str, value: &str, secure: bool, max_age: Option<u32>) {
    let secure = if secure { "; Secure" } else { "" };
    let age = max_age.map_or_else(String::new, |age| format!("; Max-Age={age}"));
    if let Ok(value) = HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}")) {
        headers.append(header::SET_COOKIE, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("xmeedoen=1; meedoen=abc; language=en"));
        assert_eq!(get(&headers, "meedoen"), Some("abc"));
        assert_eq!(get(&headers, "language"), Some("en"));
        assert_eq!(get(&headers, "lang"), None);
    }

    #[test]
    fn a_cookie_is_kept_from_scripts_and_other_sites() {
        let mut headers = HeaderMap::new();
        set(&mut headers, session_name(true), "t", true, None);
        assert_eq!(headers[header::SET_COOKIE], "__Host-meedoen=t; Path=/; HttpOnly; SameSite=Lax; Secure");
    }
}
