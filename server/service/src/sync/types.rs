//! Our own object types: the JSON Schemas that the municipality installs, each with its version.

/// An object type of ours.
#[derive(Debug, Clone, Copy)]
pub struct ObjectType {
    /// Its name in the Objects API.
    pub name: &'static str,
    /// More than one of it.
    pub plural: &'static str,
    /// The version that this program writes.
    pub version: i64,
    /// The schema of its data, JSON Schema draft 7.
    pub schema: &'static str,
}

/// Every object type that this program writes.
pub const OBJECT_TYPES: &[ObjectType] =
    &[ObjectType { name: "SelfScanInzending", plural: "SelfScanInzendingen", version: 1, schema: include_str!("types/self-scan-v1.json") }];
