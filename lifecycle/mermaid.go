package lifecycle

import (
	"fmt"
	"slices"
	"strings"
)

// Mermaid returns the flow as a state diagram of Mermaid (stateDiagram-v2), with Chinese labels; below the name of a step
// stand the clocks that begin with it. Where three or more steps lead to the same steps, arrows meet in a node of their
// own, so that m×n arrows are m+n. The same flow gives the same text.
func (m *Machine) Mermaid() string {
	d := diagram{m: m}
	d.b.WriteString("stateDiagram-v2\n")
	for i := range m.flow.Steps {
		d.node(i)
	}
	d.join()
	for i := range m.flow.Steps {
		d.arrows(i)
	}
	return d.b.String()
}

// A diagram is being written.
type diagram struct {
	m      *Machine
	b      strings.Builder
	joints [][]string // the steps whose arrows meet
}

func (d *diagram) node(i int) {
	s := &d.m.flow.Steps[i]
	fmt.Fprintf(&d.b, "    state \"%s\" as s%d\n", label.Replace(s.Name), i+1)
	var lines []string
	for j := range s.Starts {
		if line := s.Starts[j].line(); line != "" && !slices.Contains(lines, line) {
			lines = append(lines, line)
			fmt.Fprintf(&d.b, "    s%d : %s\n", i+1, label.Replace(line))
		}
	}
}

// line says what a clock is, nothing if it is not set.
func (c *Clock) line() string {
	if c.Span.IsZero() {
		return ""
	}
	text := c.Name + " "
	if c.Extends {
		text += "延长"
	}
	text += c.Span.Chinese()
	if !c.Until.IsZero() {
		text += "，至" + c.Until.Chinese()
	}
	return text
}

// join makes a node where at least two steps follow the same steps, which are at least three.
func (d *diagram) join() {
	steps := d.m.flow.Steps
	for i := range steps {
		after := steps[i].After
		same := func(s Step) bool { return slices.Equal(s.After, after) }
		if len(after) < 3 || slices.IndexFunc(steps, same) != i || !slices.ContainsFunc(steps[i+1:], same) {
			continue
		}
		d.joints = append(d.joints, after)
		fmt.Fprintf(&d.b, "    state j%d <<choice>>\n", len(d.joints))
		for _, name := range after {
			fmt.Fprintf(&d.b, "    s%d --> j%d\n", d.m.index[name]+1, len(d.joints))
		}
	}
}

// arrows come from the nodes all of whose steps lead here, and from the steps that are left.
func (d *diagram) arrows(i int) {
	s := &d.m.flow.Steps[i]
	if s.First {
		fmt.Fprintf(&d.b, "    [*] --> s%d\n", i+1)
	}
	left := slices.Clone(s.After)
	for n, joint := range d.joints {
		if containsAll(left, joint) {
			fmt.Fprintf(&d.b, "    j%d --> s%d\n", n+1, i+1)
			left = slices.DeleteFunc(left, func(name string) bool { return slices.Contains(joint, name) })
		}
	}
	for _, name := range left {
		fmt.Fprintf(&d.b, "    s%d --> s%d\n", d.m.index[name]+1, i+1)
	}
	if s.Final {
		fmt.Fprintf(&d.b, "    s%d --> [*]\n", i+1)
	}
}

func containsAll(list, part []string) bool {
	return !slices.ContainsFunc(part, func(name string) bool { return !slices.Contains(list, name) })
}

// label escapes what would end a label of Mermaid or begin something else.
var label = strings.NewReplacer(`"`, "#quot;", "#", "#35;", ";", "#59;", ":", "#58;", "<", "#lt;", ">", "#gt;", "%", "#37;",
	"\n", " ", "\r", " ", "\t", " ", "\u2028", " ", "\u2029", " ")
