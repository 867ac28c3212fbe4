//! What is set up once in the municipality's systems: our object types, and the subscription to notifications. Doing it
//! again changes nothing.

use super::Zgw;
use super::http::{Call, Proof};
use crate::sync::Failure;
use crate::sync::types::{OBJECT_TYPES, ObjectType};
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Pages<T> {
    results: Vec<T>,
}

#[derive(Deserialize)]
struct TypeRow {
    url: String,
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct VersionRow {
    url: String,
    version: i64,
    #[serde(default)]
    status: String,
    #[serde(default)]
    json_schema: Value,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Subscription {
    callback_url: String,
}

impl Zgw {
    async fn change<T: serde::de::DeserializeOwned>(&self, method: Method, url: String, body: &Value, proof: Proof) -> Result<T, Failure> {
        self.http.call(Call { method, url, query: Vec::new(), body: Some(body), proof }).await
    }

    /// Installs and publishes our object types; says in plain words what was done for each.
    ///
    /// # Errors
    /// As the Objects API refuses it.
    pub async fn install_types(&self) -> Result<Vec<String>, Failure> {
        let mut said = Vec::new();
        for kind in OBJECT_TYPES {
            said.push(self.install(kind).await?);
        }
        Ok(said)
    }

    async fn install(&self, kind: &ObjectType) -> Result<String, Failure> {
        let (root, name, version) = (format!("{}/objecttypes", self.settings.objects), kind.name, kind.version);
        let schema: Value = serde_json::from_str(kind.schema).map_err(|_| Failure::Refused("schema".to_owned()))?;
        let known: Pages<TypeRow> = self.get(root.clone(), Vec::new(), Proof::TypesKey).await?;
        let of = match known.results.into_iter().find(|row| row.name == name) {
            Some(row) => row,
            None => {
                self.change(Method::POST, root, &json!({ "name": name, "namePlural": kind.plural, "dataClassification": "confidential" }), Proof::TypesKey)
                    .await?
            }
        };
        let versions: Pages<VersionRow> = self.get(format!("{}/versions", of.url), Vec::new(), Proof::TypesKey).await?;
        let there = match versions.results.into_iter().find(|row| row.version == version) {
            Some(row) => row,
            None => self.change(Method::POST, format!("{}/versions", of.url), &json!({ "status": "draft", "jsonSchema": schema }), Proof::TypesKey).await?,
        };
        Ok(match (there.version == version, there.json_schema == schema, there.status.as_str()) {
            (true, true, "published") => format!("{name} version {version} was there already"),
            (true, true, _) => {
                let _: VersionRow = self.change(Method::PATCH, there.url, &json!({ "status": "published" }), Proof::TypesKey).await?;
                format!("{name} version {version} is installed and published")
            }
            (true, false, _) => format!("{name} version {version} is there with another schema: it was left as it is, and nothing of ours fits it"),
            (false, ..) => format!("{name} got version {} where {version} was expected: remove the drafts of this type first", there.version),
        })
    }

    /// Subscribes `callback` to what happens to cases; says in plain words what was done.
    ///
    /// # Errors
    /// As the Notificaties API refuses it.
    pub async fn subscribe(&self, callback: &str, secret: &str) -> Result<String, Failure> {
        let root = format!("{}/abonnement", self.settings.notifications);
        let known: Vec<Subscription> = self.get(root.clone(), Vec::new(), Proof::Token).await?;
        if known.iter().any(|one| one.callback_url == callback) {
            return Ok(format!("{callback} was subscribed already"));
        }
        let body = json!({ "callbackUrl": callback, "auth": format!("Bearer {secret}"), "kanalen": [{ "naam": "zaken", "filters": {} }] });
        let _: Subscription = self.change(Method::POST, root, &body, Proof::Token).await?;
        Ok(format!("{callback} is subscribed to what happens to cases"))
    }
}
