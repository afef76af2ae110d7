package protocol

import (
	"embed"
	"io/fs"
)

//go:generate go test -run ^TestSchemas$ -update .

//go:embed schema/*.json
var schemas embed.FS // embedded and read only

// Schemas returns the JSON Schemas (draft 2020-12) of all messages, one self-contained file each: "check.params.json",
// "check.result.json" …, and "request.json" and "response.json" for what is around them. They are made from the Go types.
// Members are left open, as more may come; a message that fits breaks no rule that a schema can tell. What it cannot tell
// is in the package comment.
func Schemas() fs.FS {
	sub, err := fs.Sub(schemas, "schema")
	if err != nil {
		return schemas // fs.Sub has no error for a valid name
	}
	return sub
}
