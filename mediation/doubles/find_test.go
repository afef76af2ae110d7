package doubles_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/doubles"
)

func digester(t testing.TB) *doubles.Digester {
	t.Helper()
	d, err := doubles.New(key)
	require.NoError(t, err)
	return d
}

func find(t *testing.T, o doubles.Options, all ...*dispute.Dispute) *doubles.Result {
	t.Helper()
	r, err := doubles.Find(prints(digester(t), slices.Values(all)), o)
	require.NoError(t, err)
	return r
}

var idOne, idTwo, idThree = string(person(1).ID), string(person(2).ID), string(person(3).ID)

// two are two disputes with parties, of one sort, ten days apart.
func two(a, b []dispute.Party) (x, y *dispute.Dispute) {
	make := func(serial string, day int, parties []dispute.Party) *dispute.Dispute {
		return &dispute.Dispute{
			Case:    mediation.Case{Serial: serial, Committee: "清源村调委会", Accepted: fazhi.DateOf(2024, 3, day), Sort: "邻里"},
			Parties: parties,
		}
	}
	return make("甲-1", 1, a), make("乙-1", 11, b)
}

func named(names ...string) (list []dispute.Party) {
	for _, n := range names {
		list = append(list, dispute.Party{Name: fazhi.PersonName(n)})
	}
	return list
}

func numbered(p []dispute.Party, ids ...string) []dispute.Party {
	for i, id := range ids {
		p[i].ID = fazhi.IDNumber(id)
	}
	return p
}

// phoned gives each the telephone number of its place.
func phoned(p []dispute.Party) []dispute.Party {
	for i := range p {
		p[i].Phone = fazhi.Phone(fmt.Sprintf("1390000010%d", i))
	}
	return p
}

func TestLevels(t *testing.T) {
	for _, x := range []struct {
		name   string
		a, b   []dispute.Party
		change func(a, b *dispute.Dispute)
		want   doubles.Level
	}{
		{"numbers of all", numbered(named("某甲", "某乙"), idOne, idTwo), numbered(named("某甲", "某乙"), idTwo, idOne), nil, doubles.Certain},
		{"full-width numbers and another spelling of the name", numbered(named("甄清源", "宓泉"), idOne, idTwo), numbered(named("甄 青源", "宓泉"), wide(idOne), idTwo), nil, doubles.Certain},
		{"numbers, another sort, near days", numbered(named("某甲", "某乙"), idOne, idTwo), numbered(named("某甲", "某乙"), idOne, idTwo),
			func(_, b *dispute.Dispute) { b.Sort = "合同" }, doubles.Likely},
		{"numbers, same sort, a year apart", numbered(named("某甲", "某乙"), idOne, idTwo), numbered(named("某甲", "某乙"), idOne, idTwo),
			func(_, b *dispute.Dispute) { b.Accepted = b.Accepted.AddDays(365) }, doubles.Possible},
		{"numbers, same matter, a year apart", numbered(named("某甲", "某乙"), idOne, idTwo), numbered(named("某甲", "某乙"), idOne, idTwo),
			func(a, b *dispute.Dispute) {
				a.Matter, b.Matter, b.Sort = "屋顶渗水损坏天花板", "屋顶渗水损坏了天花板的纠纷", "合同"
				b.Accepted = b.Accepted.AddDays(365)
			}, doubles.Certain},
		{"numbers, nothing else", numbered(named("某甲", "某乙"), idOne, idTwo), numbered(named("某甲", "某乙"), idOne, idTwo),
			func(_, b *dispute.Dispute) { b.Sort, b.Accepted = "合同", b.Accepted.AddDays(365) }, 0},
		{"names in another order, with blanks", named("甄清源", "宓泉"), named("宓　泉", " 甄清源 "), nil, doubles.Likely},
		{"names, another sort, near days", named("甄清源", "宓泉"), named("甄清源", "宓泉"), func(_, b *dispute.Dispute) { b.Sort = "合同" }, doubles.Possible},
		{"names with and without remarks", named("甄清源", "宓泉"), named("甄清源（户主）", "宓泉等3人"), nil, doubles.Likely},
		{"one with 某", named("甄清源", "宓泉"), named("甄清源", "宓某"), nil, doubles.Possible},
		{"only 某", named("张某", "李某"), named("张某", "李某"), nil, 0},
		{"only stars", named("张**", "李×"), named("张**", "李×"), nil, 0},
		{"same names, other people", numbered(named("甄清源", "宓泉"), idOne, idTwo), numbered(named("甄清源", "宓泉"), idThree, idTwo), nil, 0},
		{"one party of two in common", named("甄清源", "宓泉"), named("甄清源", "阮溪"), nil, 0},
		{"one party of two in common, one matter", named("甄清源", "宓泉"), named("甄清源", "阮溪"),
			func(a, b *dispute.Dispute) {
				a.Matter, b.Matter = "屋顶渗水损坏天花板", "屋顶渗水损坏天花板"
			}, doubles.Possible},
		{"a name misspelt, one telephone number", phoned(named("甄清源", "宓泉")), phoned(named("甄清源", "宓权")), nil, doubles.Possible},
		{"no name, one telephone number", phoned(named("甄清源", "宓泉")), phoned(named("甄清源", "宓女士")), nil, doubles.Likely},
		{"one party more", named("甄清源", "宓泉"), named("甄清源", "宓泉", "阮溪"), nil, doubles.Possible},
		{"a number with a wrong check is none", numbered(named("甄清源", "宓泉"), idOne, idTwo), numbered(named("甄清源", "宓泉"), idOne[:16]+"00", idTwo), nil, doubles.Likely},
		{"no parties", nil, nil, nil, 0},
	} {
		t.Run(x.name, func(t *testing.T) {
			a, b := two(x.a, x.b)
			if x.change != nil {
				x.change(a, b)
			}
			r := find(t, doubles.Options{}, b, a)
			if x.want == 0 {
				require.Empty(t, r.Findings)
				return
			}
			require.Len(t, r.Findings, 1)
			require.Equal(t, x.want, r.Findings[0].Level, r.Findings[0].Agree)
			require.Equal(t, "甲-1", r.Findings[0].A.Serial, "the first accepted")
		})
	}
}

