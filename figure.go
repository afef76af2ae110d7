package fazhi

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"
)

// A Figure is a number of a report that knows what it counts (数据项).
//
// ID is "复议.纠错率": the work area and the name, as a narrative cites it. Unit follows the number when it is printed,
// and Noun follows the unit: "46" + "个" + "部门". A rate has the unit %, a change of a rate 百分点, an amount 元, 万元 or
// 亿元. Scope says in words what the figure covers (口径), because places count differently.
type Figure struct {
	ID, Name, Unit, Noun string
	Value                Quantity
	Period               Period
	Scope                string
	From                 Source
}

// A Form says how a figure is printed. The zero value prints the number with its unit, rates and amounts with two
// decimals at most.
type Form struct {
	Approx bool // 余: round down and say so, "1600余条"
	Bare   bool // the number alone, without unit and noun; of a change also without its direction
	Places int  // decimals of rates and amounts; 0 means 2, negative none
}

// Errors of printing.
var (
	ErrUndefined = errors.New("比率的分母为零")
	ErrApprox    = errors.New("不能写作约数“余”")
)

// Text prints the figure as running text does: "17.91%", "下降10.91个百分点", "257.3万元", "7万余份".
// It returns ErrUndefined, wrapped, for a rate of nothing, and ErrApprox when the form asks for 余 and the value is no
// count, is less than ten, or is a round number already, so that 余 would not be true.
func (f Figure) Text(form Form) (string, error) {
	c, isCount := f.Value.(Count)
	if form.Approx && !isCount {
		return "", fmt.Errorf("fazhi: 数据项 %s %w：不是计数", f.ID, ErrApprox)
	}
	if isCount && (form.Approx || c.More) {
		return f.approx(c, form.Bare)
	}
	value, err := f.number(form.places())
	_, isChange := f.Value.(Points)
	switch {
	case err != nil:
		return "", err
	case form.Bare && isChange:
		return strings.TrimPrefix(value, "-"), nil
	case form.Bare:
		return value, nil
	case isChange:
		return change(value, f.Unit), nil
	}
	return value + f.Unit + f.Noun, nil
}

func (f Form) places() int {
	if f.Places == 0 {
		return 2
	}
	return max(f.Places, 0)
}

// Number returns the value in the figure's unit, rounded to two decimals: "17.91", "-10.91", "257.3". It is empty when
// the value is not defined.
func (f Figure) Number() string {
	s, _ := f.number(2)
	return s
}

func (f Figure) number(places int) (string, error) {
	if m, ok := f.Value.(Money); ok {
		for _, u := range moneyUnits {
			if u.name == f.Unit {
				return m.in(u.fen, places), nil
			}
		}
	}
	if f.Value != nil {
		if s, ok := f.Value.Decimal(places); ok {
			return s, nil
		}
	}
	return "", fmt.Errorf("fazhi: 数据项 %s：%w", f.ID, ErrUndefined)
}

// change prints a change of a rate: 上升, 下降 or 持平.
func change(value, unit string) string {
	switch {
	case value == "0":
		return "持平"
	case strings.HasPrefix(value, "-"):
		return "下降" + value[1:] + "个" + unit
	}
	return "上升" + value + "个" + unit
}

// approx prints a count with 余, rounded down: tens below a hundred, two leading digits below ten thousand, then whole
// 万 and whole 亿.
func (f Figure) approx(c Count, bare bool) (string, error) {
	if c.N < 10 {
		return "", fmt.Errorf("fazhi: 数据项 %s %w：不足十", f.ID, ErrApprox)
	}
	step, in, name := roundStep(c.N)
	floor := c.N / step * step
	if floor == c.N && !c.More {
		return "", fmt.Errorf("fazhi: 数据项 %s %w：恰为整数", f.ID, ErrApprox)
	}
	value := strconv.FormatInt(floor/in, 10) + name + "余"
	if bare {
		return value, nil
	}
	return value + f.Unit + f.Noun, nil
}

// roundStep returns to which multiple a count is rounded down, in which unit it is printed, and the unit's name.
func roundStep(n int64) (step, in int64, name string) {
	switch {
	case n >= 1_0000_0000:
		return 1_0000_0000, 1_0000_0000, "亿"
	case n >= 1_0000:
		return 1_0000, 1_0000, "万"
	case n >= 1000:
		return 100, 1, ""
	}
	return 10, 1, ""
}

// Plus adds the same figure of another organ for the same period: values and sources. The figures must have the same
// ID, unit, period and scope.
func (f Figure) Plus(g Figure) (Figure, error) {
	if f.ID != g.ID || f.Unit != g.Unit || f.Noun != g.Noun || f.Period != g.Period || f.Scope != g.Scope {
		return Figure{}, fmt.Errorf("fazhi: 数据项 %s 与 %s 的单位、期间或口径不同，不能相加", f.ID, g.ID)
	}
	if f.Value == nil {
		return Figure{}, fmt.Errorf("fazhi: 数据项 %s 没有值", f.ID)
	}
	sum, ok := f.Value.Plus(g.Value)
	if !ok {
		return Figure{}, fmt.Errorf("fazhi: 数据项 %s 的两个值不能相加", f.ID)
	}
	f.Value = sum
	f.From = f.From.plus(g.From)
	return f, nil
}

// A Source is what a figure counts: how many documents, a digest over their references that does not depend on their
// order, and the references themselves for whoever wants to see them. It stays small however many there are.
//
// The digest is the sum of the SHA-256 of each reference modulo 2^256. It tells two ledgers apart that differ by
// mistake; it is no proof against somebody who forges on purpose, that is the register's trail.
type Source struct {
	Count  int64
	Digest [sha256.Size]byte
	Refs   iter.Seq[Ref]
}

// SourceOf reads the references once and keeps the sequence for later.
func SourceOf(refs iter.Seq[Ref]) Source {
	s := Source{Refs: refs}
	if refs == nil {
		return s
	}
	for r := range refs {
		s.Count++
		s.Digest = addDigest(s.Digest, sha256.Sum256([]byte(r.String())))
	}
	return s
}

func (s Source) plus(t Source) Source {
	return Source{Count: s.Count + t.Count, Digest: addDigest(s.Digest, t.Digest), Refs: func(yield func(Ref) bool) {
		for _, refs := range [...]iter.Seq[Ref]{s.Refs, t.Refs} {
			if refs == nil {
				continue
			}
			for r := range refs {
				if !yield(r) {
					return
				}
			}
		}
	}}
}

func addDigest(a, b [sha256.Size]byte) [sha256.Size]byte {
	var carry uint
	for i := len(a) - 1; i >= 0; i-- {
		sum := uint(a[i]) + uint(b[i]) + carry
		a[i], carry = byte(sum), sum>>8
	}
	return a
}
