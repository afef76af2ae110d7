package clause

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/internal/cue"
)

// Kind is the kind of texts of contracts. It is not that of the ledger, whose checks judge the ledger's fields.
const Kind fazhi.Kind = "contract-text"

// A Draft is the text of a contract with what the ledger knows of it; both may be empty. New makes one; the zero Draft is empty. It
// may be used by several goroutines.
//
// Paths of its issues are "/clauses/3" for the line that begins a clause, "/clauses/3/lines/1" for a later one, "/preamble/0",
// "/signature/0" and "/annexes/0" for lines outside the clauses.
type Draft struct {
	contract contract.Contract
	text     *Text
	sort     string
	units    []unit
	parents  []int   // of the clauses: the index of the one above, -1 for none
	starts   [][]int // of the clauses: the lines with which paragraphs begin
	lines    map[fazhi.Path]fazhi.Origin
	seen     *sightings
}

var _ fazhi.Located = (*Draft)(nil)

// New puts a text and its record together. A nil text is an empty one. When the record has no 合同类型, the title says which it is,
// if it does.
func New(c contract.Contract, text *Text) *Draft {
	if text == nil {
		text = &Text{}
	}
	d := &Draft{contract: c, text: text, seen: &sightings{}}
	d.sort = cmp.Or(c.Sort, sortOf(cmp.Or(text.Title, c.Name)))
	d.units, d.lines = unitsOf(text)
	d.parents, d.starts = parentsOf(text.Clauses), paragraphsOf(text, d.units)
	return d
}

func parentsOf(clauses []Clause) []int {
	parents := make([]int, len(clauses))
	last := map[int]int{} // by level
	for i, c := range clauses {
		parents[i] = -1
		if above, ok := last[c.Level-1]; ok {
			parents[i] = above
		}
		last[c.Level] = i
	}
	return parents
}

// Kind returns "contract-text".
func (*Draft) Kind() fazhi.Kind { return Kind }

// ID returns the contract's number, else the name of the file, else the title.
func (d *Draft) ID() string { return cmp.Or(d.contract.Serial, d.Text().File, d.Title(), "text") }

// Title returns the name that the ledger has, else the title of the text.
func (d *Draft) Title() string { return cmp.Or(d.contract.Name, d.Text().Title) }

// Text returns the text; it is not to be changed.
func (d *Draft) Text() *Text {
	if d.text == nil {
		return &Text{}
	}
	return d.text
}

// Sort returns the kind of contract (合同类型) by which the text is judged: that of the record, else that of the title, else empty.
func (d *Draft) Sort() string { return d.sort }

// LawOn returns the day whose law decides, as contract.Contract.LawOn.
func (d *Draft) LawOn(today fazhi.Date) fazhi.Date { return d.contract.LawOn(today) }

// Origin returns the place of a path in the file.
func (d *Draft) Origin(at fazhi.Path) (fazhi.Origin, bool) {
	if at == "" && d.Text().File != "" {
		return fazhi.Origin{File: d.text.File}, true
	}
	origin, ok := d.lines[at]
	return origin, ok
}

// titles say which kind of contract a title means; the first that it holds counts.
var titles = []struct {
	words []string
	sort  string
}{
	{[]string{"特许经营"}, "特许经营"},
	{[]string{"征收", "补偿安置", "搬迁补偿"}, "征收补偿"},
	{[]string{"土地使用权", "建设用地"}, "国有土地使用权"},
	{[]string{"收购储备", "土地收储"}, "收购储备"},
	{[]string{"采矿权", "探矿权", "海域使用", "林权"}, "自然资源"},
	{[]string{"招商", "投资合作", "投资协议", "入园", "项目投资"}, "招商引资"},
	{[]string{"资助", "补贴", "补助", "奖补"}, "资助补贴"},
	{[]string{"租赁", "承租"}, "租赁"},
	{[]string{"施工", "工程承包", "建设工程", "修缮"}, "工程"},
	{[]string{"技术", "软件", "系统开发"}, "技术"},
	{[]string{"借款", "贷款"}, "借款"},
	{[]string{"意向", "备忘录", "框架协议", "战略合作"}, "意向书"},
	{[]string{"委托", "代理"}, "委托"},
	{[]string{"采购", "买卖", "购销", "购买"}, "买卖"},
	{[]string{"服务", "物业", "顾问", "咨询", "运维"}, "服务"},
}

func sortOf(title string) string {
	for _, t := range titles {
		if slices.ContainsFunc(t.words, func(w string) bool { return strings.Contains(title, w) }) {
			return t.sort
		}
	}
	return ""
}

// draftJSON is how a draft is written: the lines of the text one by one, so that people can read them.
type draftJSON struct {
	Contract contract.Contract `json:"contract"`
	File     string            `json:"file,omitempty"`
	Text     []string          `json:"text"`
}

// MarshalJSON writes the record and the lines of the text.
func (d *Draft) MarshalJSON() ([]byte, error) {
	out := draftJSON{Contract: d.contract, File: d.Text().File, Text: []string{}}
	for _, l := range d.Text().raw {
		out.Text = append(out.Text, l.Text)
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON wrote. Lines are then counted as in a plain text.
func (d *Draft) UnmarshalJSON(data []byte) error {
	var in draftJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return fmt.Errorf("clause: %w", err)
	}
	text, _ := parse(in.File, strings.Join(in.Text, "\n"))
	*d = *New(in.Contract, text)
	return nil
}

// sightings are the words that were found in the sentences of a draft, and where its elements stand; they are kept because every
// rule asks for them.
type sightings struct {
	sync.Mutex
	of    *cue.Lexicon
	found [][]cue.Set
	all   cue.Set // in any sentence

	once  sync.Once
	where [][]fazhi.Path // of the elements
}

// sightings returns what words are in the sentences of the units, and in all of them together.
func (d *Draft) sightings(of *cue.Lexicon) ([][]cue.Set, cue.Set) {
	s := d.seen
	if s == nil {
		return nil, nil // the zero Draft has no units
	}
	s.Lock()
	defer s.Unlock()
	if s.of == of {
		return s.found, s.all
	}
	var all cue.Set
	found := make([][]cue.Set, len(d.units))
	for i, u := range d.units {
		for _, sentence := range u.sentences {
			has := of.Find(sentence.text)
			found[i], all = append(found[i], has), all.Or(has)
		}
	}
	s.of, s.found, s.all = of, found, all
	return found, all
}