// Names that two numbers bear elsewhere, or that many disputes have, are no more than possible; with a telephone number they are
// likely.
func TestTwinsOfCommonNames(t *testing.T) {
	a, b := two(named("甄清源", "宓泉"), named("甄清源", "宓泉"))
	var others []*dispute.Dispute
	for i, id := range []string{idOne, idTwo} {
		x, _ := two(numbered(named("甄清源", "宓泉"), id, []string{idThree, idOne}[i]), nil)
		x.Serial, x.Sort, x.Accepted = fmt.Sprint("丙-", i), []string{"合同", "消费"}[i], fazhi.DateOf(2020+2*i, 1, 1)
		others = append(others, x)
	}
	r := find(t, doubles.Options{}, append(others, a, b)...)
	require.Len(t, r.Findings, 1)
	require.Equal(t, doubles.Possible, r.Findings[0].Level)

	a.Parties[0].Phone, b.Parties[0].Phone = "13900000001", "+86 139-0000-0001"
	r = find(t, doubles.Options{}, append(others, a, b)...)
	require.Equal(t, doubles.Likely, r.Findings[0].Level)
	require.Contains(t, r.Findings[0].Agree, doubles.ByPhone)

	a, b = two(named("甄清源", "宓泉"), named("甄清源", "宓泉"))
	require.Equal(t, doubles.Possible, find(t, doubles.Options{Common: 2}, a, b).Findings[0].Level)
	require.Equal(t, doubles.Likely, find(t, doubles.Options{Common: 3}, a, b).Findings[0].Level)
}

