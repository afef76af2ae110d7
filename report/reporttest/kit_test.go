package reporttest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/table"
	"github.com/fazhi-go/fazhi/table/tabletest"
)

type subject = Subject[*petition]

// A subject that keeps its promises passes.
func TestGood(t *testing.T) {
	Run(t, good())
	require.Empty(t, Verify(good()))
}

// The workbook in memory is a source as good as any.
func TestBook(t *testing.T) {
	require.NoError(t, tabletest.Source(book{cover(), {Name: "台账", Title: "题", Columns: cover().Columns, Rows: [][]any{{"甲"}, {nil}}}}))
}

// reading spoils what Read returns.
func reading(spoil func(records []*petition, issues fazhi.Issues) ([]*petition, fazhi.Issues)) func(*subject) {
	return func(s *subject) {
		s.Read = func(src table.Source, sheet string) ([]*petition, fazhi.Issues, error) {
			records, issues, err := readPetitions(src, sheet)
			records, issues = spoil(records, issues)
			return records, issues, err
		}
	}
}

// eachIssue spoils the issues that Read returns.
func eachIssue(spoil func(*fazhi.Issue)) func(*subject) {
	return reading(func(records []*petition, issues fazhi.Issues) ([]*petition, fazhi.Issues) {
		for i := range issues {
			spoil(&issues[i])
		}
		return records, issues
	})
}

// figures spoils what Figures returns, and the section in the same way.
func figures(spoil func([]fazhi.Figure) []fazhi.Figure) func(*subject) {
	return func(s *subject) {
		s.Figures = func(records []*petition, year int) []fazhi.Figure { return spoil(countPetitions(records, year)) }
	}
}

func firstFigure(spoil func(*fazhi.Figure)) func(*subject) {
	return figures(func(f []fazhi.Figure) []fazhi.Figure { spoil(&f[0]); return f })
}

// counting makes the first figure one that counts in another way.
func counting(count func(f fazhi.Figure, records []*petition) fazhi.Figure) func(*subject) {
	return func(s *subject) {
		s.Figures = func(records []*petition, year int) []fazhi.Figure {
			f := countPetitions(records, year)
			f[0] = count(f[0], records)
			return f
		}
	}
}

func all(*petition) bool { return true }

// sentence writes another sentence.
func sentence(slot, prose string) func(*subject) {
	return func(s *subject) {
		s.Section = func(records []*petition, year int) (report.Section, error) {
			return report.Sentence(slot, prose, countPetitions(records, year))
		}
	}
}

// sloppy reads a ledger with columns that promise less.
type sloppy struct {
	table.Row `json:"-"`
	Serial    string     `json:"serial" table:"编号"`
	Received  fazhi.Date `json:"received" table:"收到日期"`
}

func readSloppily(src table.Source, sheet string) ([]*petition, fazhi.Issues, error) {
	rows, issues, err := table.All[sloppy](src, sheet)
	var records []*petition
	for _, r := range rows {
		records = append(records, &petition{Row: r.Row, Serial: r.Serial, Received: r.Received})
	}
	return records, issues, err
}

