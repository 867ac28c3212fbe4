//! A code to say or to show: in letters, and as a picture for a camera (QR), drawn into the page.

use crate::visitor::{service, visitor};
use crate::{address, format};
use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};
use service::code::grouped;
use service::mandate::{Invitation, Way};

/// Modules of quiet around the picture, as the standard asks.
const QUIET: usize = 4;

/// The dark parts of a QR code as one outline, and how wide it is with its quiet border; `None` for too long a text.
fn outline(text: &str) -> Option<(String, usize)> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let (width, colors) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let dark = row.iter().skip(x).take_while(|c| **c == Color::Dark).count();
            if dark > 0 {
                path.push_str(&format!("M{} {}h{dark}v1h-{dark}z", x + QUIET, y + QUIET));
            }
            x += dark.max(1);
        }
    }
    Some((path, width + 2 * QUIET))
}

/// The code or the link of an open invitation.
#[component]
pub fn Code(invitation: Invitation) -> impl IntoView {
    let (words, service) = (visitor().words, service());
    let link = format!("{}{}", service.settings.http.base_url(), address::join(&invitation.code));
    let picture = outline(&link).map(|(path, width)| {
        view! {
            <svg class="md-code__picture" role="img" aria-label=words.t("code-picture") viewBox=format!("0 0 {width} {width}")>
                <path class="md-code__ground" d=format!("M0 0h{width}v{width}h-{width}z")></path>
                <path class="md-code__ink" d=path></path>
            </svg>
        }
    });
    let until = words.with("code-until", &[("at", format::moment(&words, invitation.expires_at).into())]);
    if invitation.way == Way::Link {
        return view! {
            <div class="md-code">
                <p class="nl-paragraph">{words.with("link-text", &[("name", invitation.for_name.clone().into())])}</p>
                <p class="md-code__link" dir="ltr" translate="no">{link}</p>
                <p class="md-field-note">{until}</p>
            </div>
        }
        .into_any();
    }
    view! {
        <div class="md-code">
            <p class="nl-paragraph">{words.t("code-text")}</p>
            <p class="md-code__letters" dir="ltr" translate="no">{grouped(&invitation.code)}</p>
            <p class="nl-paragraph">{words.t("code-where")} " " <bdi dir="ltr" translate="no">{format!("{}{}", service.settings.http.base_url(), address::JOIN)}</bdi></p>
            {picture}
            <p class="md-field-note">{until}</p>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::outline;

    #[test]
    fn a_picture_has_the_three_corners_of_a_code() {
        let (path, width) = outline("https://meedoen.example/join/ABCD2345").unwrap();
        assert!(width >= 21 + 8, "{width}");
        // The upper left corner: seven dark modules in the first row, after the quiet border.
        assert!(path.starts_with("M4 4h7v1h-7z"), "{path}");
        assert!(path.contains(&format!("M{} 4h7v1h-7z", width - 4 - 7)), "the upper right corner");
        assert!(outline(&"x".repeat(5000)).is_none());
    }
}
