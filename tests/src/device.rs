//! A device that makes and shows passkeys, as a browser hands its answers on. It can lie in every way that matters.

use data_encoding::BASE64URL_NOPAD;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// Somebody is there, and was recognised by a finger, a face or a PIN.
const HERE: u8 = 0x01;
const RECOGNISED: u8 = 0x04;
/// The key goes along.
const WITH_KEY: u8 = 0x40;

/// A device with one passkey.
#[derive(Clone)]
pub struct Device {
    key: SigningKey,
    id: Vec<u8>,
    /// For whom, as the portal said when the passkey was made.
    pub handle: String,
    /// How often it was used.
    pub counter: u32,
    /// The address that the browser says it shows.
    pub origin: String,
    /// The name that the passkey is bound to.
    pub party: String,
    /// Whether it recognises who holds it.
    pub recognises: bool,
}

impl Device {
    /// A new device, at the portal that is served at `origin`, such as `http://localhost:1`.
    #[must_use]
    pub fn new(origin: &str) -> Self {
        let bytes: Vec<u8> = (0..32).map(|_| fastrand::u8(1..=200)).collect();
        let host = origin.split("://").nth(1).unwrap().split(':').next().unwrap();
        Self {
            key: SigningKey::from_slice(&bytes).unwrap(),
            id: (0..16).map(|_| fastrand::u8(..)).collect(),
            handle: String::new(),
            counter: 0,
            origin: origin.to_owned(),
            party: host.to_owned(),
            recognises: true,
        }
    }

    /// Makes a passkey: the answer to what the portal asked.
    pub fn make(&mut self, options: &Value) -> String {
        self.handle = options["user"]["id"].as_str().unwrap().to_owned();
        let said = self.said("webauthn.create", options);
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut data = self.data(WITH_KEY);
        data.extend_from_slice(&[0; 16]);
        data.extend_from_slice(&u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend_from_slice(&self.id);
        // COSE: an elliptic key of P-256 for ES256, and its two coordinates.
        data.extend_from_slice(&[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend_from_slice(&point.as_bytes()[1..33]);
        data.extend_from_slice(&[0x22, 0x58, 0x20]);
        data.extend_from_slice(&point.as_bytes()[33..]);
        // CBOR: { fmt: "none", attStmt: {}, authData: … }
        let mut object = vec![0xa3, 0x63];
        object.extend_from_slice(b"fmt\x64none\x67attStmt\xa0\x68authData\x58");
        object.push(u8::try_from(data.len()).unwrap());
        object.extend_from_slice(&data);
        let (id, encode) = (BASE64URL_NOPAD.encode(&self.id), |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes));
        json!({
            "id": id, "rawId": id, "type": "public-key", "clientExtensionResults": {},
            "response": { "attestationObject": encode(&object), "clientDataJSON": encode(said.as_bytes()), "transports": ["internal"] },
        })
        .to_string()
    }

    /// Shows its passkey.
    pub fn show(&mut self, options: &Value) -> String {
        self.counter += 1;
        let said = self.said("webauthn.get", options);
        let data = self.data(0);
        let signed: Vec<u8> = data.iter().copied().chain(Sha256::digest(said.as_bytes())).collect();
        let signature: Signature = self.key.sign(&signed);
        let encode = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
        let id = encode(&self.id);
        json!({
            "id": id, "rawId": id, "type": "public-key", "clientExtensionResults": {},
            "response": {
                "authenticatorData": encode(&data), "clientDataJSON": encode(said.as_bytes()),
                "signature": encode(signature.to_der().as_bytes()), "userHandle": self.handle,
            },
        })
        .to_string()
    }

    fn said(&self, what: &str, options: &Value) -> String {
        json!({ "type": what, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false }).to_string()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let recognised = if self.recognises { RECOGNISED } else { 0 };
        let mut data = Sha256::digest(self.party.as_bytes()).to_vec();
        data.push(flags | HERE | recognised);
        data.extend_from_slice(&self.counter.to_be_bytes());
        data
    }
}
