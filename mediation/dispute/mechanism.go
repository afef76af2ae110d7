package dispute

import (
	"strconv"
	"strings"
)

// A Mechanism is how several bodies work together on disputes (矛盾纠纷多元化解机制): those that always do, the one that leads, and
// any number of partners. What the places stand for is local: "3+1+N" is what a mechanism of three, one and some prints.
type Mechanism struct {
	Name     string   `json:"name,omitempty"`
	Fixed    []string `json:"fixed,omitempty"`
	Lead     string   `json:"lead,omitempty"` // 牵头
	Partners []string `json:"partners,omitempty"`
}

// String returns the shape by its own counts, "3+1+N", leaving out what there is not; "" for the zero value.
func (m Mechanism) String() string {
	var parts []string
	if len(m.Fixed) > 0 {
		parts = append(parts, strconv.Itoa(len(m.Fixed)))
	}
	if m.Lead != "" {
		parts = append(parts, "1")
	}
	if len(m.Partners) > 0 {
		parts = append(parts, "N")
	}
	return strings.Join(parts, "+")
}

// Bodies returns all of them, those that always work together first.
func (m Mechanism) Bodies() []string {
	bodies := append([]string(nil), m.Fixed...)
	if m.Lead != "" {
		bodies = append(bodies, m.Lead)
	}
	return append(bodies, m.Partners...)
}
