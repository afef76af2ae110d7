package activity

import "embed"

//go:embed areas/*.yaml
var areas embed.FS

// Standard returns the built-in areas, in the order of the report's usual parts. The error is one of this package's
// own files; a program may pass it on.
func Standard() ([]*Activity, error) { return declaredIn(areas, "areas") }
