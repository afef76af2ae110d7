package contract

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// Origin returns the cell of a field, also of one that stands on a sheet of its own: "/payments/0/amount".
func (c *Contract) Origin(path fazhi.Path) (fazhi.Origin, bool) {
	list, rest, _ := strings.Cut(strings.TrimPrefix(string(path), "/"), "/")
	number, field, _ := strings.Cut(rest, "/")
	at, err := strconv.Atoi(number)
	if row := c.rowOf(list, at); err == nil && row != nil {
		if field != "" {
			field = "/" + field
		}
		return row.Origin(fazhi.Path(field))
	}
	return c.Row.Origin(path)
}

// rowOf returns the row of an item of a list, nil if there is none or if it did not come from a sheet.
func (c *Contract) rowOf(list string, at int) *table.Row {
	var row *table.Row
	switch list {
	case "parties":
		row = itemRow(c.Parties, at, func(p *Party) *table.Row { return &p.Row })
	case "payments":
		row = itemRow(c.Payments, at, func(p *Payment) *table.Row { return &p.Row })
	case "deliveries":
		row = itemRow(c.Deliveries, at, func(d *Delivery) *table.Row { return &d.Row })
	case "deposits":
		row = itemRow(c.Deposits, at, func(d *Deposit) *table.Row { return &d.Row })
	case "changes":
		row = itemRow(c.Changes, at, func(x *Change) *table.Row { return &x.Row })
	case "disputes":
		row = itemRow(c.Disputes, at, func(d *Dispute) *table.Row { return &d.Row })
	case "attachments":
		row = itemRow(c.Attachments, at, func(a *Attachment) *table.Row { return &a.Row })
	}
	if row == nil || *row == (table.Row{}) {
		return nil
	}
	return row
}

func itemRow[T any](list []T, at int, row func(*T) *table.Row) *table.Row {
	if at < 0 || at >= len(list) {
		return nil
	}
	return row(&list[at])
}
