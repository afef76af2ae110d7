package sql

import (
	"strconv"
	"strings"
)

// text writes a statement for n rows.
func (d *Dialect) text(statement string, n int) string {
	statement = strings.ReplaceAll(statement, "BIGINT", d.Bigint)
	statement = strings.ReplaceAll(statement, " LOCK", d.Lock)
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(statement, "{")
		b.WriteString(before)
		if !found {
			return d.number(b.String())
		}
		group, after, _ := strings.Cut(rest, "}")
		each, between, _ := strings.Cut(group, "|")
		for i := range n {
			if i > 0 {
				b.WriteString(between)
			}
			b.WriteString(each)
		}
		statement = after
	}
}

// number writes parameters as the dialect has them.
func (d *Dialect) number(statement string) string {
	if !d.Numbered {
		return statement
	}
	b := make([]byte, 0, len(statement)+64)
	n := int64(0)
	for i := range len(statement) {
		if statement[i] != '?' {
			b = append(b, statement[i])
			continue
		}
		n++
		b = strconv.AppendInt(append(b, '$'), n, 10)
	}
	return string(b)
}

// maxRows is how many rows a statement takes; fewer are taken in powers of two, so that few texts are ever prepared.
const maxRows = 64

// whole returns the largest number of rows that one statement takes of n.
func whole(n int) int {
	size := maxRows
	for size > n {
		size /= 2
	}
	return size
}

// padded returns the smallest number of rows of a statement that has room for n.
func padded(n, most int) int {
	size := 1
	for size < n && size < most {
		size *= 2
	}
	return size
}

// orNull keeps empty texts out of the database: to some engines they are NULL anyway.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}
