package workday

import (
	"embed"
	"path"
)

//go:embed data/*.json
var files embed.FS

// StateCouncil returns the calendar of the State Council's notices for 2019 to 2026, from the data of
// NateScarlet/holiday-cn (MIT; see data/README.md). It parses them each time: call it once.
func StateCouncil() (*Calendar, error) {
	entries, err := files.ReadDir("data")
	if err != nil {
		return nil, err
	}
	notices := make([]Notice, 0, len(entries))
	for _, e := range entries {
		data, err := files.ReadFile(path.Join("data", e.Name()))
		if err != nil {
			return nil, err
		}
		n, err := ParseNotice(data)
		if err != nil {
			return nil, err
		}
		notices = append(notices, n)
	}
	return New(notices...)
}
