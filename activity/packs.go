package activity

import (
	"embed"
	"io/fs"
)

//go:embed packs/*.yaml
var packs embed.FS

// Packs returns further built-in areas: ledgers that go into the detail of those of Standard, such as the matters of a meeting
// one by one, and ledgers beside them. They fit together with Standard and may be read or left out as a bureau likes; some
// belong to a ledger of Standard (Above). The order is that of the areas they go with. The error is one of this package's own
// files; a program may pass it on.
//
// The file docs/activity-packs.md of this module says of each area what is a row, what is counted and what is checked.
func Packs() ([]*Activity, error) { return declaredIn(packs, "packs") }

// declaredIn reads the declarations of a folder, in the order of the files' names.
func declaredIn(fsys fs.FS, folder string) ([]*Activity, error) {
	files, err := fs.Glob(fsys, folder+"/*.yaml")
	if err != nil {
		return nil, err
	}
	var all []*Activity
	for _, file := range files {
		data, err := fs.ReadFile(fsys, file)
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