func TestOptions(t *testing.T) {
	a, b := two(named("甄清源", "宓泉"), named("甄清源", "宓泉"))
	require.Equal(t, doubles.Likely, find(t, doubles.Options{Days: 10}, a, b).Findings[0].Level)
	require.Equal(t, doubles.Possible, find(t, doubles.Options{Days: 9}, a, b).Findings[0].Level)
	require.Equal(t, doubles.Possible, find(t, doubles.Options{Days: -1}, a, b).Findings[0].Level)
	a.Matter, b.Matter = "屋顶渗水损坏天花板", "屋顶渗水影响"
	require.NotContains(t, find(t, doubles.Options{}, a, b).Findings[0].Agree, doubles.ByMatter)
	require.Contains(t, find(t, doubles.Options{Alike: 30}, a, b).Findings[0].Agree, doubles.ByMatter)
	for _, o := range []doubles.Options{{Days: -2}, {Alike: 101}, {Alike: -1}, {Common: -1}, {Window: -1}, {Findings: -1}, {Most: -1}} {
		_, err := doubles.Find(prints(digester(t), slices.Values([]*dispute.Dispute{a})), o)
		require.ErrorIs(t, err, doubles.ErrOptions)
	}
	_, err := doubles.Find(prints(digester(t), slices.Values([]*dispute.Dispute{a, b})), doubles.Options{Most: 1})
	require.ErrorIs(t, err, doubles.ErrMany)
}

// A dispute that is merged already is left out, one without parties is counted, a line that stands twice is no finding, and prints
// of two keys are not compared.
func TestLeftOut(t *testing.T) {
	a, b := two(named("甄清源", "宓泉"), named("甄清源", "宓泉"))
	merged := *b
	merged.Same = "甲-1"
	r := find(t, doubles.Options{}, a, &merged, a, &dispute.Dispute{Case: mediation.Case{Serial: "丙-1"}})
	require.Empty(t, r.Findings)
	require.Equal(t, []int{1, 1, 1, 1}, []int{r.Compared, r.Merged, r.Unknown, r.Twice})

	other, err := doubles.New([]byte(strings.ToUpper(string(key))))
	require.NoError(t, err)
	_, err = doubles.Find(func(yield func(doubles.Print, error) bool) {
		_ = yield(digester(t).Print(a), nil) && yield(other.Print(b), nil)
	}, doubles.Options{})
	require.ErrorIs(t, err, doubles.ErrKeys)
	require.NotEqual(t, digester(t).Print(a).Parties, other.Print(a).Parties)
}

// No finding, issue or print holds a word of a party; issues hold no number either.
func TestNothingIsTold(t *testing.T) {
	a, b := two(numbered(named("甄清源", "宓泉"), idOne, idTwo), numbered(named("甄清源", "宓泉"), idOne, idTwo))
	a.Parties[0].Phone, a.Parties[0].Address, a.Matter = "13900000001", "清源街道第一小区三号", "屋顶渗水损坏天花板"
	r := find(t, doubles.Options{}, a, b)
	data, err := json.Marshal([]any{r, digester(t).Print(a), digester(t).Print(b), r.Findings[0].Issue()})
	require.NoError(t, err)
	for _, secret := range []string{"甄", "宓", "350599", "139", "小区", "渗水", string(key)} {
		require.NotContains(t, string(data), secret)
	}
	i := r.Findings[0].Issue()
	require.Equal(t, doubles.CodeCertain, i.Code)
	require.NotContains(t, fmt.Sprint(i), "甲-1")
	require.Equal(t, doubles.CodeLikely, (&doubles.Finding{Level: doubles.Likely}).Issue().Code)
	require.Equal(t, doubles.CodePossible, (&doubles.Finding{Level: doubles.Possible}).Issue().Code)
}

// A tag that very many share is compared with as many as the window has room for, but who shares all parties is found.
func TestWindow(t *testing.T) {
	all := []*dispute.Dispute{}
	for i := range 400 {
		x, _ := two(append(named(fmt.Sprintf("甄%04d", i)), company(1)), nil)
		x.Serial, x.Accepted = fmt.Sprintf("甲-%04d", i), fazhi.DateOf(2024, 1, 1).AddDays(i/10)
		all = append(all, x)
	}
	_, b := two(nil, append(named("甄0000"), company(1)))
	r := find(t, doubles.Options{Window: 5, Common: 1000}, append(all, b)...)
	require.Positive(t, r.Cut)
	require.Len(t, r.Findings, 1)
	require.Equal(t, doubles.Likely, r.Findings[0].Level)
	require.Equal(t, "甲-0000", r.Findings[0].A.Serial)
}