// broken lists subjects that break a promise, by the case that finds it.
func broken() []struct {
	kase, fault string
	spoil       func(*subject)
} {
	return []struct {
		kase, fault string
		spoil       func(*subject)
	}{
		{"round-trip-csv", "loses a value", reading(func(r []*petition, i fazhi.Issues) ([]*petition, fazhi.Issues) {
			for _, p := range r {
				p.Costs = 0
			}
			return r, i
		})},
		{"round-trip-csv", "warns about everything", reading(func(r []*petition, i fazhi.Issues) ([]*petition, fazhi.Issues) {
			return r, append(i, fazhi.Issue{Code: "petition/odd", Severity: fazhi.Notice, Message: "请核对"})
		})},
		{"round-trip-rows", "reads the first sheet whatever it is asked for", func(s *subject) {
			s.Read = func(src table.Source, sheet string) ([]*petition, fazhi.Issues, error) { return readPetitions(src, "") }
		}},
		{"round-trip-rows", "writes amounts in fen", func(s *subject) {
			s.Write = func(sheet string, records []*petition) (table.Sheet, error) {
				out, err := table.SheetOf(sheet, records)
				out.Rows[0][5] = int64(out.Rows[0][5].(fazhi.Money))
				return out, err
			}
		}},
		{"origin", "does not remember the cells", reading(func(r []*petition, i fazhi.Issues) ([]*petition, fazhi.Issues) {
			for _, p := range r {
				p.Row = table.Row{}
			}
			return r, i
		})},
		{"origin", "does not read a column", func(s *subject) { s.Read = readSloppily }},
		{"bad-cell", "keeps the row", reading(func(r []*petition, i fazhi.Issues) ([]*petition, fazhi.Issues) {
			if len(r) == 2 && len(i) > 0 {
				r = slices.Insert(r, 1, fullPetition())
			}
			return r, i
		})},
		{"bad-cell", "drops the whole ledger", reading(func(r []*petition, i fazhi.Issues) ([]*petition, fazhi.Issues) {
			if i.Count(fazhi.Error) > 0 {
				r = nil
			}
			return r, i
		})},
		{"bad-cell", "swallows the issues", reading(func(r []*petition, _ fazhi.Issues) ([]*petition, fazhi.Issues) { return r, nil })},
		{"bad-cell", "repeats the value", eachIssue(func(i *fazhi.Issue) { i.Message += "：" + canary })},
		{"bad-cell", "names no path", eachIssue(func(i *fazhi.Issue) { i.Path = "" })},
		{"bad-cell", "names the row only", eachIssue(func(i *fazhi.Issue) { i.Origin.Cell = "A" + i.Origin.Cell[1:] })},
		{"bad-cell", "names no file", eachIssue(func(i *fazhi.Issue) { i.Origin.File = "" })},
		{"required-cell", "makes documents without an ID", func(s *subject) { s.Read = readSloppily }},
		{"missing-column", "takes a missing column for an empty one", reading(func(r []*petition, i fazhi.Issues) ([]*petition, fazhi.Issues) {
			i = slices.DeleteFunc(i, func(i fazhi.Issue) bool { return i.Code == table.MissingColumn })
			if len(r) == 0 && len(i) == 0 {
				r = append(r, &petition{Serial: "XF-1", Received: fazhi.DateOf(2024, 3, 1)})
			}
			return r, i
		})},
		{"missing-column", "does not say which column may be missing", leavingUrgentOut},
		{"missing-column", "refuses a ledger without an optional column", func(s *subject) { s.Optional = []string{"费用"} }},
		{"missing-column", "has an optional column that is required", func(s *subject) { s.Optional = []string{"收到日期"} }},
		{"missing-column", "has an optional column that there is not", func(s *subject) { s.Optional = []string{"附件"} }},
		{"missing-column", "takes a missing column for a full one", func(s *subject) {
			reading(func(r []*petition, i fazhi.Issues) ([]*petition, fazhi.Issues) {
				for _, p := range r {
					if _, ok := p.Origin("/urgent"); !ok {
						p.Urgent = true
					}
				}
				return r, i
			})(s)
			leavingUrgentOut(s)
			s.Optional = []string{"紧急"}
		}},
		{"faulty-ledger", "finds too little", reading(func(r []*petition, i fazhi.Issues) ([]*petition, fazhi.Issues) {
			return r, i[:min(len(i), 1)]
		})},
		{"faulty-ledger", "keeps other rows", reading(func(r []*petition, i fazhi.Issues) ([]*petition, fazhi.Issues) {
			return append(r, fullPetition()), i
		})},
		{"faulty-ledger", "repeats a value of another cell", eachIssue(func(i *fazhi.Issue) { i.Message += "（丙某的事）" })},
		{"no-sheet", "returns an error of its own", func(s *subject) {
			s.Read = func(src table.Source, sheet string) ([]*petition, fazhi.Issues, error) {
				records, issues, err := readPetitions(src, sheet)
				if err != nil {
					err = errors.New("没有")
				}
				return records, issues, err
			}
		}},
		{"identity", "shares IDs", func(s *subject) { s.Records[1].Serial = s.Records[0].Serial }},
		{"identity", "is of another kind", func(s *subject) { s.Kind = "licheng/letter" }},
		{"double-id", "reads a number twice", func(s *subject) { s.Read = readSloppily }},
		{"figure-form", "has a figure without area", firstFigure(func(f *fazhi.Figure) { f.ID = "收到" })},
		{"figure-form", "has a figure twice", figures(func(f []fazhi.Figure) []fazhi.Figure { return append(f, f[0]) })},
		{"figure-form", "has no scope", firstFigure(func(f *fazhi.Figure) { f.Scope = "" })},
		{"figure-form", "has no unit", firstFigure(func(f *fazhi.Figure) { f.Unit = "" })},
		{"figure-form", "has no name", firstFigure(func(f *fazhi.Figure) { f.Name = "" })},
		{"figure-form", "has another year", firstFigure(func(f *fazhi.Figure) { f.Period = fazhi.YearOf(2024) })},
		{"source", "does not say what it counts", firstFigure(func(f *fazhi.Figure) { f.From.Refs = nil })},
		{"source", "counts a record twice", counting(func(f fazhi.Figure, records []*petition) fazhi.Figure {
			return report.Count(f, append(records, records...), all)
		})},
		{"source", "counts what is not in the ledger", counting(func(f fazhi.Figure, records []*petition) fazhi.Figure {
			return report.Count(f, append(records, fullPetition()), all)
		})},
		{"one-less", "counts more than it says", firstFigure(func(f *fazhi.Figure) { f.From = fazhi.SourceOf(slices.Values(refsOf(*f)[:min(1, int(f.From.Count))])) })},
		{"one-less", "counts rows, not what it says", counting(func(f fazhi.Figure, records []*petition) fazhi.Figure {
			f.Value = fazhi.Count{N: int64(len(records))}
			return f
		})},
		{"one-less", "always says the same", firstFigure(func(f *fazhi.Figure) {
			refs := f.From.Refs
			f.Value, f.From = fazhi.Count{N: 2}, fazhi.Source{Refs: refs, Count: 2}
		})},
		{"order", "looks at the first row only", counting(func(f fazhi.Figure, records []*petition) fazhi.Figure {
			return report.Count(f, records[:min(1, len(records))], all)
		})},
		{"empty-ledger", "gives no figures of nothing", figures(func(f []fazhi.Figure) []fazhi.Figure {
			return slices.DeleteFunc(f, func(f fazhi.Figure) bool { return f.Number() == "" })
		})},
		{"empty-ledger", "says 0 for a rate of nothing", figures(func(f []fazhi.Figure) []fazhi.Figure {
			if f[2].Number() == "" {
				f[2].Value = fazhi.Rate{Den: 1}
			}
			return f
		})},
		{"empty-ledger", "finds a record in an empty form", reading(func(r []*petition, i fazhi.Issues) ([]*petition, fazhi.Issues) {
			return append(r, fullPetition()), i
		})},
		{"section", "forgets a figure", sentence("信访", "全年收到信访件{{信访.收到}}。")},
		{"section", "says a number twice", sentence("信访", "收到{{信访.收到}}，共{{信访.收到}}，费用{{信访.费用}}，{{信访.答复率}}，{{信访.答复率变化}}。")},
		{"section", "has another slot", func(s *subject) { s.Slot = "信访工作" }},
		{"section", "has other figures", firstFigure(func(f *fazhi.Figure) { f.Value = fazhi.Count{N: 7} })},
		{"assembly", "speaks of a rate of nothing", sentence("信访", "收到{{信访.收到}}，费用{{信访.费用}}，{{信访.答复率}}，{{信访.答复率变化}}。")},
		{"assembly", "speaks of a figure that is not there", sentence("信访", "全年{{信访.接待}}。")},
		{"assembly", "cannot write of nothing", func(s *subject) {
			s.Section = func(records []*petition, year int) (report.Section, error) {
				if len(records) == 0 {
					return report.Section{}, errors.New("没有记录")
				}
				return petitionSection(records, year)
			}
		}},
		{"unchanged", "sorts the caller's records", func(s *subject) {
			s.Figures = func(records []*petition, year int) []fazhi.Figure {
				slices.SortFunc(records, func(p, q *petition) int { return p.Received.Compare(q.Received) })
				return countPetitions(records, year)
			}
		}},
	}
}

