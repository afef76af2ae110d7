package rubrics_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/casefile"
	"github.com/fazhi-go/fazhi/enforcement/casefile/casefiletest"
	"github.com/fazhi-go/fazhi/enforcement/rubrics"
	"github.com/fazhi-go/fazhi/rules"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// The numbers of the source, writ by writ and item by item; number 0 is what the source says of the whole.
func TestNationalNumbers(t *testing.T) {
	text, err := os.ReadFile("testdata/mee-2024.csv")
	require.NoError(t, err)
	rows := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		table, row, _ := strings.Cut(line, ",")
		rows[table] = append(rows[table], row)
	}
	require.Len(t, rows["veto"], 25)
	require.Len(t, rows["basic"], 16)
	for _, i := range rubrics.List() {
		if i.Status != rubrics.Adapted {
			continue
		}
		r := load(t, i.Name)
		own := rows[string(i.Name)]
		want := append([]string{own[0]}, rows["veto"]...)
		want = append(append(want, own[1:]...), rows["basic"]...)
		require.Equal(t, want, numbers(r), i.Name)
	}
}

// numbers writes a rubric as the file of numbers does.
func numbers(r rubric.Rubric) []string {
	list := []string{fmt.Sprintf(",0,%s", r.Total)}
	for _, g := range r.Groups {
		if whole := g.Points + g.Cap; whole > 0 {
			list = append(list, fmt.Sprintf("%s,0,%s", g.Name, whole))
		}
		n := 0
		for _, i := range r.Items {
			if i.Group != g.Name || isAddition(i.ID) {
				continue
			}
			n++
			list = append(list, fmt.Sprintf("%s,%d,%s", g.Name, n, i.Points))
		}
	}
	return list
}

// isAddition reports whether an item is this project's: a veto of the source where dates and facts cannot decide it.
func isAddition(item string) bool { return strings.HasSuffix(item, "补") }

// ordinary marks the table of ordinary penalties as the example of the source does: nothing to hear, to urge or to enforce,
// 75.5 of 81 points earned, 3 points of basic elements lost.
func ordinary(r rubric.Rubric) []rubric.Mark {
	kept := map[string]rubric.Points{"检查.4": 1_50, "决定.1": 1_00, "报告.4": 1_00, "要素.1": 1_50, "笔录.4": 0}
	absent := map[string]bool{"行政处罚听证通知书": true, "听证笔录": true, "督促履行义务催告书": true, "强制执行申请书": true}
	marks := make([]rubric.Mark, len(r.Items))
	for n := range r.Items {
		i := &r.Items[n]
		marks[n] = rubric.Mark{Item: i.ID, Verdict: rubric.Met, Points: i.Points}
		if absent[i.Group] {
			marks[n].Verdict, marks[n].Points = rubric.NotApplicable, 0
		} else if points, less := kept[i.ID]; less {
			marks[n].Verdict, marks[n].Points = rubric.NotMet, points
		}
	}
	return marks
}

func outcome(t *testing.T, r rubric.Rubric, marks []rubric.Mark) rubric.Outcome {
	t.Helper()
	result, issues := rubric.Sum(r, marks)
	require.Empty(t, issues)
	return rubric.NewFormula(r).Outcome(result.Marks)
}

func TestNationalExample(t *testing.T) {
	r := load(t, rubrics.MEEPenalty)
	marks := ordinary(r)
	o := outcome(t, r, marks)
	require.Equal(t, "93.60", o.Score.String())
	require.Equal(t, "优秀", o.Grade)
	require.Equal(t, [3]rubric.Points{75_50, 81_00, 3_00}, [3]rubric.Points{o.Got, o.Of, o.Taken})

	for n := range marks { // what does not apply wrongly counts as missing
		if marks[n].Verdict == rubric.NotApplicable {
			marks[n].Verdict = rubric.NotMet
		}
	}
	o = outcome(t, r, marks)
	require.Equal(t, "84.75", o.Score.String())
	require.Equal(t, "良好", o.Grade)
	require.Equal(t, 100_00, int(o.Of))
}

func TestAnyVetoIsZero(t *testing.T) {
	for _, i := range rubrics.List() {
		r := load(t, i.Name)
		vetoes := 0
		for n := range r.Items {
			if i.Status != rubrics.Adapted || !r.Items[n].Veto {
				continue
			}
			if !isAddition(r.Items[n].ID) {
				vetoes++
			}
			marks := allMet(r)
			marks[n].Verdict = rubric.NotMet
			o := outcome(t, r, marks)
			require.Equal(t, rubric.ScoreOf(0), o.Score)
			require.Equal(t, "不合格", o.Grade)
		}
		if i.Status == rubrics.Adapted {
			require.Equal(t, 25, vetoes)
		}
	}
}

