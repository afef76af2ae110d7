package redact

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A Report says what was masked and taken out, in the order of the document. It holds no value, so it can be filed and
// passed on; as JSON its fields are named as below.
type Report struct {
	Places []Place `json:"places"`
}

// A Place is one thing that was masked or taken out. Path is the text in the original document, Start and Length count its
// characters (runes). For what is taken out whole Start is 0 and Length the number of its bytes, 0 if that says nothing.
type Place struct {
	Path   fazhi.Path `json:"path"`
	Start  int        `json:"start"`
	Length int        `json:"length"`
	Kind   Kind       `json:"kind"`
}

// Count returns the number of places of one kind.
func (r Report) Count(k Kind) int {
	n := 0
	for _, p := range r.Places {
		if p.Kind == k {
			n++
		}
	}
	return n
}

// String returns a summary by kind and then one line for each place: "/body/3/text：第5字起3字，姓名".
func (r Report) String() string {
	var b strings.Builder
	sum := make([]string, 0, len(kindNames()))
	for _, n := range kindNames() {
		if c := r.Count(n.kind); c > 0 {
			sum = append(sum, fmt.Sprintf("%s %d 处", n.name, c))
		}
	}
	if len(sum) == 0 {
		return "没有需要隐去的内容\n"
	}
	b.WriteString("隐去：" + strings.Join(sum, "，") + "\n")
	for _, p := range r.Places {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}

// String returns one line.
func (p Place) String() string {
	switch {
	case !p.Kind.masked() && p.Length == 0:
		return fmt.Sprintf("%s：%s", p.Path, p.Kind)
	case !p.Kind.masked():
		return fmt.Sprintf("%s：%s，%d 字节", p.Path, p.Kind, p.Length)
	case p.Path == "":
		return fmt.Sprintf("第%d字起%d字，%s", p.Start+1, p.Length, p.Kind)
	}
	return fmt.Sprintf("%s：第%d字起%d字，%s", p.Path, p.Start+1, p.Length, p.Kind)
}

// masked reports whether the kind is one of a text.
func (k Kind) masked() bool {
	switch k {
	case Name, ID, Phone, Card, Address, Email, Plate, Passport, Account, Certificate, Other:
		return true
	}
	return false
}
