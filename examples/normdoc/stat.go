package main

import (
	"context"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/statute"
)

// A count says what is in one file.
type count struct {
	File           string  `json:"file"`
	Articles       int     `json:"articles"`       // 条 of its own
	QuotedArticles int     `json:"quotedArticles"` // 条 that it quotes
	Chapters       int     `json:"chapters"`
	Sections       int     `json:"sections"`
	Books          int     `json:"books"`
	Items          int     `json:"items"` // 项 in brackets, quoted or not
	Citations      int     `json:"citations"`
	Gaps           int     `json:"gaps"`
	Issues         int     `json:"issues"`
	Bytes          int     `json:"bytes"`
	MS             float64 `json:"ms"`
}

// A counting is the answer of stat.
type counting struct {
	Files []count `json:"files"`
	cli.Outcome
}

func (c *counting) Prepare() {
	if c.Files == nil {
		c.Files = []count{}
	}
}

// text is one line of JSON a file.
func (c *counting) String() string {
	var b strings.Builder
	for _, f := range c.Files {
		_ = cli.WriteJSON(&b, f) // a Builder takes everything
	}
	return b.String()
}

func (s *session) stat(ctx context.Context, args []string, out *counting) error {
	return s.each(ctx, args, func(src *source) error {
		out.Files = append(out.Files, s.count(src))
		return nil
	})
}

// count parses, checks and counts one text.
func (s *session) count(src *source) count {
	began := s.Now()
	t, issues := statute.Parse(src.name, src.text)
	issues = append(issues, t.CheckCites()...)
	took := s.Now().Sub(began)
	c := count{File: src.name, Issues: len(issues), Bytes: src.size, MS: milliseconds(took)}
	for range t.Cites {
		c.Citations++
	}
	var own numbers
	for n := range t.All() {
		c.node(n, &own)
	}
	c.Gaps = own.gaps()
	return c
}

// milliseconds has three decimals.
func milliseconds(d time.Duration) float64 {
	return math.Round(float64(d)/float64(time.Microsecond)) / 1000
}

// node counts one node.
func (c *count) node(n *statute.Node, own *numbers) {
	switch n.Kind {
	case statute.Item:
		c.Items++
		return
	case statute.Annex:
		own.begin()
		return
	case statute.Part, statute.Chapter, statute.Section, statute.Article:
	default:
		return
	}
	quoted := n.Quoted()
	switch {
	case quoted && n.Kind == statute.Article:
		c.QuotedArticles++
	case quoted:
	case n.Kind == statute.Part:
		c.Books++
	case n.Kind == statute.Chapter:
		c.Chapters++
	case n.Kind == statute.Section:
		c.Sections++
	default:
		c.Articles++
		own.add(n.Num)
	}
}

// numbers are those of the articles of a text, in their order: one list for each time that they begin anew.
type numbers struct {
	lists [][]statute.Num
}

func (n *numbers) begin() { n.lists = append(n.lists, nil) }

// add takes the next number. 第一条 begins anew when it has been before.
func (n *numbers) add(num statute.Num) {
	first := statute.Num{N: 1}
	if len(n.lists) == 0 || num == first && slices.Contains(n.lists[len(n.lists)-1], first) {
		n.begin()
	}
	last := &n.lists[len(n.lists)-1]
	*last = append(*last, num)
}

// gaps is how many numbers are missing between the least and the greatest of each list, those with 之 among them.
func (n *numbers) gaps() int {
	missing := 0
	for _, list := range n.lists {
		slices.SortFunc(list, statute.Num.Compare)
		for i, num := range list[min(1, len(list)):] {
			missing += between(list[i], num)
		}
	}
	return missing
}

// between is how many numbers are missing between two that are in order.
func between(a, b statute.Num) int {
	if a.N == b.N {
		return max(0, b.Sub-a.Sub-1)
	}
	return b.N - a.N - 1 + b.Sub // the number itself and those before it, where only one with 之 is there
}
