//! The copy on the resident's own phone: sealed with a key that only a signed-in page of this draft holds, so that
//! signing out makes it unreadable. Without a key nothing is ever written.

use js_sys::{Array, Date, Object, Reflect, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, CryptoKey, Storage, SubtleCrypto};

/// Minutes after which a copy is thrown away: seven days.
const LONGEST: u32 = 7 * 24 * 60;

/// Minutes since 1970. Whole numbers keep the printing and parsing of fractions out of the browser.
fn minutes() -> u32 {
    (Date::now() / 60_000.0) as u32
}

/// Copies of one draft.
pub struct Copies {
    storage: Storage,
    subtle: SubtleCrypto,
    key: CryptoKey,
    prefix: String,
    /// Changes that the portal kept before their copy was sealed: those are not written any more.
    gone: RefCell<Vec<String>>,
}

impl Copies {
    /// The copies of `draft` under the key (base64) that the page gave; nothing on a shared phone.
    pub async fn open(draft: &str, key: &str) -> Option<Self> {
        let window = web_sys::window()?;
        let storage = window.local_storage().ok()??;
        if key.is_empty() {
            return None;
        }
        let subtle = window.crypto().ok()?.subtle();
        let raw = Uint8Array::from(window.atob(key).ok()?.chars().map(|c| c as u8).collect::<Vec<_>>().as_slice());
        let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
        let algorithm = Object::new();
        Reflect::set(&algorithm, &"name".into(), &"AES-GCM".into()).ok()?;
        let key = subtle.import_key_with_object("raw", &raw, &algorithm, false, &uses).ok()?;
        let key = JsFuture::from(key).await.ok()?.dyn_into().ok()?;
        let copies = Self { storage, subtle, key, prefix: String::from("meedoen:") + draft + ":", gone: RefCell::default() };
        copies.sweep();
        Some(copies)
    }

    /// Keeps the posted fields of one change, to be sent again if this page dies.
    pub async fn keep(&self, change: &str, fields: &str) -> Option<()> {
        let mut nonce = [0u8; 12];
        web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut nonce).ok()?;
        let params = AesGcmParams::new("AES-GCM", &Uint8Array::from(nonce.as_slice()));
        let sealed = self.subtle.encrypt_with_object_and_u8_array(&params, &self.key, fields.as_bytes()).ok()?;
        let sealed = Uint8Array::new(&JsFuture::from(sealed).await.ok()?).to_vec();
        let text: String = nonce.iter().chain(&sealed).map(|b| char::from(*b)).collect();
        let text = web_sys::window()?.btoa(&text).ok()?;
        if self.gone.borrow().iter().any(|gone| gone == change) {
            return None;
        }
        self.storage.set_item(&(self.prefix.clone() + change), &(minutes().to_string() + "|" + &text)).ok()
    }

    /// Forgets a change: it was kept by the portal.
    pub fn forget(&self, change: &str) {
        self.gone.borrow_mut().push(change.to_owned());
        let _ = self.storage.remove_item(&(self.prefix.clone() + change));
    }

    /// Every change that was never kept, oldest first: its key and its fields.
    pub async fn waiting(&self) -> Vec<(String, String)> {
        let mut names = self.names(&self.prefix);
        // A change key begins with a number that grows, so the names sort by age.
        names.sort_unstable();
        let mut found = Vec::new();
        for name in names {
            if let Some(fields) = self.read(&name).await {
                found.push((name.get(self.prefix.len()..).unwrap_or_default().to_owned(), fields));
            }
        }
        found
    }

    async fn read(&self, name: &str) -> Option<String> {
        let text = self.storage.get_item(name).ok()??;
        let (_, sealed) = text.split_once('|')?;
        let bytes: Vec<u8> = web_sys::window()?.atob(sealed).ok()?.chars().map(|c| c as u8).collect();
        let (nonce, body) = bytes.split_at_checked(12)?;
        let params = AesGcmParams::new("AES-GCM", &Uint8Array::from(nonce));
        let opened = self.subtle.decrypt_with_object_and_u8_array(&params, &self.key, body).ok()?;
        let opened = Uint8Array::new(&JsFuture::from(opened).await.ok()?).to_vec();
        String::from_utf8(opened).ok()
    }

    fn names(&self, prefix: &str) -> Vec<String> {
        let count = self.storage.length().unwrap_or(0);
        (0..count).filter_map(|at| self.storage.key(at).ok()?).filter(|name| name.starts_with(prefix)).collect()
    }

    /// Throws away copies that are too old, of any draft.
    fn sweep(&self) {
        let oldest = minutes().saturating_sub(LONGEST);
        for name in self.names("meedoen:") {
            let at = self.storage.get_item(&name).ok().flatten().and_then(|t| t.split('|').next()?.parse::<u32>().ok());
            if at.is_none_or(|at| at < oldest) {
                let _ = self.storage.remove_item(&name);
            }
        }
    }
}

/// A key for one change: the same for each try, later ones sorting after earlier ones.
pub fn change_key() -> String {
    let mut bytes = [0u8; 18];
    let random = web_sys::window().and_then(|w| w.crypto().ok()).map(|c| c.get_random_values_with_u8_array(&mut bytes));
    if !matches!(random, Some(Ok(_))) {
        return String::new();
    }
    let now = Date::now() as u64;
    let letter = |b: u8| char::from(b'a' + b % 26);
    bytes.iter().fold(now.to_string() + "-", |key, b| key + letter(*b).encode_utf8(&mut [0; 4]))
}
