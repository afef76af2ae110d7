package activity

import (
	"embed"
	"io/fs"
)

//go:embed areas/*.yaml
var areas embed.FS

// Standard returns the built-in areas, in the order of the report's usual parts. The error is one of this package's
// own files; a program may pass it on.
func Standard() ([]*Activity, error) {
	files, err := fs.Glob(areas, "areas/*.yaml")
	if err != nil {
		return nil, err
	}
	var all []*Activity
	for _, file := range files {
		data, err := areas.ReadFile(file)
		if err != nil {
			return nil, err
		}
		declared, err := Parse(file, data)
		if err != nil {
			return nil, err
		}
		all = append(all, declared...)
	}
	return all, nil
}
