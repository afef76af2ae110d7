package reporttest

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/table"
)

// A petition is the document of these tests (信访件), with a column of every kind.
type petition struct {
	table.Row `json:"-"`
	Serial    string       `json:"serial" table:"编号,required,unique"`
	Received  fazhi.Date   `json:"received" table:"收到日期,required"`
	Sort      string       `json:"sort" table:"类别,choices=投诉|举报"`
	Content   string       `json:"content" table:"内容"`
	People    int          `json:"people" table:"人数"`
	Costs     fazhi.Money  `json:"costs" table:"费用,expected"`
	Copies    fazhi.Count  `json:"copies" table:"份数"`
	Streets   []string     `json:"streets" table:"街道"`
	Urgent    bool         `json:"urgent" table:"紧急"`
	Reply     fazhi.Number `json:"reply" table:"答复文号"`
	Answer    struct {
		On   fazhi.Date `json:"on" table:"答复日期,expected"`
		Days *int       `json:"days" table:"答复天数"`
	} `json:"answer"`
}

func (*petition) Kind() fazhi.Kind { return "licheng/petition" }
func (p *petition) ID() string     { return p.Serial }
func (*petition) Title() string    { return "信访件" }

func readPetitions(src table.Source, sheet string) ([]*petition, fazhi.Issues, error) {
	return table.All[petition](src, sheet)
}

func countPetitions(petitions []*petition, year int) []fazhi.Figure {
	now, before := fazhi.YearOf(year), fazhi.YearOf(year-1)
	in := func(p *petition) bool { return now.Contains(p.Received) }
	earlier := func(p *petition) bool { return before.Contains(p.Received) }
	answered := func(p *petition) bool { return !p.Answer.On.IsZero() }
	figure := func(id, name, unit string) fazhi.Figure {
		return fazhi.Figure{ID: id, Name: name, Unit: unit, Period: now, Scope: "收到日期在本年的信访件"}
	}
	return []fazhi.Figure{
		report.Count(figure("信访.收到", "收到信访件", "件"), petitions, in),
		report.Sum(figure("信访.费用", "信访费用", "元"), petitions, in, func(p *petition) fazhi.Money { return p.Costs }),
		report.Share(figure("信访.答复率", "信访答复率", "%"), petitions, in, answered),
		report.Change(figure("信访.答复率变化", "信访答复率同比变化", "百分点"), petitions, in, earlier, answered),
	}
}

func petitionSection(petitions []*petition, year int) (report.Section, error) {
	figures := countPetitions(petitions, year)
	prose := "全年收到信访件{{信访.收到}}，费用{{信访.费用}}"
	if figures[2].Number() != "" {
		prose += "，答复率{{信访.答复率}}"
	}
	if figures[3].Number() != "" {
		prose += "，{{信访.答复率变化}}"
	}
	return report.Sentence("信访", prose+"。", figures)
}

func fullPetition() *petition {
	days := 0
	p := &petition{
		Serial: "XF-1", Received: fazhi.DateOf(2024, 3, 1), Sort: "投诉", Content: "噪声扰民", People: 2, Costs: 12050,
		Copies: fazhi.Count{N: 20, More: true}, Streets: []string{"东街", "西街"}, Urgent: true,
		Reply: fazhi.Number{Issuer: "清泉司信", Year: 2024, Seq: 3},
	}
	p.Answer.On, p.Answer.Days = fazhi.DateOf(2024, 3, 9), &days
	return p
}

// petitions are at the borders of the year 2024.
func petitions() []*petition {
	answered := &petition{Serial: "已经答复", Received: fazhi.DateOf(2024, 1, 1), Costs: 100}
	answered.Answer.On = fazhi.DateOf(2024, 2, 1)
	return []*petition{
		answered,
		{Serial: "没有答复", Received: fazhi.DateOf(2024, 12, 31), Costs: 200},
		{Serial: "上年", Received: fazhi.DateOf(2023, 12, 31)},
		{Serial: "次年", Received: fazhi.DateOf(2025, 1, 1)},
	}
}

// good keeps every promise.
func good() Subject[*petition] {
	return Subject[*petition]{
		Kind: "licheng/petition", Sheet: "信访",
		Read: readPetitions, Write: table.SheetOf[petition],
		Figures: countPetitions, Section: petitionSection,
		Full: fullPetition(),
		Faulty: Ledger{
			Lines: []string{
				"编号,收到日期,类别,内容,费用,答复日期",
				"XF-1,2024-03-01,投诉,甲,,",
				"XF-2,三月,控告,丙某的事,,",
				"合计,,,,,",
			},
			Issues: []string{"B3 table/cell/date /received", "C3 table/cell/choice /sort", "A4 table/row/total"},
			Kept:   []string{"XF-1"},
		},
		Records: petitions(), Year: 2024,
	}
}
