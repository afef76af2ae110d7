package rubric

import (
	"strings"

	"github.com/fazhi-go/fazhi"
)

// Places says where the parts of something that was read stand in its file: by the path of a part, who knows the places
// within it. A reader fills it; nobody changes it afterwards. The zero Places knows nothing.
type Places map[fazhi.Path]fazhi.Located

var _ fazhi.Located = Places(nil)

// Origin asks the one who knows the longest part of the path for the rest of it.
func (p Places) Origin(at fazhi.Path) (fazhi.Origin, bool) {
	for end := len(at); end >= 0; end = strings.LastIndexByte(string(at[:end]), '/') {
		if within := p[at[:end]]; within != nil {
			return within.Origin(at[end:])
		}
	}
	return fazhi.Origin{}, false
}

// Locate sets the origins of issues that have none, by their paths; at may be nil.
func Locate(issues fazhi.Issues, at fazhi.Located) {
	if at == nil {
		return
	}
	for i := range issues {
		if issues[i].Origin.IsZero() {
			issues[i].Origin, _ = at.Origin(issues[i].Path)
		}
	}
}
