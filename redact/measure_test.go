package redact_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/outline"
	"github.com/fazhi-go/fazhi/reconsideration/documents"
	"github.com/fazhi-go/fazhi/redact"
)

var update = flag.Bool("update", false, "write golden files")

// A score counts marks that were masked whole, marks of which a letter or digit was left, and masks of what is not marked, by kind.
type score struct{ hits, misses, excess int }

// kinds of marks, in the order of the table.
func kinds() []redact.Kind {
	return []redact.Kind{redact.Name, redact.ID, redact.Phone, redact.Card, redact.Address, redact.Email, redact.Plate, redact.Passport,
		redact.Account, redact.Certificate}
}

// measure masks a decision and adds to the scores; it tells of what went wrong.
func measure(r *redact.Redactor, d marked, scores map[redact.Kind]score, tell func(kind redact.Kind, what, text string)) {
	_, report := r.Text(d.text)
	text := []rune(d.text)
	covered := make([]bool, len(text))
	for _, p := range report.Places {
		for i := p.Start; i < p.Start+p.Length; i++ {
			covered[i] = true
		}
	}
	wanted := make([]bool, len(covered))
	for _, m := range d.marks {
		s := scores[m.kind]
		whole := true
		for i := m.start; i < m.end; i++ {
			wanted[i] = true
			whole = whole && (covered[i] || !unicode.IsLetter(text[i]) && !unicode.IsDigit(text[i]))
		}
		if whole {
			s.hits++
		} else {
			s.misses++
			tell(m.kind, "miss", around(d.text, m.start, m.end))
		}
		scores[m.kind] = s
	}
	for _, p := range report.Places {
		for i := p.Start; i < p.Start+p.Length; i++ {
			if !wanted[i] {
				s := scores[p.Kind]
				s.excess++
				scores[p.Kind] = s
				tell(p.Kind, "false", around(d.text, p.Start, p.Start+p.Length))
				break
			}
		}
	}
}

func around(text string, start, end int) string {
	r := []rune(text)
	return strings.ReplaceAll(string(r[max(start-8, 0):start])+"【"+string(r[start:end])+"】"+string(r[end:min(end+8, len(r))]), "\n", "↵")
}

// TestScores pins what masking does to the decisions: testdata/scores.txt has a table for names found by their labels alone, and
// one with the names that the case system knows and a list of what stays. -update writes it.
func TestScores(t *testing.T) {
	var b strings.Builder
	for _, mode := range []struct {
		name   string
		listed bool
	}{{"没有名单，只按标签找姓名", false}, {"有姓名名单和保留名单", true}} {
		for _, tuned := range []bool{true, false} {
			scores, trouble := map[redact.Kind]score{}, []string(nil)
			for _, d := range decisions(t) {
				if d.tuned == tuned {
					r := redactorOf(t, d, mode.listed)
					measure(r, d, scores, func(k redact.Kind, what, text string) {
						trouble = append(trouble, fmt.Sprintf("%s %s %s：%s", d.name, k, what, text))
					})
				}
			}
			fmt.Fprintf(&b, "== %s；%s\n%s%s", mode.name, map[bool]string{true: "调试用过的17份", false: "调试没有用过的13份"}[tuned], table(scores), lines(trouble))
		}
	}
	golden(t, "scores.txt", b.String())
}

func redactorOf(t testing.TB, d marked, listed bool) *redact.Redactor {
	t.Helper()
	o := redact.Options{Context: true}
	if listed {
		o.Names, o.Keep = people(d), d.keep
	}
	r, err := redact.New(o)
	require.NoError(t, err)
	return r
}

// table writes the scores with precision (right masks of all masks) and recall (masked marks of all marks).
func table(scores map[redact.Kind]score) string {
	var b strings.Builder
	var all score
	row := func(name string, s score) {
		fmt.Fprintf(&b, "%s：应隐去 %d，隐去 %d，遗漏 %d，误隐 %d，准确率 %s，召回率 %s\n",
			name, s.hits+s.misses, s.hits, s.misses, s.excess, percent(s.hits, s.hits+s.excess), percent(s.hits, s.hits+s.misses))
	}
	for _, k := range kinds() {
		s := scores[k]
		row(k.String(), s)
		all = score{all.hits + s.hits, all.misses + s.misses, all.excess + s.excess}
	}
	row("合计", all)
	return b.String()
}

