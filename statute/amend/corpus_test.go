package amend_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/internal/han"
	"github.com/fazhi-go/fazhi/statute"
	"github.com/fazhi-go/fazhi/statute/amend"
	"github.com/fazhi-go/fazhi/statute/diff"
)

// corpus calls visit with every text of the corpus.
func corpus(t *testing.T, visit func(name, text string)) {
	root := os.Getenv("FAZHI_CORPUS")
	if root == "" {
		t.Skip("not run: FAZHI_CORPUS is not set")
	}
	err := filepath.WalkDir(filepath.Join(root, "laws"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		visit(filepath.Base(path), string(raw))
		return err
	})
	require.NoError(t, err)
}

// text returns the text of the corpus with the name.
func text(t *testing.T, name string) *statute.Text {
	var found *statute.Text
	corpus(t, func(file, raw string) {
		if file == name {
			found, _ = statute.Parse(file, raw)
		}
	})
	require.NotNil(t, found, name)
	return found
}

const patents = "最高人民法院关于审理专利纠纷案件适用法律问题的若干规定(2015-01-29).md"

// Every amending decision of the corpus, and how many of its sentences are not read.
func TestCorpusDecisions(t *testing.T) {
	for name, unread := range map[string]int{
		"刑法修正案（十）.md": 0, "宪法修正案（1999年）.md": 0, "宪法修正案（2018年）.md": 1, patents: 0,
	} {
		ops, issues := amend.Parse(text(t, name))
		require.Len(t, issues, unread, name)
		t.Logf("%s: %d operations, %d sentences not read", name, len(ops), unread)
	}
}

// No other text of the corpus has sentences that are taken for amendments by mistake.
func TestCorpusOthers(t *testing.T) {
	seen, unread := 0, 0
	corpus(t, func(file, raw string) {
		if strings.Contains(file, "修正案") || file == patents {
			return
		}
		parsed, _ := statute.Parse(file, raw)
		seen++
		ops, _ := amend.Parse(parsed)
		for _, op := range ops {
			require.Equal(t, amend.Unread, op.Kind, "%s: %s", file, op.At)
			unread++
		}
	})
	t.Logf("%d texts, %d sentences that might amend", seen, unread)
}

// The corpus has a decision with the amended text behind it. To apply what replaces whole places once more changes nothing.
func TestCorpusPublishedAgain(t *testing.T) {
	decision := text(t, patents)
	_, again, ok := strings.Cut(decision.Format(), "重新公布。\n")
	require.True(t, ok)
	later, _ := statute.Parse("", again)
	all, _ := amend.Parse(decision)
	var ops []amend.Operation
	for _, op := range all {
		op.Doc = "" // the title stands in three lines
		if op.Kind == amend.Replace && op.At.Article.N != 20 {
			ops = append(ops, op)
		}
	}
	require.Len(t, ops, 9)
	applied, failed := amend.Apply(later, ops)
	require.Empty(t, failed)
	r := diff.Compare(later, applied)
	require.Zero(t, r.Count(diff.Change), "%v", r)
}

// A decision made of the difference of two versions gives the later articles.
func TestCorpusVersions(t *testing.T) {
	for _, pair := range [][2]string{
		{"发票管理办法(2019-03-02).md", "发票管理办法(2023-07-20).md"},
		{"国务院关于经营者集中申报标准的规定(2018-09-18).md", "国务院关于经营者集中申报标准的规定(2024-01-22).md"},
		{"最高人民法院关于审理非法集资刑事案件具体应用法律若干问题的解释(2010-12-13).md", "最高人民法院关于审理非法集资刑事案件具体应用法律若干问题的解释(2022-02-23).md"},
	} {
		old, new := text(t, pair[0]), text(t, pair[1])
		ops, issues := amend.Parse(draft(old, new))
		require.Empty(t, issues, pair[0])
		applied, failed := amend.Apply(old, ops)
		require.Empty(t, failed, pair[0])
		require.Equal(t, articles(new), articles(applied), pair[0])
		t.Logf("%s: %d operations", pair[0], len(ops))
	}
}

// articles returns what articles say, without blanks.
func articles(text *statute.Text) []string {
	var list []string
	for n := range text.All() {
		if n.Kind == statute.Article {
			list = append(list, strings.Join(strings.Fields(n.String()), "\n"))
		}
	}
	return list
}

// draft writes the decision that makes one text of another.
func draft(old, new *statute.Text) *statute.Text {
	changed := map[*statute.Node]bool{}
	r := diff.Compare(old, new)
	for e := range r.Changes() {
		if n := e.New; n != nil && n.Kind != statute.Article && e.Kind != diff.Move {
			changed[n.Up(statute.Article)] = true
		}
		if n := e.Old; n != nil && e.New == nil && n.Kind != statute.Article {
			for _, x := range r.Entries {
				if x.Old == n.Up(statute.Article) && x.Old != nil && x.New != nil {
					changed[x.New] = true
				}
			}
		}
	}
	var b strings.Builder
	b.WriteString("决定\n")
	number := 0
	say := func(format string, args ...any) {
		number++
		b.WriteString("\n" + han.Numeral(number) + "、" + fmt.Sprintf(format, args...) + "\n")
	}
	for _, e := range r.Entries {
		switch {
		case e.Old != nil && e.Old.Kind != statute.Article || e.New != nil && e.New.Kind != statute.Article:
		case e.Old == nil:
			chapter := ""
			if c := e.New.Up(statute.Chapter); c != nil {
				chapter = "在" + c.Label
			}
			say("%s增加一条，作为%s：“%s”", chapter, e.New.Label, quoted(e.New))
		case e.New == nil:
			say("删去%s。", e.Old.Label)
		case changed[e.New] && e.Old.Num != e.New.Num:
			say("将%s改为%s，修改为：“%s”", e.Old.Label, e.New.Label, quoted(e.New))
		case changed[e.New]:
			say("将%s修改为：“%s”", e.Old.Label, quoted(e.New))
		case e.Kind.Has(diff.Move):
			say("将%s改为%s。", e.Old.Label, e.New.Label)
		}
	}
	say("对条文顺序作相应调整。")
	decision, _ := statute.Parse("决定.txt", b.String())
	return decision
}

// quoted returns an article as a decision quotes it.
func quoted(n *statute.Node) string {
	lines := strings.FieldsFunc(n.String(), func(r rune) bool { return r == '\n' })
	return strings.TrimLeft(strings.Join(lines, "\n“"), "*# ")
}
