package doubles

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/strict"
	"github.com/fazhi-go/fazhi/mediation"
)

const (
	mostParties = 64      // of one dispute, that are compared
	mostLine    = 1 << 16 // bytes of a print
	mostName    = 200     // bytes of a number, a committee, a sort
)

// ErrPrint says, wrapped, that something is no print.
var ErrPrint = errors.New("doubles: 不是纠纷摘要")

// An Entry names a dispute as the ledger has it, without names of persons.
type Entry struct {
	County    string     `json:"county,omitempty"`
	Committee string     `json:"committee"`
	Serial    string     `json:"serial"`
	Accepted  fazhi.Date `json:"accepted,omitzero"`
}

// EntryOf is that of a case.
func EntryOf(c *mediation.Case) Entry {
	return Entry{County: c.County, Committee: c.Committee, Serial: c.Serial, Accepted: c.Accepted}
}

// compare puts entries in the order of acceptance; one without a day comes last.
func (e Entry) compare(o Entry) int {
	return cmp.Or(cmp.Compare(order(e.Accepted.IsZero()), order(o.Accepted.IsZero())), e.Accepted.Compare(o.Accepted), e.id().compare(o.id()))
}

func order(last bool) int {
	if last {
		return 1
	}
	return 0
}

// An identity is an entry without its day, which may be corrected.
type identity struct{ county, committee, serial string }

func (e Entry) id() identity { return identity{e.County, e.Committee, e.Serial} }

func (i identity) compare(o identity) int {
	return cmp.Or(cmp.Compare(i.county, o.county), cmp.Compare(i.committee, o.committee), cmp.Compare(i.serial, o.serial))
}

// A Print is what is left of a dispute for comparing: its entry, its sort, and digests. A zero Tag agrees with nothing.
type Print struct {
	Key Tag `json:"key"` // names the key
	Entry
	Sort    string  `json:"sort,omitempty"`
	Merged  bool    `json:"merged,omitempty"` // 并入编号 is given already; such a print is not compared
	Street  Tag     `json:"street,omitempty"`
	Matter  []Tag   `json:"matter,omitempty"` // the smallest of its pairs of characters, at most 16, in order
	Parties []Party `json:"parties"`          // at most 64, in order of their digests, so that their place tells nothing
	More    bool    `json:"more,omitempty"`   // there are more
}

// A Party is one side in digests.
type Party struct {
	ID      Tag `json:"id,omitempty"`     // 公民身份号码
	Credit  Tag `json:"credit,omitempty"` // 统一社会信用代码
	Name    Tag `json:"name,omitempty"`
	Phone   Tag `json:"phone,omitempty"`
	Address Tag `json:"address,omitempty"`
}

func (p Party) compare(q Party) int {
	return cmp.Or(cmp.Compare(p.ID, q.ID), cmp.Compare(p.Credit, q.Credit), cmp.Compare(p.Name, q.Name),
		cmp.Compare(p.Phone, q.Phone), cmp.Compare(p.Address, q.Address))
}

// fault says in Chinese what is wrong with a print; "" if nothing is.
func (p *Print) fault() string {
	for _, s := range []string{p.County, p.Committee, p.Serial, p.Sort} {
		if len(s) > mostName || !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl) {
			return "编号、调解委员会或者纠纷类型不能使用"
		}
	}
	switch {
	case p.Serial == "":
		return "没有编号"
	case len(p.Parties) > mostParties || !slices.IsSortedFunc(p.Parties, Party.compare):
		return "当事人太多，或者没有排序"
	case len(p.Matter) > mostPairs || !increasing(p.Matter):
		return "纠纷事由的摘要太多，或者没有排序"
	}
	return ""
}

func increasing(tags []Tag) bool {
	for i, t := range tags {
		if t == 0 || i > 0 && t <= tags[i-1] {
			return false
		}
	}
	return true
}

// Write writes prints as lines of JSON. The error is that of the prints, ErrPrint or the writer's.
func Write(w io.Writer, prints iter.Seq2[Print, error]) error {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	for p, err := range prints {
		if err == nil {
			err = p.vet()
		}
		if err == nil {
			err = enc.Encode(&p)
		}
		if err != nil {
			return err
		}
	}
	return b.Flush()
}

func (p *Print) vet() error {
	if fault := p.fault(); fault != "" {
		return fmt.Errorf("%w：%s", ErrPrint, fault)
	}
	return nil
}

// Read reads what Write wrote, line by line, and nothing else. After the first error, ErrPrint or the reader's, it ends.
func Read(r io.Reader) iter.Seq2[Print, error] {
	return func(yield func(Print, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(make([]byte, 0, 4096), mostLine)
		for n := 1; lines.Scan(); n++ {
			p, err := readLine(lines.Bytes())
			if err != nil {
				err = fmt.Errorf("%w（第%d行）", err, n)
			}
			if !yield(p, err) || err != nil {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(Print{}, fmt.Errorf("%w：%w", ErrPrint, err))
		}
	}
}

func readLine(line []byte) (Print, error) {
	p, fault := strict.Read[Print](line)
	if fault != nil {
		return Print{}, fmt.Errorf("%w：%w", ErrPrint, fault)
	}
	if err := p.vet(); err != nil {
		return Print{}, err
	}
	return *p, nil
}
