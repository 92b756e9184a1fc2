//! JSON Schemas that the program promises, applied to what it prints and reads.

use boon::{Compiler, Schemas};
use serde_json::Value;

/// Where a value breaks a schema, which itself has to be right by the draft that it names.
pub fn violations(schema: &Value, value: &Value) -> Vec<String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("gongkai.json", schema.clone()).unwrap();
    let index = compiler.compile("gongkai.json", &mut schemas).unwrap_or_else(|error| panic!("{error:#}"));
    schemas.validate(value, index).err().map(|error| format!("{error:#}")).into_iter().collect()
}
