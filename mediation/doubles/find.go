package doubles

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/fazhi-go/fazhi"
)

// Options are how disputes are compared. Zero means the default; no default is confirmed by any rule.
type Options struct {
	Days     int        // between two days of acceptance that are near; default 90, -1: the same day
	Alike    int        // percent of the pairs of characters that two alike matters have in common; default 50
	Common   int        // in how many disputes a name or code stands that tells little of a dispute; default 20
	Window   int        // with how many disputes that came after it a dispute is compared for one tag; default 256
	Findings int        // that are kept, the surest and earliest; default 100,000
	Most     int        // disputes; default 2,000,000
	Decided  *Decisions // what was decided already and is not shown again; may be nil
}

// Errors of Find.
var (
	ErrOptions = errors.New("doubles: 比对设置有误")
	ErrMany    = errors.New("doubles: 纠纷太多，请提高上限或者分开比对")
	ErrKeys    = errors.New("doubles: 不是用同一密钥制作的摘要，不能比对")
)

func (o Options) filled() (Options, error) {
	o.Days, o.Alike, o.Common = cmp.Or(o.Days, 90), cmp.Or(o.Alike, 50), cmp.Or(o.Common, 20)
	o.Window, o.Findings, o.Most = cmp.Or(o.Window, 256), cmp.Or(o.Findings, 100_000), cmp.Or(o.Most, 2_000_000)
	if o.Days < -1 || o.Alike < 1 || o.Alike > 100 || min(o.Common, o.Window, o.Findings, o.Most) < 1 {
		return o, ErrOptions
	}
	o.Days = max(o.Days, 0)
	return o, nil
}

// A Finding is two disputes that may be one, without the name of anybody. A was accepted first.
type Finding struct {
	Level  Level     `json:"level"`
	A      Entry     `json:"a"`
	B      Entry     `json:"b"`
	Common int       `json:"common"` // parties of both
	Agree  []Feature `json:"agree"`  // in the order of the constants
}

// The codes of findings.
const (
	CodeCertain  fazhi.Code = "mediation/doubles/certain"
	CodeLikely   fazhi.Code = "mediation/doubles/likely"
	CodePossible fazhi.Code = "mediation/doubles/possible"
)

// Issue is the finding as an issue of B, without any value of the two.
func (f *Finding) Issue() fazhi.Issue {
	i := fazhi.Issue{Code: CodePossible, Severity: fazhi.Notice, Path: "/same", Message: "可能与另一件是同一纠纷，请核对"}
	switch f.Level {
	case Certain:
		i.Code, i.Severity, i.Message = CodeCertain, fazhi.Warning, "与另一件的当事人、事项相同，确认后填写并入编号，不重复计数"
	case Likely:
		i.Code, i.Severity, i.Message = CodeLikely, fazhi.Warning, "很可能与另一件是同一纠纷，请核对"
	}
	return i
}

// A Result is what Find found, and what it could not compare.
type Result struct {
	Findings []Finding `json:"findings"` // by level, then by A, then by B
	Compared int       `json:"compared"` // disputes
	Merged   int       `json:"merged"`   // left out, because they have a 并入编号
	Twice    int       `json:"twice"`    // left out, because their entry came before
	Unknown  int       `json:"unknown"`  // without any party that is known: nothing can be said of them
	Cut      int       `json:"cut"`      // times that a dispute was not compared with all that share a tag with it
	Dropped  bool      `json:"dropped"`  // there were more than Options.Findings
}

// Find compares prints, each with all that have a party in common with it. The result does not depend on the order in which they
// come. Memory grows with the disputes alone, not with what they share: a million took 675 MB and, with their invention and their
// prints, 52 seconds of one processor (FAZHI_MEASURE=1 go test -run TestMillion -v). The error is ErrOptions, ErrKeys, ErrMany, ErrPrint or that of the prints.
func Find(prints iter.Seq2[Print, error], o Options) (*Result, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	f := newFinder(o)
	for p, err := range prints {
		switch {
		case err != nil:
			return nil, err
		case f.n == o.Most:
			return nil, fmt.Errorf("%w：%d", ErrMany, o.Most)
		}
		if err := f.take(&p); err != nil {
			return nil, err
		}
	}
	f.words = nil
	markCommon(f.arena, o.Common)
	f.arrange()
	f.compare()
	return f.result(), nil
}