func allMet(r rubric.Rubric) []rubric.Mark {
	marks := make([]rubric.Mark, len(r.Items))
	for n, i := range r.Items {
		marks[n] = rubric.Mark{Item: i.ID, Verdict: rubric.Met, Points: i.Points}
	}
	return marks
}

// A file without any fault has all points; the bonus of the transfer tables is above them.
func TestFaultlessFile(t *testing.T) {
	want := map[rubrics.Name]string{rubrics.MEEDetention: "107.50", rubrics.MEECrime: "107.50"}
	for _, i := range rubrics.List() {
		r := load(t, i.Name)
		o := outcome(t, r, allMet(r))
		if want[i.Name] == "" {
			want[i.Name] = "100.00"
		}
		require.Equal(t, want[i.Name], o.Score.String(), i.Name)
		require.Equal(t, r.Total, o.Of)
		require.Equal(t, "优秀", o.Grade)
	}
}

// A report without the mark of accreditation is worth nothing, whatever else it has, nor is evidence without any document; with
// some documents, only those that are missing cost points.
func TestKeyItem(t *testing.T) {
	for _, i := range rubrics.List() {
		r := load(t, i.Name)
		var keys []string
		for n := range r.Items {
			if !r.Items[n].Key {
				continue
			}
			keys = append(keys, r.Items[n].ID)
			marks := allMet(r)
			marks[n].Verdict, marks[n].Points = rubric.NotMet, 0
			g := groupOf(t, r, r.Items[n].Group)
			require.Equal(t, r.Total-g.Points, outcome(t, r, marks).Got)
			if !r.Items[n].Whole {
				marks[n].Points = 1_00
				require.Equal(t, r.Total-r.Items[n].Points+1_00, outcome(t, r, marks).Got)
			}
		}
		if i.Status == rubrics.Adapted {
			require.Subset(t, []string{"监测.2", "证据.1"}, keys)
			require.Contains(t, keys, "证据.1", i.Name)
		}
	}
}

func groupOf(t *testing.T, r rubric.Rubric, name string) rubric.Group {
	t.Helper()
	for _, g := range r.Groups {
		if g.Name == name {
			return g
		}
	}
	require.Fail(t, "no such group", name)
	return rubric.Group{}
}

// What dates and documents decide: nothing heard, urged or enforced leaves 81 of 100 points, and a writ that is not there
// leaves all its items unmet.
func TestNationalTableOnAFile(t *testing.T) {
	f := casefiletest.Correct(casefile.Penalty)
	for _, e := range []casefile.Event{casefile.HearingRequested, casefile.HearingNoticed, casefile.Heard} {
		f.Dates[e] = fazhi.Date{}
	}
	for _, d := range []string{"行政处罚听证通知书", "听证笔录", "立案审批表"} {
		drop(f, d)
	}
	f.Documents = append(f.Documents, casefile.Document{Name: "检测报告"})
	var e casefile.Examined
	require.NoError(t, examiner(t).Examine(f, &e))
	s, issues := rules.CompileRubric(vocabulary(t), load(t, rubrics.MEEPenalty))
	require.Empty(t, issues)
	result := s.Score(&e)
	require.Equal(t, rubric.Whole(81), result.Of)
	require.False(t, result.Vetoed)
	require.Equal(t, []string{"立案.1", "立案.2", "立案.3"}, failed(result))
}

