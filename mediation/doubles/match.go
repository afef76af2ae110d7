package doubles

import "github.com/fazhi-go/fazhi"

// A Level says how sure a finding is.
type Level int8

// The levels, from the surest. The zero value is none.
const (
	Certain Level = iota + 1
	Likely
	Possible
)

// String returns 确定, 很可能, 可能, or "" for no level.
func (l Level) String() string {
	switch l {
	case Certain:
		return "确定"
	case Likely:
		return "很可能"
	case Possible:
		return "可能"
	}
	return ""
}

// MarshalText writes String.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// A Feature is something in which two disputes agree.
type Feature string

// The features, in the order in which a finding has them.
const (
	ByID      Feature = "公民身份号码"
	ByCredit  Feature = "统一社会信用代码"
	ByName    Feature = "姓名或者名称"
	ByPhone   Feature = "联系电话"
	ByAddress Feature = "住址"
	BySort    Feature = "纠纷类型"
	ByDay     Feature = "受理日期相近"
	ByMatter  Feature = "纠纷事由相近"
	ByStreet  Feature = "乡镇街道"
)

func features() []Feature {
	return []Feature{ByID, ByCredit, ByName, ByPhone, ByAddress, BySort, ByDay, ByMatter, ByStreet}
}

// A set of features; bit i is features()[i].
type set uint16

const (
	hasID set = 1 << iota
	hasCredit
	hasName
	hasPhone
	hasAddress
	hasSort
	hasDay
	hasMatter
	hasStreet
)

func (s set) list() (list []Feature) {
	for i, f := range features() {
		if s&(1<<i) != 0 {
			list = append(list, f)
		}
	}
	return list
}

// How two parties agree, from not at all.
type strength int8

const (
	not     strength = iota
	loosely          // a telephone number, but names differ: one may be misspelt, or it is the family's
	weakly           // a telephone number alone, or a name that many have
	byName           // a name that few have
	firmly           // a name and a telephone number or an address
	surely           // an identity number or a credit code
	highest = surely
)

// agree says how two parties agree, and in what.
func agree(a, b *member) (strength, set) {
	var s set
	add := func(x, y Tag, bit set) {
		if x == y && x != 0 {
			s |= bit
		}
	}
	add(a.ID, b.ID, hasID)
	add(a.Credit, b.Credit, hasCredit)
	add(a.Name, b.Name, hasName)
	add(a.Phone, b.Phone, hasPhone)
	add(a.Address, b.Address, hasAddress)
	switch {
	case s&(hasID|hasCredit) != 0:
		return surely, s
	case differ(a.ID, b.ID) || differ(a.Credit, b.Credit):
		return not, 0
	case s&hasName != 0 && s&(hasPhone|hasAddress) != 0:
		return firmly, s
	case s&hasName != 0 && !a.common:
		return byName, s
	case s&hasName != 0 || s&hasPhone != 0 && !differ(a.Name, b.Name):
		return weakly, s
	case s&hasPhone != 0:
		return loosely, s
	}
	return not, 0
}

// differ reports whether two values are known and not the same.
func differ(a, b Tag) bool { return a != b && a != 0 && b != 0 }

// A meeting is how the parties of two disputes agree.
type meeting struct {
	common  int
	whole   bool // every party of both has its counterpart
	covered bool // of one of the two, every party has its counterpart or is not known
	rare    bool // a party of both is not in very many disputes
	least   strength
	most    strength
	agree   set
}

// meet finds counterparts, the surest first.
func meet(a, b []member, more bool) meeting {
	m := meeting{least: highest}
	var usedA, usedB [mostParties]bool
	for want := highest; want > not; want-- {
		for i := range a {
			for j := range b {
				if usedA[i] || usedB[j] {
					continue
				}
				if s, agreed := agree(&a[i], &b[j]); s == want {
					usedA[i], usedB[j] = true, true
					m.add(s, agreed, !a[i].busy)
				}
			}
		}
	}
	m.whole = !more && m.common >= 2 && m.common == len(a) && m.common == len(b)
	m.covered = m.common > 0 && (covered(a, usedA[:]) || covered(b, usedB[:]))
	return m
}

func (m *meeting) add(s strength, agreed set, rare bool) {
	m.common++
	m.agree |= agreed
	m.rare = m.rare || rare && s >= byName
	m.least, m.most = min(m.least, s), max(m.most, s)
}

func covered(parties []member, used []bool) bool {
	for i, p := range parties {
		if !used[i] && (p.ID != 0 || p.Credit != 0 || p.Name != 0) {
			return false
		}
	}
	return true
}

// judge says what two rows are to each other, and in what they agree; level 0: nothing.
func (f *finder) judge(a, b *row) (Level, set, int) {
	s := f.around(a, b)
	if s&(hasSort|hasDay|hasMatter) == 0 {
		return 0, 0, 0
	}
	m := meet(f.parties(a), f.parties(b), a.more || b.more)
	if m.common == 0 {
		return 0, 0, 0
	}
	return level(&m, s&hasSort != 0, s&hasDay != 0, s&hasMatter != 0), s | m.agree, m.common
}

// level is the table of package doubles.
func level(m *meeting, sort, day, matter bool) Level {
	same := sort && (day || matter) || matter && day
	switch {
	case m.whole && m.least == surely && (same || matter):
		return Certain
	case m.whole && m.least >= weakly && m.most >= byName && (same || m.least == surely && day):
		return Likely
	case m.whole && (same || m.least >= byName && (sort || day || matter)):
		return Possible
	case same && (m.common >= 2 || m.rare && (m.covered || sort && day && matter)):
		return Possible
	}
	return 0
}

// around says in what two disputes agree beside their parties.
func (f *finder) around(a, b *row) (s set) {
	if a.sort == b.sort && a.sort != 0 {
		s |= hasSort
	}
	if near(a.accepted, b.accepted, f.days) {
		s |= hasDay
	}
	if f.alike(f.matter(a), f.matter(b)) {
		s |= hasMatter
	}
	if a.street == b.street && a.street != 0 {
		s |= hasStreet
	}
	return s
}

func near(a, b fazhi.Date, days int) bool {
	if a.IsZero() || b.IsZero() {
		return false
	}
	n := a.DaysSince(b)
	return max(n, -n) <= days
}

// alike estimates from two sketches how much of two matters agrees: of the smallest tags of both together, those in both.
func (f *finder) alike(a, b []uint32) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	seen, both := 0, 0
	for i, j := 0, 0; (i < len(a) || j < len(b)) && seen < mostPairs; seen++ {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			i++
		case i == len(a) || b[j] < a[i]:
			j++
		default:
			both++
			i++
			j++
		}
	}
	return both*100 >= f.alikeFrom*seen
}