// A row is a print in memory. Words that recur are held once.
type row struct {
	serial                  string
	county, committee, sort uint32
	first, firstMatter      uint32 // in the arenas
	accepted                fazhi.Date
	street                  Tag
	n, matters              uint8
	more                    bool
}

// A member is a party in memory.
type member struct {
	Party
	common bool // its name tells little: many have it
	busy   bool // its code stands in many disputes
}

// A finder is one run of Find.
type finder struct {
	days, alikeFrom, window int
	decided                 *Decisions

	key     Tag
	n       int // prints that came
	rows    []row
	arena   []member
	matters []uint32 // the upper halves of tags
	words   map[string]uint32
	list    []string

	keep                   keeper
	merged, unknown, twice int
	cut                    int
}

func newFinder(o Options) *finder {
	return &finder{
		days: o.Days, alikeFrom: o.Alike, window: o.Window, decided: o.Decided, keep: keeper{most: o.Findings},
		words: map[string]uint32{"": 0}, list: []string{""},
	}
}

func (f *finder) parties(r *row) []member { return f.arena[r.first:][:r.n] }
func (f *finder) matter(r *row) []uint32  { return f.matters[r.firstMatter:][:r.matters] }

func (f *finder) take(p *Print) error {
	if err := p.vet(); err != nil {
		return err
	}
	if f.n++; f.n == 1 {
		f.key = p.Key
	}
	switch {
	case p.Key != f.key:
		return ErrKeys
	case p.Merged:
		f.merged++
		return nil
	case !slices.ContainsFunc(p.Parties, Party.known):
		f.unknown++
		return nil
	}
	f.rows = append(f.rows, row{
		serial: p.Serial, county: f.word(p.County), committee: f.word(p.Committee), sort: f.word(p.Sort),
		first: uint32(len(f.arena)), n: uint8(len(p.Parties)), firstMatter: uint32(len(f.matters)), matters: uint8(len(p.Matter)),
		accepted: p.Accepted, street: p.Street, more: p.More,
	})
	for _, x := range p.Parties {
		f.arena = append(f.arena, member{Party: x})
	}
	for _, t := range p.Matter {
		f.matters = append(f.matters, uint32(t>>32))
	}
	return nil
}

// known reports whether something of a party can be compared.
func (p Party) known() bool { return p.ID != 0 || p.Credit != 0 || p.Name != 0 || p.Phone != 0 }

func (f *finder) word(s string) uint32 {
	n, ok := f.words[s]
	if !ok {
		n = uint32(len(f.list))
		f.words[s] = n
		f.list = append(f.list, s)
	}
	return n
}

func (f *finder) entry(r *row) Entry {
	return Entry{County: f.list[r.county], Committee: f.list[r.committee], Serial: r.serial, Accepted: r.accepted}
}

// arrange puts the rows in the order of acceptance, so that it does not matter how they came. Of an entry that came twice, as when
// prints are read that were given out, one stays.
func (f *finder) arrange() {
	slices.SortFunc(f.rows, func(a, b row) int {
		return cmp.Or(f.entry(&a).compare(f.entry(&b)), slices.CompareFunc(f.parties(&b), f.parties(&a), func(x, y member) int { return x.compare(y.Party) }),
			slices.Compare(f.matter(&b), f.matter(&a)), cmp.Compare(f.list[a.sort], f.list[b.sort]), cmp.Compare(a.street, b.street))
	})
	n := len(f.rows)
	f.rows = slices.CompactFunc(f.rows, func(a, b row) bool { return f.entry(&a) == f.entry(&b) })
	f.twice = n - len(f.rows)
}

func (f *finder) result() *Result {
	pairs := f.keep.all()
	out := &Result{
		Findings: make([]Finding, 0, len(pairs)), Compared: len(f.rows), Merged: f.merged, Twice: f.twice, Unknown: f.unknown, Cut: f.cut, Dropped: f.keep.dropped,
	}
	for _, p := range pairs {
		out.Findings = append(out.Findings, Finding{
			Level: p.level, A: f.entry(&f.rows[p.a]), B: f.entry(&f.rows[p.b]), Common: int(p.common), Agree: p.agree.list(),
		})
	}
	return out
}
