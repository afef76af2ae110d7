package activity

import _ "embed" // the schema is a file, so that editors find it

//go:embed activity.schema.json
var schema string

// Schema returns the JSON Schema (draft 2020-12) of one declaration, one document of a YAML file: for editors, and for
// programs that write declarations. It accepts whatever Parse accepts, but for blanks around a word, which Parse passes over. Parse asks for more: that
// relations, columns, units, figures and the sentence fit each other.
func Schema() []byte { return []byte(schema) }