func percent(part, whole int) string {
	if whole == 0 {
		return "—"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(part)/float64(whole))
}

func lines(all []string) string {
	var b strings.Builder
	for _, s := range all {
		b.WriteString(s + "\n")
	}
	return b.String()
}

// golden compares with a file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// Masking a masked decision changes nothing.
func TestDecisionsTwice(t *testing.T) {
	for _, d := range decisions(t) {
		for _, listed := range []bool{false, true} {
			r := redactorOf(t, d, listed)
			once, _ := r.Text(d.text)
			again, report := r.Text(once)
			require.Equal(t, once, again, d.name)
			require.Empty(t, report.Places)
		}
	}
}

// The receipt of delivery names its people in the cells of a table.
func TestReceiptOfDelivery(t *testing.T) {
	doc, ok := documents.ByKey("delivery")
	require.True(t, ok)
	letter, err := form.New(doc.Spec)
	require.NoError(t, err)
	d, issues, err := letter.Fill(form.Values{
		"送达机关": "甲州市乙城区司法局", "填发日期": "2024-07-02", "送达文书": []form.Values{{"文书": "行政复议决定书", "份数": "1"}},
		"受送达人": "欧阳测试", "送达方式": "直接送达", "送达地点": "甲州市乙城区中山路12号", "代收人": "李测远", "代收关系": "同住成年家属",
	})
	require.NoError(t, err)
	require.NoError(t, issues.Err())
	r, err := redact.New(redact.Options{Context: true})
	require.NoError(t, err)
	public, report, err := r.Document(d)
	require.NoError(t, err)
	text := outline.Of(public)
	require.Contains(t, text, "| 受送达人 | 欧阳某 |")
	require.Contains(t, text, "| 送达地点 | 甲州市乙城区×××× |")
	require.NotContains(t, text, "李测远")
	require.Equal(t, 2, report.Count(redact.Name))
}

// without returns a decision with all its marks masked but one.
func (m marked) without(left int) string {
	var b strings.Builder
	runes, at := []rune(m.text), 0
	for i, k := range m.marks {
		b.WriteString(string(runes[at:k.start]))
		at = k.end
		switch {
		case i == left:
			at = k.start
		case k.kind == redact.Name:
			b.WriteString("张某")
		default:
			b.WriteString("××××")
		}
	}
	b.WriteString(string(runes[at:]))
	return b.String()
}

// What masking may miss, the check must not: each identity number, telephone, account and plate of the decisions, left alone where
// everything else is masked, is one more issue than there was without it.
func TestCheckFindsEveryPlantedNumber(t *testing.T) {
	r, err := redact.New(redact.Options{})
	require.NoError(t, err)
	found, planted, before := map[redact.Kind]int{}, map[redact.Kind]int{}, 0
	for _, d := range decisions(t) {
		quiet := len(r.CheckText(d.without(-1)))
		before += quiet
		for i, m := range d.marks {
			planted[m.kind]++
			if len(r.CheckText(d.without(i))) > quiet {
				found[m.kind]++
			} else if m.kind != redact.Name && m.kind != redact.Address {
				t.Errorf("%s: %s not found: %s", d.name, m.kind, around(d.text, m.start, m.end))
			}
		}
	}
	var b strings.Builder
	for _, k := range kinds() {
		fmt.Fprintf(&b, "%s：留下 %d 处，检查发现 %d 处\n", k, planted[k], found[k])
	}
	fmt.Fprintf(&b, "全部隐去以后，30份中另有 %d 处提示由人核对\n", before)
	golden(t, "check.txt", b.String())
}

// people are the names of a decision, as a case system knows them.
func people(d marked) []fazhi.PersonName {
	var out []fazhi.PersonName
	for _, m := range d.marks {
		if m.kind == redact.Name {
			out = append(out, fazhi.PersonName(d.value(m)))
		}
	}
	return out
}
