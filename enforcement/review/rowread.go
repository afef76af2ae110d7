package review

import (
	"slices"
	"strconv"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// fileReader is the work on the sheet of one file.
type fileReader struct {
	*sheetReader
	index int
	file  *Assigned
	marks []rubric.Mark
	seen  []bool
}

func num(n int) string { return strconv.Itoa(n) }

// rowReader is the work on one row.
type rowReader struct {
	*fileReader
	row    *itemRow
	at     int // which item
	faulty bool
}

func (r *rowReader) fault(code fazhi.Code, field, message string) {
	origin, _ := r.row.Origin(fazhi.At(field))
	r.report(code, fazhi.At("files", r.index, "items", r.at, field), origin, message)
	r.faulty = true
}

// take puts what a row says in its item's place.
func (f *fileReader) take(row *itemRow) {
	at := slices.IndexFunc(f.file.Rubric.Items, func(item rubric.Item) bool { return item.ID == row.ID })
	origin, _ := row.Origin("/id")
	switch {
	case at < 0:
		f.stray(StrangeItem, fazhi.At("files", f.index), origin, "评分标准中没有这一项")
		return
	case f.seen[at]:
		f.stray(DoubleItem, fazhi.At("files", f.index, "items", at), origin, "这一项重复")
		f.marks[at] = rubric.Mark{Item: row.ID}
		return
	}
	f.seen[at] = true
	r := &rowReader{fileReader: f, row: row, at: at}
	r.unchanged()
	if m := r.mark(); !r.faulty {
		f.marks[at] = m
	}
}

// unchanged compares what the sheet said of the item when it went out.
func (r *rowReader) unchanged() {
	want := r.task.row(r.index, r.at)
	for _, c := range [...]struct{ field, name, want, got string }{
		{"group", "分组", want.Group, r.row.Group}, {"name", "评分项目", want.Name, r.row.Name}, {"basis", "依据", want.Basis, r.row.Basis},
		{"points", "分值", want.Points, r.row.Points}, {"way", "评分办法", want.Way, r.row.Way}, {"by", "方式", want.By, r.row.By},
	} {
		if c.want != c.got {
			r.fault(ChangedItem, c.field, "“"+c.name+"”与发出时不同")
		}
	}
}

// mark reads the verdict, and compares it with the program's.
func (r *rowReader) mark() rubric.Mark {
	auto, item := r.file.auto(r.at), &r.file.Rubric.Items[r.at]
	m := rubric.Mark{Item: item.ID, Reason: r.row.Reason}
	if r.task.Role == Agreed && r.row.Verdict == Apart {
		return r.apart(&auto, item)
	}
	if !r.verdict(&m) {
		return rubric.Mark{Item: item.ID}
	}
	r.amount(&m, item)
	if len(m.Reason) > rubric.MaxText {
		r.fault(BadReason, "reason", tooLong)
	}
	if r.faulty {
		return m
	}
	switch same := sameMark(&m, &auto) && m.Times == auto.Times; {
	case auto.Verdict == rubric.NotJudged:
		r.reason(&m, item)
	case same && m.Reason == shown(&auto):
		return auto
	case !r.task.Override:
		r.fault(ChangedAuto, "verdict", "自动评定的项目不得更改")
	case m.Reason == "" || m.Reason == shown(&auto):
		r.fault(ChangedAuto, "reason", "更改自动评定，没有写明理由")
	}
	return m
}

// verdict reads 评定; false: there is none.
func (r *rowReader) verdict(m *rubric.Mark) bool {
	switch {
	case r.row.Verdict == "" && r.row.Taken == "" && r.row.Times == "":
		origin, _ := r.row.Origin("/verdict")
		r.issues = append(r.issues, fazhi.Issue{Code: OpenItem, Severity: fazhi.Warning, Path: fazhi.At("files", r.index, "items", r.at, "verdict"),
			Origin: origin, Message: "还没有评定"})
		return false
	case r.row.Verdict == "":
		r.fault(OpenItem, "verdict", "填了扣分或者处数，没有评定")
		return false
	case !slices.Contains(verdicts(), r.row.Verdict) || m.Verdict.UnmarshalText([]byte(r.row.Verdict)) != nil:
		r.wrongVerdict()
		return false
	}
	return true
}

// amount reads 扣分 and 处数, which must agree with the verdict, with the item and with each other.
func (r *rowReader) amount(m *rubric.Mark, item *rubric.Item) {
	taken, counted := r.taken(item), r.times(item)
	switch {
	case r.faulty:
		return
	case m.Verdict != rubric.NotMet:
		if taken != nil && *taken != 0 || counted > 0 {
			r.fault(BadTaken, "taken", "评定为"+m.Verdict.String()+"的，不扣分")
		}
		if m.Verdict == rubric.Met {
			m.Points = item.Points
		}
		return
	case taken == nil && counted == 0:
		implied, ok := impliedBy(item)
		if !ok {
			r.fault(BadTaken, "taken", "评定为不合格，没有填扣分")
		}
		m.Points = item.Points - implied
	case counted > 0:
		m.Times, m.Points = counted, item.Kept(counted)
		if taken != nil && *taken != item.Points-m.Points {
			r.fault(BadTimes, "times", "扣分与处数不符："+item.Way())
		}
	default:
		m.Points = item.Points - *taken
	}
	r.allowed(m, item)
}

// impliedBy returns what an item that is not met loses when nothing else is said.
func impliedBy(item *rubric.Item) (rubric.Points, bool) {
	switch {
	case item.Points == 0 || item.Whole || item.Role == rubric.Adds:
		return item.Points, true
	case item.Most > 0 && item.Least == item.Most:
		return item.Most, true
	}
	return 0, false
}

// allowed asks the rubric whether so many points can be taken for the item.
func (r *rowReader) allowed(m *rubric.Mark, item *rubric.Item) {
	if r.faulty {
		return
	}
	if _, issues := rubric.Sum(bare([]rubric.Item{*item}), []rubric.Mark{*m}); len(issues) > 0 {
		r.fault(BadTaken, "taken", issues[0].Message)
	}
}

// taken reads 扣分, nil for an empty cell.
func (r *rowReader) taken(item *rubric.Item) *rubric.Points {
	if r.row.Taken == "" {
		return nil
	}
	p, err := rubric.ParsePoints(r.row.Taken)
	switch {
	case err != nil:
		r.fault(BadTaken, "taken", "扣分应当是数字，至多两位小数")
	case p < 0 || p > item.Points:
		r.fault(BadTaken, "taken", "扣分应当在0至"+item.Points.String()+"分之间")
	}
	return &p
}

// maxTimes is the most faults of one item that a sheet may count.
const maxTimes = 10_000

// times reads 处数, 0 for an empty cell.
func (r *rowReader) times(item *rubric.Item) int {
	if r.row.Times == "" || r.row.Times == "0" {
		return 0
	}
	n, err := strconv.Atoi(r.row.Times)
	switch {
	case err != nil || n < 0 || n > maxTimes:
		r.fault(BadTimes, "times", "处数应当是0至10000的整数")
	case item.Each == 0:
		r.fault(BadTimes, "times", "本项不按处数扣分")
	}
	return n
}

// reason asks for one where points are taken or a veto is asserted.
func (r *rowReader) reason(m *rubric.Mark, item *rubric.Item) {
	if m.Verdict == rubric.NotMet && item.Role != rubric.Adds && m.Reason == "" {
		r.fault(MissingReason, "reason", "评定为不合格，没有写明理由")
	}
}
