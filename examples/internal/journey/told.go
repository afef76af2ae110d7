package journey

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/lifecycle"
	"github.com/fazhi-go/fazhi/register"
)

// A Told is one step that was tried.
type Told struct {
	On      fazhi.Date `json:"on"`
	Step    string     `json:"step"`
	Judged  string     `json:"judged"` // by the hook before it
	Refused []string   `json:"refused"`
	Numbers []string   `json:"numbers,omitzero"`
	Limits  []Limit    `json:"limits"` // that run after it
	Heard   []string   `json:"heard"`  // by the follower after it
}

// A Limit is a clock that runs.
type Limit struct {
	Clock string     `json:"clock"`
	Due   fazhi.Date `json:"due"`
	Basis string     `json:"basis"`
}

// LimitOf is a clock as an answer has it.
func LimitOf(r lifecycle.Running) Limit { return Limit{Clock: r.Clock, Due: r.Due, Basis: r.Basis} }

// String is the clock with its last day and what it rests on.
func (l Limit) String() string { return fmt.Sprintf("%s至%s（%s）", l.Clock, l.Due, l.Basis) }

// keep notes the numbers and the clocks of an entry.
func (t *Told) keep(e *register.Entry) {
	t.Numbers = texts(e.Numbers)
	for _, r := range e.Running {
		t.Limits = append(t.Limits, LimitOf(r))
	}
}

// list makes lists empty that are null, that of numbers where there are any.
func (t *Told) list(numbers bool) {
	cli.Listed(&t.Refused)
	cli.Listed(&t.Limits)
	cli.Listed(&t.Heard)
	if numbers {
		cli.Listed(&t.Numbers)
	}
}

// String has a line for the step, and one for each thing that was said of it.
func (t *Told) String() string {
	var judged, limits []string
	if t.Judged != "" {
		judged = []string{t.Judged}
	}
	for _, l := range t.Limits {
		limits = append(limits, l.String())
	}
	text := t.On.String() + "　" + t.Step + "\n"
	for _, part := range [...]struct {
		name string
		list []string
	}{{"办理之前", judged}, {"不予办理", t.Refused}, {"编号", t.Numbers}, {"期限", limits}, {"办理之后", t.Heard}} {
		for _, line := range part.list {
			text += "  " + part.name + "：" + line + "\n"
		}
	}
	return text
}

// A Kept is an entry of the book.
type Kept struct {
	Seq     int64        `json:"seq"`
	On      fazhi.Date   `json:"on"`
	Act     string       `json:"act"`
	Step    string       `json:"step"`
	Numbers []string     `json:"numbers,omitzero"`
	Due     fazhi.Date   `json:"due"` // the earliest of its limits; empty: none
	Codes   []fazhi.Code `json:"codes"`
}

func keptOf(e *register.Entry) Kept {
	k := Kept{Seq: e.Seq, On: e.On, Act: e.Act.Chinese(), Step: e.Step, Numbers: texts(e.Numbers), Due: e.Due, Codes: e.Codes}
	cli.Listed(&k.Codes)
	return k
}

// String is the entry in one line.
func (k *Kept) String() string {
	text := fmt.Sprintf("%d　%s　%s　%s", k.Seq, k.On, k.Act, k.Step)
	if len(k.Numbers) > 0 {
		text += "　" + strings.Join(k.Numbers, "、")
	}
	if !k.Due.IsZero() {
		text += "　期限至" + k.Due.String()
	}
	for _, c := range k.Codes {
		text += "　" + string(c)
	}
	return text
}

// Lines has what was said of each step, then what stands in the book.
func Lines(told []Told, kept []Kept) string {
	var b strings.Builder
	for i := range told {
		b.WriteString(told[i].String())
	}
	b.WriteString("登记簿：\n")
	for i := range kept {
		b.WriteString("  " + kept[i].String() + "\n")
	}
	return b.String()
}

// Surprised says which steps ended otherwise than the story says; "" if none did.
func Surprised(steps []string) string {
	if len(steps) == 0 {
		return ""
	}
	return "与所写的历程不同：" + strings.Join(steps, "、")
}

// reasons are those of a refusal, one by one where there are several.
func reasons(r *register.Refusal) []string {
	if len(r.Issues) == 0 {
		return []string{r.Reason}
	}
	var list []string
	for _, i := range r.Issues {
		list = append(list, i.String())
	}
	return list
}

// heard is what a follower is told of an entry.
func heard(e *register.Entry) string {
	text := fmt.Sprintf("第%d条 %s", e.Seq, e.Act.Chinese())
	if !e.Due.IsZero() {
		text += "，最近的期限 " + e.Due.String()
	}
	return text
}

func texts(numbers []register.Numbered) (list []string) {
	for _, n := range numbers {
		list = append(list, n.Text)
	}
	return list
}
