package activity

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/report"
	"github.com/fazhi-go/fazhi/table"
)

// method is how a counter counts.
type method string

const (
	count    method = "计数"  // rows
	sum      method = "求和"  // a count or an amount of each row
	distinct method = "不同值" // different values of a text
	rate     method = "比率"  // rows that hit, of rows
)

// counter is one declared figure.
type counter struct {
	figure fazhi.Figure // without value, period and source
	method method
	column column             // of sum and distinct
	where  func(*Record) bool // which rows count; of a rate the denominator
	hit    func(*Record) bool // numerator of a rate
	reads  []string           // columns that the figure depends on
	by     grouping           // of its parts
	table  bool               // the parts stand in a table of the section
}

// count counts the records of a period. Rows whose column is empty add nothing to a sum or a distinct count, so they
// are not among the rows that the figure counts.
func (c *counter) count(records []*Record, period fazhi.Period) fazhi.Figure {
	f := c.figure
	f.Period = period
	filled := func(r *Record) bool { return c.where(r) && r.Get(c.column.Name) != nil }
	switch c.method {
	case sum:
		if c.column.Kind == table.Money {
			return report.Sum(f, records, filled, func(r *Record) fazhi.Money { return r.Money(c.column.Name) })
		}
		return report.Sum(f, records, filled, func(r *Record) fazhi.Count { return r.Count(c.column.Name) })
	case distinct:
		return report.Distinct(f, records, filled, func(r *Record) string { return r.Text(c.column.Name) })
	case rate:
		return report.Share(f, records, c.where, c.hit)
	}
	return report.Count(f, records, c.where)
}
