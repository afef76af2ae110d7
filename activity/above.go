package activity

import "github.com/fazhi-go/fazhi"

// above names the ledger whose rows this one's rows belong to (上级): its sheet, and the column that holds their numbers.
// The zero above is none.
type above struct{ sheet, column string }

// Above returns the sheet of the area that this one's rows belong to, and the column of this ledger that says to which; ""
// for an area that stands for itself.
func (a *Activity) Above() (sheet, column string) { return a.above.sheet, a.above.column }

// Orphans says which records belong to a row that is not there: those whose column of Above holds no number of one of the
// parents. Records and parents of other kinds do not count. About a thousand are listed.
//
// Each is an Error at its cell, and the record counts all the same: the row that is missing may be one that reading left out.
func (a *Activity) Orphans(records, parents []*Record) fazhi.Issues {
	if a.above.sheet == "" {
		return nil
	}
	known := make(map[string]bool, len(parents))
	for _, r := range parents {
		if r.area().sheet == a.above.sheet {
			known[r.ID()] = true
		}
	}
	var list listed
	for _, r := range records {
		if r.Kind() == a.kind && !known[r.Text(a.above.column)] {
			list.add(r.issue(NoParent, a.above.column, "“"+a.above.sheet+"”台账里没有这个编号"))
		}
	}
	return list.all()
}

// vetAbove reports ledgers that are not there, and those that belong to themselves by way of others.
func (p *parser) vetAbove(areas []*Activity) {
	up := make(map[string]string, len(areas))
	var sheets []string
	for _, a := range areas {
		up[a.sheet] = a.above.sheet
		sheets = append(sheets, a.sheet)
	}
	for _, a := range areas {
		if a.above.sheet == "" {
			continue
		}
		if _, ok := up[a.above.sheet]; !ok {
			p.report(BadAbove, spot{}, "“"+a.sheet+"”的上级没有“"+a.above.sheet+"”这个工作表"+p.maybe(a.above.sheet, sheets))
		}
		top := a.sheet
		for range areas {
			if top = up[top]; top == a.sheet {
				p.report(BadAbove, spot{}, "“"+a.sheet+"”的上级绕了一圈又是它自己")
				break
			}
		}
	}
}
