//! A code to say or to show: in letters, and as a picture for a camera (QR), drawn into the page.

use crate::components::Icon;
use crate::visitor::{service, visitor};
use crate::{address, format};
use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};
use service::code::grouped;
use service::mandate::{Invitation, Way};

/// Modules of quiet around the picture, as the standard asks.
const QUIET: usize = 4;

/// With scripts a link is copied or shared in one tap, where the browser can. The field is selected by touching it.
const SEND: &str = "for(const p of document.querySelectorAll('[data-send]')){const f=p.parentNode.querySelector('input'),[s,c]=p.children;\
f.onfocus=()=>f.select();if(navigator.share){p.hidden=s.hidden=false;s.onclick=()=>navigator.share({url:f.value}).catch(()=>{})}\
if(navigator.clipboard){p.hidden=c.hidden=false;c.onclick=async()=>{await navigator.clipboard.writeText(f.value);c.lastChild.textContent=p.dataset.send}}}";

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
        let field = format!("link-{}", invitation.id);
        return view! {
            <div class="md-code">
                <p class="nl-paragraph">{words.with("link-text", &[("name", invitation.for_name.clone().into())])}</p>
                <div class="md-field">
                    <label class="utrecht-form-label" for=field.clone()>{words.t("link-label")}</label>
                    <input class="utrecht-textbox utrecht-textbox--html-input" id=field type="text" readonly value=link dir="ltr" translate="no" />
                </div>
                <div class="md-actions md-actions--start" hidden data-send=words.t("link-copied")>
                    <button class="nl-button nl-button--secondary" type="button" hidden><span class="nl-button__icon-start"><Icon name="share" /></span><span class="nl-button__label">{words.t("link-share")}</span></button>
                    <button class="nl-button nl-button--secondary" type="button" hidden><span class="nl-button__icon-start"><Icon name="copy" /></span><span class="nl-button__label" aria-live="polite">{words.t("link-copy")}</span></button>
                </div>
                <script type="module" nonce=visitor().nonce>{SEND}</script>
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
