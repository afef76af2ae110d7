package repeat

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// Codes of warnings.
const (
	CodeFine      fazhi.Code = "enforcement/repeat/fine"                 // R1
	CodeOpen      fazhi.Code = "enforcement/repeat/case/two-organs"      // R2
	CodeFrequency fazhi.Code = "enforcement/repeat/inspection/frequency" // R3
	CodeOrgans    fazhi.Code = "enforcement/repeat/inspection/organs"    // R3
	CodeSeizure   fazhi.Code = "enforcement/repeat/seizure"              // R4
)

// A Level says how soon a person should look.
type Level string

// The levels.
const (
	Red   Level = "red"   // before the next step is taken
	Amber Level = "amber" // in the course of the work
)

// Chinese returns 红色 or 黄色, "" for another text.
func (l Level) Chinese() string {
	switch l {
	case Red:
		return "红色"
	case Amber:
		return "黄色"
	}
	return ""
}

// A Warning says that two records may be a repetition, and why. It holds no value of a record but numbers and organs.
type Warning struct {
	Code  fazhi.Code `json:"code"`
	Level Level      `json:"level"`
	A     Evidence   `json:"a"` // the earlier
	B     Evidence   `json:"b"`

	Matched  []Match  `json:"matched"`
	Strength int      `json:"strength"`          // the sum of the points of Matched, at most 100
	Missing  []string `json:"missing,omitempty"` // what was not known, by the names of columns
	Against  []string `json:"against,omitempty"` // what speaks against it, or leaves it open
	Basis    string   `json:"basis"`             // the article
	Look     string   `json:"look"`              // what a person should look at
}

// An Evidence names one of the two records.
type Evidence struct {
	Serial string `json:"serial"`
	Organ  string `json:"organ,omitempty"`
}

// A Match is one thing in which two records agree.
type Match struct {
	Field  string `json:"field"` // a column, or what was made of some
	How    How    `json:"how"`
	N      int    `json:"n,omitempty"` // days, times
	Points int    `json:"points"`
}

// How says how things match.
type How string

// The ways to match, and how each is written.
const (
	Same      How = "same"      // 相同
	Differ    How = "differ"    // 不同: two organs, where the rule asks for two
	Overlap   How = "overlap"   // 重叠 N 日
	StillOn   How = "still-on"  // 重叠, to an end that is open
	Both      How = "both"      // 双方均有
	BothAre   How = "both-are"  // 双方均
	OneOf     How = "one"       // 一方已作出决定
	Within    How = "within"    // 相距 N 日
	Mergeable How = "mergeable" // 可以合并
	Nth       How = "nth"       // 第 N 次
	Published How = "published" // 公布的上限为 N 次
	Assumed   How = "assumed"   // 上限未见公布，按 N 次比对
)

func formats() map[How]string {
	return map[How]string{
		Same: "%s相同", Differ: "%s不同", Overlap: "%s重叠%d日", StillOn: "%s重叠，尚未解除或者未填解除日期", Both: "双方均有%s", BothAre: "双方均%s", OneOf: "一方已作出%s决定",
		Within: "%s相距%d日", Mergeable: "%s可以合并", Nth: "%s内第%d次", Published: "公布的%s为%d次", Assumed: "该事项年度检查%s未见公布，按%d次比对，供参考",
	}
}

// String returns the match as a person reads it: "行为起止重叠3日".
func (m Match) String() string {
	format := cmp.Or(formats()[m.How], "%s")
	if strings.Contains(format, "%d") {
		return fmt.Sprintf(format, m.Field, m.N)
	}
	return fmt.Sprintf(format, m.Field)
}

// Rule returns the rule's number, R1 to R4; "" for a code that is not of this package.
func (w *Warning) Rule() string {
	r, _ := ruleOf(w.Code)
	return r.number
}

// Text returns what matches, in one line.
func (w *Warning) Text() string {
	parts := make([]string, len(w.Matched))
	for i, m := range w.Matched {
		parts[i] = m.String()
	}
	return strings.Join(parts, "，")
}

// compare orders warnings by code and numbers. Of those of one pair, which come from several matters of two inspections, the
// first is the one that is given: the strongest, then that of the highest number in the year, then that of the lowest limit.
func compare(a, b *Warning) int {
	return cmp.Or(pairOrder(a, b), bytes.Compare(a.rank(nil), b.rank(nil)))
}

const rankSize = 1 + 4 + 4

// rank appends the place of a warning among those of one pair, so that the order of the bytes is that of compare.
func (w *Warning) rank(dst []byte) []byte {
	var nth, limit int
	for _, m := range w.Matched {
		switch m.How {
		case Nth:
			nth = m.N
		case Published, Assumed:
			limit = m.N
		}
	}
	dst = append(dst, byte(100-min(w.Strength, 100)))
	dst = binary.BigEndian.AppendUint32(dst, math.MaxUint32-uint32(nth))
	return binary.BigEndian.AppendUint32(dst, uint32(limit))
}

func pairOrder(a, b *Warning) int {
	return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.A.Serial, b.A.Serial), cmp.Compare(a.B.Serial, b.B.Serial))
}