// leavingUrgentOut counts no petition that is urgent. A ledger that has no such column has none.
func leavingUrgentOut(s *subject) {
	counting(func(f fazhi.Figure, records []*petition) fazhi.Figure {
		return report.Count(f, records, func(p *petition) bool { return !p.Urgent && p.Received.Year() == f.Period.From.Year() })
	})(s)
	s.Section = func(records []*petition, year int) (report.Section, error) {
		section, err := petitionSection(records, year)
		section.Figures = s.Figures(records, year)
		return section, err
	}
}

// A figure may leave rows out by a column that a ledger may lack, if the subject says so.
func TestOptionalColumn(t *testing.T) {
	s := good()
	leavingUrgentOut(&s)
	require.Equal(t, []string{"missing-column"}, slices.Compact(caught(Verify(s))))
	s.Optional = []string{"紧急"}
	require.Empty(t, Verify(s))
}

// Each case catches the faults that it is for, and there is a fault for each case.
func TestEachCaseBites(t *testing.T) {
	tried := make(map[string]bool)
	for _, k := range broken() {
		tried[k.kase] = true
		t.Run(k.fault, func(t *testing.T) {
			s := good()
			k.spoil(&s)
			require.Contains(t, caught(Verify(s)), k.kase)
		})
	}
	for _, k := range cases[*petition]() {
		require.True(t, tried[k.name], k.name)
	}
}

