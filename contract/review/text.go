package review

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/quote"
)

// titled puts a title that may have several lines between 《 and 》.
func titled(name string) string { return quote.Title(oneLine(name)) }

// oneLine joins the lines of a cell.
func oneLine(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, strings.TrimRight(line, "；;"))
		}
	}
	return strings.Join(lines, "；")
}

// sentence returns a text without the mark that ends it, which the letter puts.
func sentence(s string) string { return strings.TrimRight(oneLine(s), "。.？?；;！! ") }

// statement returns what a question asks whether it is so.
func statement(question string) string {
	return strings.TrimSuffix(sentence(question), "吗")
}

// term writes a term: 2025年1月1日至2025年12月31日.
func term(from, to fazhi.Date) string {
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case from.IsZero():
		return "至" + to.Chinese()
	case to.IsZero():
		return "自" + from.Chinese() + "起"
	}
	return from.Chinese() + "至" + to.Chinese()
}

// way says how the contract came about.
func way(c *contract.Contract) string {
	name := ""
	switch {
	case c.Procurement:
		name = "政府采购"
	case c.Tendered:
		name = "招标投标"
	}
	if name != "" && c.Method != "" {
		return name + "（" + c.Method + "）"
	}
	return name + c.Method
}

// money puts in an amount; nought is none, as the ledger has it.
func money(v form.Values, field string, amount fazhi.Money) {
	if amount != 0 {
		v[field] = amount
	}
}
