package figures

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// Codes of the issues.
const (
	codeUnknown fazhi.Code = "annual/last-year/unknown"
	codePeriod  fazhi.Code = "annual/last-year/period"
	codeValue   fazhi.Code = "annual/last-year/value"
	codeDiffers fazhi.Code = "annual/last-year/differs"
)

// Last is the year before.
type Last struct {
	Figures []fazhi.Figure
	Origins map[string]fazhi.Origin // the cell of each figure's ID
}

// Read reads the figures of a year from the sheet that was made of them then, as far as they can be compared with those
// of now, the year after. What cannot be read is an issue with its cell. Changes of rates (百分点) and figures without a
// value are left out in silence, a figure that is no longer counted with a notice. A sheet of another year is an error of
// its own, and nothing of it is taken. An error is returned when the source has no such sheet or cannot be read.
func Read(src table.Source, year int, now []fazhi.Figure) (Last, fazhi.Issues, error) {
	records, issues, err := table.ReadColumns(src, SheetName, columns(), table.Options{})
	if err != nil {
		return Last{}, nil, err
	}
	r := reader{period: fazhi.YearOf(year), now: map[string]fazhi.Figure{}, last: Last{Origins: map[string]fazhi.Origin{}}, issues: issues}
	for _, f := range now {
		r.now[f.ID] = f
	}
	if r.ofAnotherYear(records.All) {
		return Last{}, r.issues, nil
	}
	for _, record := range records.All {
		r.read(record)
	}
	r.agree(now)
	return r.last, r.issues, nil
}

type reader struct {
	period fazhi.Period
	now    map[string]fazhi.Figure
	last   Last
	issues fazhi.Issues
}

func (r *reader) report(code fazhi.Code, severity fazhi.Severity, at fazhi.Origin, path fazhi.Path, message string) {
	r.issues = append(r.issues, fazhi.Issue{Code: code, Severity: severity, Path: path, Origin: at, Message: message})
}

// ofAnotherYear reports the first record that says that it is of another year. A sheet may do without the column.
func (r *reader) ofAnotherYear(records []*table.Record) bool {
	for _, record := range records {
		if period := record.Text(periodColumn); period != "" && period != r.period.String() {
			at, path := cell(record, periodColumn)
			r.report(codePeriod, fazhi.Error, at, path, "不是上一年度（"+r.period.String()+"）的数据项，请换成上一年度的文件，或者移走这个文件")
			return true
		}
	}
	return false
}

func cell(record *table.Record, column string) (fazhi.Origin, fazhi.Path) {
	path := fazhi.At(column)
	at, _ := record.Origin(path)
	return at, path
}

// read reads one figure.
func (r *reader) read(record *table.Record) {
	f, known := r.now[record.Text(idColumn)]
	at, path := cell(record, idColumn)
	if !known {
		r.report(codeUnknown, fazhi.Notice, at, path, "本年没有这个数据项，不作比较")
		return
	}
	value, fault := quantityLike(f, record)
	switch {
	case fault != nil:
		at, path := cell(record, fault.column)
		r.report(fault.code, fazhi.Error, at, path, fault.message)
	case value != nil:
		f.Value, f.Period, f.From = value, r.period, fazhi.Source{}
		f.Scope = cmp.Or(record.Text(scopeColumn), f.Scope)
		if _, money := value.(fazhi.Money); !money { // an amount is the same in any unit
			f.Unit = cmp.Or(record.Text(unitColumn), f.Unit)
		}
		r.last.Figures = append(r.last.Figures, f)
		r.last.Origins[f.ID] = at
	}
}

// A fault is why a cell cannot be read.
type fault struct {
	code            fazhi.Code
	column, message string
}

// quantityLike reads the value of a record as a quantity of the same kind as this year's; nil if there is none.
func quantityLike(f fazhi.Figure, record *table.Record) (fazhi.Quantity, *fault) {
	text := record.Text(valueColumn)
	if text == "" {
		return nil, nil
	}
	switch f.Value.(type) {
	case fazhi.Count:
		v, fault := parse[fazhi.Count](table.Count, text)
		v.More = v.More || v.N >= 10 && strings.Contains(record.Text(printedColumn), "余")
		return v, fault
	case fazhi.Money:
		return parse[fazhi.Money](table.Money, text+cmp.Or(record.Text(unitColumn), f.Unit))
	case fazhi.Rate:
		return rate(record, text)
	}
	return nil, nil
}

// parse reads a text as cells of a ledger are read.
func parse[Q fazhi.Quantity](kind table.Kind, text string) (Q, *fault) {
	v, err := table.Column{Name: valueColumn, Kind: kind}.Parse(text)
	q, ok := v.(Q)
	if ok {
		return q, nil
	}
	f := &fault{codeValue, valueColumn, "不是有效的数值"}
	var wrong *table.CellError
	if errors.As(err, &wrong) {
		f.code, f.message = wrong.Code, wrong.Message
	}
	return q, f
}

// rate reads the parts of a rate and makes sure that they give its value.
func rate(record *table.Record, text string) (fazhi.Quantity, *fault) {
	num, isNum := record.Get(numColumn).(int64)
	den, isDen := record.Get(denColumn).(int64)
	if !isNum || !isDen || num < 0 || den < max(num, 1) {
		return nil, &fault{codeValue, numColumn, "比率应当写明分子和分母，分子不大于分母"}
	}
	r := fazhi.Rate{Num: num, Den: den}
	if exact, _ := r.Decimal(2); exact != strings.TrimSuffix(text, "%") {
		return nil, &fault{codeValue, valueColumn, fmt.Sprintf("与分子、分母算出的 %s 不一致", exact)}
	}
	return r, nil
}

// changeSuffix is how the ID of a rate's change ends: 应诉.败诉率变化 is that of 应诉.败诉率.
const changeSuffix = "变化"

// agree takes away a rate of the year before that is not the one from which the report counts a change, so that report
// and comparison do not contradict each other.
func (r *reader) agree(now []fazhi.Figure) {
	for _, f := range now {
		points, isChange := f.Value.(fazhi.Points)
		id, named := strings.CutSuffix(f.ID, changeSuffix)
		if !isChange || !named {
			continue
		}
		for i, last := range r.last.Figures {
			if last.ID == id && last.Value != fazhi.Quantity(points.Before) {
				r.report(codeDiffers, fazhi.Warning, r.last.Origins[id], fazhi.At(idColumn), "上年的比率与本年台账里的上年记录不一致，不作比较")
				r.last.Figures = append(r.last.Figures[:i:i], r.last.Figures[i+1:]...)
				break
			}
		}
	}
}