func caught(found []Finding) []string {
	var names []string
	for _, f := range found {
		names = append(names, f.Case)
	}
	return names
}

// What the author of a test forgets is said, because a case without material proves nothing.
func TestPoorMaterial(t *testing.T) {
	for want, spoil := range map[string]func(*subject){
		"Subject.Full 的“街道”列没有值":    func(s *subject) { s.Full.Streets = nil },
		"Subject.Full 的“人数”列没有值":    func(s *subject) { s.Full.People = 0 },
		"Subject.Full 的“紧急”列没有值":    func(s *subject) { s.Full.Urgent = false },
		"没有让 信访.收到 有数值的文件":          func(s *subject) { s.Records = s.Records[2:] },
		"Subject.Records 没有给出":      func(s *subject) { s.Records = nil },
		"Subject.Full 没有给出":         func(s *subject) { s.Full = nil },
		"Subject.Read 没有给出，或者不能用\n": func(s *subject) { *s = subject{} },
		"没有一列是文件的编号": func(s *subject) {
			s.Write = func(sheet string, records []*petition) (table.Sheet, error) {
				out, err := table.SheetOf(sheet, records)
				out.Rows[0][0] = "另一个编号"
				return out, err
			}
		},
		"panic：": func(s *subject) {
			s.Figures = func([]*petition, int) []fazhi.Figure { panic("没有想到") }
		},
	} {
		s := good()
		spoil(&s)
		require.Contains(t, fmt.Sprintln(Verify(s)), want)
	}
}

func TestCountingAndPrinted(t *testing.T) {
	f := countPetitions(petitions(), 2024)
	require.Equal(t, []string{"信访.收到", "信访.费用", "信访.答复率", "信访.答复率变化"}, Counting(f, "没有答复"))
	require.Equal(t, []string{"信访.答复率变化"}, Counting(f, "上年"))
	require.Empty(t, Counting(f, "次年"))
	require.Equal(t, map[string]string{
		"信访.收到": "2件", "信访.费用": "3元", "信访.答复率": "50%", "信访.答复率变化": "上升50个百分点",
	}, Printed(f))
	require.Empty(t, Printed(countPetitions(nil, 2024))["信访.答复率"], "what is not defined is empty")
}

// Findings of a section that speaks of a rate when there is none: the name of the case and what was seen.
func ExampleVerify() {
	s := good()
	sentence("信访", "收到{{信访.收到}}，费用{{信访.费用}}，答复率{{信访.答复率}}，{{信访.答复率变化}}。")(&s)
	for _, f := range Verify(s) {
		if strings.HasPrefix(f.Message, "空的台账") {
			fmt.Println(f.Case + "：" + f.Message)
		}
	}
	// Output:
	// section：空的台账：信访.答复率 在语句中出现 1 次，应当有数值的一次，没有数值的不出现
	// section：空的台账：信访.答复率变化 在语句中出现 1 次，应当有数值的一次，没有数值的不出现
	// assembly：空的台账：报告.md!第1行：数据项“信访.答复率”没有数值：分母为零 [report/figure/form]
	// assembly：空的台账：报告.md!第1行：数据项“信访.答复率变化”没有数值：分母为零 [report/figure/form]
}