// The surest and earliest findings are kept where there are more than may be.
func TestFindingsAreBounded(t *testing.T) {
	all := []*dispute.Dispute{}
	for i := range 60 {
		x, _ := two(named("甄清源", "宓泉"), nil)
		x.Serial = fmt.Sprintf("甲-%04d", i)
		all = append(all, x)
	}
	a, b := two(numbered(named("阮溪", "鲍松"), idOne, idTwo), numbered(named("阮溪", "鲍松"), idOne, idTwo))
	r := find(t, doubles.Options{Findings: 3}, append(all, a, b)...)
	require.True(t, r.Dropped)
	require.Len(t, r.Findings, 3)
	require.Equal(t, doubles.Certain, r.Findings[0].Level)
	require.Equal(t, "甲-0000", r.Findings[1].A.Serial)
	require.Equal(t, "甲-0001", r.Findings[1].B.Serial)
}

// The blocks find what comparing each with each finds, whatever the order, and how much of the truth that is.
func TestOracle(t *testing.T) {
	truth := map[[2]string]bool{}
	all := slices.Collect(disputes(4000, 8000, func(a, b string) { truth[[2]string{a, b}] = true }))
	var list []doubles.Print
	for p := range prints(digester(t), slices.Values(all)) {
		list = append(list, p)
	}
	want, err := doubles.Naive(list, doubles.Options{})
	require.NoError(t, err)
	for range 3 {
		got, err := doubles.Find(seq(list), doubles.Options{Window: 4000})
		require.NoError(t, err)
		require.Zero(t, got.Cut)
		require.Equal(t, want.Findings, got.Findings)
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	require.Equal(t, `planted 40
确定: 16 found, 15 right; so far recall 37.5 %, precision 93.8 %
很可能: 14 found, 13 right; so far recall 70.0 %, precision 93.3 %
可能: 41 found, 10 right; so far recall 95.0 %, precision 53.5 %
`, score(want.Findings, truth))
}

func seq(list []doubles.Print) iter.Seq2[doubles.Print, error] {
	return func(yield func(doubles.Print, error) bool) {
		for _, p := range list {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// score counts findings by level against the truth, and what is found up to each level.
func score(findings []doubles.Finding, truth map[[2]string]bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "planted %d\n", len(truth))
	all, right := 0, 0
	for level := doubles.Certain; level <= doubles.Possible; level++ {
		n, good := 0, 0
		for _, f := range findings {
			if f.Level != level {
				continue
			}
			n++
			if truth[[2]string{f.A.Serial, f.B.Serial}] || truth[[2]string{f.B.Serial, f.A.Serial}] {
				good++
			}
		}
		all, right = all+n, right+good
		fmt.Fprintf(&b, "%s: %d found, %d right; so far recall %.1f %%, precision %.1f %%\n", level, n, good,
			100*float64(right)/float64(len(truth)), 100*float64(right)/float64(max(all, 1)))
	}
	return b.String()
}

// What it takes to compare a million disputes:
//
//	FAZHI_MEASURE=1 go test -run TestMillion -v ./mediation/doubles
func TestMillion(t *testing.T) {
	if os.Getenv("FAZHI_MEASURE") == "" {
		t.Skip("it takes a minute; set FAZHI_MEASURE")
	}
	var b bytes.Buffer
	truth := 0
	r, err := doubles.Find(prints(digester(t), disputes(1_000_000, 2_000_000, func(_, _ string) { truth++ })), doubles.Options{})
	require.NoError(t, err)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Fprintf(&b, "%d compared, %d planted, %d findings, %d cuts, %d MB from the system\n", r.Compared, truth, len(r.Findings), r.Cut, m.Sys>>20)
	fmt.Print(b.String())
	require.Equal(t, 1_000_000, r.Compared+r.Unknown)
}
