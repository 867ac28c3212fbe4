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

/// A self-scan that was sent.
pub const SELF_SCAN: ObjectType =
    ObjectType { name: "SelfScanInzending", plural: "SelfScanInzendingen", version: 1, schema: include_str!("types/self-scan-v1.json") };
/// A version of the agreement that both sides signed.
pub const AGREEMENT: ObjectType =
    ObjectType { name: "Wederkerigheidsafspraak", plural: "Wederkerigheidsafspraken", version: 1, schema: include_str!("types/agreement-v1.json") };
/// A milestone of the journey.
pub const MILESTONE: ObjectType = ObjectType { name: "Mijlpaal", plural: "Mijlpalen", version: 1, schema: include_str!("types/milestone-v1.json") };

/// Every object type that this program writes.
pub const OBJECT_TYPES: &[ObjectType] = &[SELF_SCAN, AGREEMENT, MILESTONE];