// Vetoes that dates and facts decide are asserted where the file shows them, and left to people where it is silent.
func TestNationalVetoesOnAFile(t *testing.T) {
	s, issues := rules.CompileRubric(vocabulary(t), load(t, rubrics.MEEPenalty))
	require.Empty(t, issues)
	seized := func(f *casefile.File, days int) {
		f.Dates[casefile.Seized], f.Dates[casefile.SeizureReleased] = f.Dates[casefile.Filed], f.Dates[casefile.Filed].AddDays(days)
	}
	for name, c := range map[string]struct {
		change func(*casefile.File)
		vetoed []string
		open   []string // of the vetoes that dates and facts may decide
	}{
		"nothing wrong":         {change: func(*casefile.File) {}},
		"one officer":           {func(f *casefile.File) { f.Officers, f.Qualified = new(1), new(1) }, []string{"否决.2"}, nil},
		"one not qualified":     {func(f *casefile.File) { f.Qualified = new(1) }, []string{"否决.2"}, nil},
		"officers not said":     {func(f *casefile.File) { f.Officers, f.Qualified = nil, nil }, nil, []string{"否决.2补"}},
		"one, and no more said": {func(f *casefile.File) { f.Officers, f.Qualified = new(1), nil }, []string{"否决.2"}, nil},
		"two, and no more said": {func(f *casefile.File) { f.Qualified = nil }, nil, []string{"否决.2补"}},
		"reviewed too late":     {func(f *casefile.File) { f.Dates[casefile.LegalReviewed] = f.Dates[casefile.Decided].AddDays(1) }, []string{"否决.19"}, nil},
		"day of review missing": {func(f *casefile.File) { f.Dates[casefile.LegalReviewed] = fazhi.Date{} }, nil, []string{"否决.19补"}},
		"review due or not": {func(f *casefile.File) {
			f.Facts[casefile.ReviewDue], f.Dates[casefile.LegalReviewed] = casefile.Unknown, fazhi.Date{}
		}, nil, []string{"否决.19补"}},
		"no record of talk":   {func(f *casefile.File) { drop(f, "集体讨论记录") }, []string{"否决.17"}, nil},
		"no day of talk":      {func(f *casefile.File) { f.Dates[casefile.Discussed] = fazhi.Date{} }, nil, []string{"否决.17补"}},
		"neither day nor one": {func(f *casefile.File) { f.Dates[casefile.Discussed] = fazhi.Date{}; drop(f, "集体讨论记录") }, []string{"否决.17"}, nil},
		"no talk was due":     {func(f *casefile.File) { f.Facts[casefile.DiscussionDue] = casefile.No }, nil, nil},
		"no review":           {func(f *casefile.File) { drop(f, "法制审核意见书") }, []string{"否决.19"}, nil},
		"found too late":      {func(f *casefile.File) { f.Dates[casefile.ActEnded] = f.Dates[casefile.ActEnded].AddDays(-1) }, []string{"否决.20"}, nil},
		"found while it went": {func(f *casefile.File) { f.Dates[casefile.ActEnded] = f.Dates[casefile.Found].AddDays(9) }, nil, nil},
		"end of act not said": {func(f *casefile.File) { f.Dates[casefile.ActEnded] = fazhi.Date{} }, nil, []string{"否决.20补"}},
		"seized in time":      {func(f *casefile.File) { seized(f, 30) }, nil, nil},
		"seized too long":     {func(f *casefile.File) { seized(f, 60) }, []string{"否决.25"}, nil},
		"seized and closed": {func(f *casefile.File) {
			seized(f, 0)
			f.Dates[casefile.SeizureReleased] = fazhi.Date{}
		}, []string{"否决.25"}, nil},
		"seized and not closed": {func(f *casefile.File) {
			seized(f, 0)
			f.Dates[casefile.SeizureReleased], f.Dates[casefile.Closed], f.Dates[casefile.Archived] = fazhi.Date{}, fazhi.Date{}, fazhi.Date{}
		}, nil, []string{"否决.25补"}},
	} {
		f := casefiletest.Correct(casefile.Penalty)
		c.change(f)
		vetoed, open := vetoes(t, s, f)
		require.Equal(t, c.vetoed, vetoed, name)
		require.Equal(t, c.open, open, name)
	}
}

// A file of coercion is judged by the law of coercion.
func TestNationalVetoesOnASeizure(t *testing.T) {
	s, issues := rules.CompileRubric(vocabulary(t), load(t, rubrics.MEESeizure))
	require.Empty(t, issues)
	for name, c := range map[string]struct {
		officers, qualified *int
		vetoed, open        []string
	}{
		"two":          {new(2), new(2), nil, nil},
		"one":          {new(1), new(1), []string{"否决.2"}, nil},
		"not all":      {new(2), new(1), []string{"否决.2"}, nil},
		"not said":     {nil, nil, nil, []string{"否决.2补"}},
		"one at least": {new(1), nil, []string{"否决.2"}, nil},
	} {
		f := casefiletest.Correct(casefile.Coercion)
		f.Officers, f.Qualified = c.officers, c.qualified
		vetoed, open := vetoes(t, s, f)
		require.Equal(t, c.vetoed, vetoed, name)
		require.Equal(t, c.open, open, name)
	}
}

// vetoes returns those that are asserted and, of those that dates and facts may decide, those that are left to people.
func vetoes(t *testing.T, s *rules.Scorer[*casefile.Examined], f *casefile.File) (asserted, open []string) {
	t.Helper()
	var e casefile.Examined
	require.NoError(t, examiner(t).Examine(f, &e))
	for _, m := range s.Score(&e).Marks {
		switch {
		case !strings.HasPrefix(m.Item, "否决"):
		case m.Verdict == rubric.NotMet:
			asserted = append(asserted, m.Item)
		case m.Verdict == rubric.NotJudged && isAddition(m.Item):
			open = append(open, m.Item)
		}
	}
	return asserted, open
}

func drop(f *casefile.File, document string) {
	f.Documents = slices.DeleteFunc(f.Documents, func(d casefile.Document) bool { return d.Name == document })
}
