package table

import (
	"strings"
	"unicode/utf8"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/near"
)

// headerSearch is how many rows are searched for the header when the caller does not say.
const headerSearch = 20

// wanted is one column that a reader looks for.
type wanted struct {
	Column
	path fazhi.Path
	keys []string // header keys that name it, its own first
}

// header is where the wanted columns are in a sheet.
type header struct {
	row     int      // number of the row, the lower one of two
	at      []int    // by wanted column: its column in the sheet, -1 when it is not there
	units   []string // by wanted column: the note in brackets, of the header that is chosen the unit of amounts
	texts   []string // header text by column of the sheet
	matched int

	// Of the header that is chosen:
	names []string // header keys by column of the sheet
	width int      // number of its cells; without bound when there are more than are read
	unfit bool     // a column that must be there is missing: no row can be read
}

// headerMarks are line breaks and marks that are written in several ways.
var headerMarks = strings.NewReplacer("\n", "", "\r", "", "﹡", "*", "【", "(", "】", ")", "[", "(", "]", ")")

// headerKey is what counts of a header cell: no blanks and line breaks, half-width marks, no asterisk, no （必填）.
func headerKey(s string) string {
	if s == "" {
		return ""
	}
	key := strings.ToLower(narrow(headerMarks.Replace(s)))
	for {
		before := key
		key = strings.Trim(key, "*:")
		for _, note := range [...]string{"(必填)", "(必填项)", "(选填)", "(选填项)", "(必选)", "(可选)"} {
			key = strings.TrimSuffix(strings.TrimPrefix(key, note), note)
		}
		if key == before {
			return key
		}
	}
}

// cutNote separates the note in brackets at the end of a header key: "合同金额" and "万元".
func cutNote(key string) (name, note string) {
	i := strings.LastIndexByte(key, '(')
	if i <= 0 || !strings.HasSuffix(key, ")") {
		return key, ""
	}
	return key[:i], key[i+1 : len(key)-1]
}

// match finds the wanted columns in a row of header texts. A name without its note in brackets counts where the full
// name is not there.
func match(columns []wanted, texts []string, row int) header {
	h := header{row: row, texts: texts, at: make([]int, len(columns)), units: make([]string, len(columns))}
	keys, short, notes := make([]string, len(texts)), make([]string, len(texts)), make([]string, len(texts))
	for i, t := range texts {
		keys[i] = headerKey(t)
		short[i], notes[i] = cutNote(keys[i])
	}
	for i := range columns {
		h.at[i] = find(keys, columns[i].keys)
		if h.at[i] < 0 {
			h.at[i] = find(short, columns[i].keys)
		}
		if h.at[i] >= 0 {
			h.units[i] = notes[h.at[i]]
			h.matched++
		}
	}
	return h
}

// find returns the first column whose key is one of those wanted, -1 if none.
func find(keys, wanted []string) int {
	for _, w := range wanted {
		for i, k := range keys {
			if k != "" && k == w {
				return i
			}
		}
	}
	return -1
}

// bestHeader returns the header among the first rows of a sheet: the row, or the two rows one above the other, in
// which most wanted columns are found; the first one when several are equal.
func bestHeader(columns []wanted, rows []Raw) header {
	var best header
	for i, raw := range rows {
		texts := headerTexts(raw)
		if h := match(columns, texts, raw.Row); h.matched > best.matched {
			best = h
		}
		if i > 0 && rows[i-1].Row == raw.Row-1 {
			if h := match(columns, below(headerTexts(rows[i-1]), texts), raw.Row); h.matched > best.matched {
				best = h
			}
		}
	}
	return best
}

func headerTexts(raw Raw) []string {
	texts := make([]string, len(raw.Cells))
	for i, c := range raw.Cells {
		texts[i] = trim(c.Text)
	}
	return texts
}

// below joins two header rows: the lower text where there is one, else the upper.
func below(upper, lower []string) []string {
	texts := make([]string, max(len(upper), len(lower)))
	copy(texts, upper)
	for i, t := range lower {
		if t != "" {
			texts[i] = t
		}
	}
	return texts
}

// unit returns the unit of an amount's header note, "" for yuan, and false when it is not one that can be read.
func moneyUnit(note string) (string, bool) {
	note = strings.TrimPrefix(strings.TrimPrefix(note, "单位:"), "人民币")
	switch note {
	case "", "元", "rmb", "¥", "含税", "大写", "小写":
		return "", true
	case "万元", "亿元":
		return note, true
	case "万", "亿":
		return note + "元", true
	}
	return "", false
}

// missing describes a required or expected column that is not there, with the header cell that may be meant. A name in
// the header is no value of a document, so it may be repeated.
func (h *header) missing(c *wanted) string {
	message := "没有“" + c.Name + "”列"
	var others []string
	places := make(map[string]int)
	for i, t := range h.texts {
		key := headerKey(t)
		if _, double := places[key]; double || key == "" || h.owner(i) >= 0 || utf8.RuneCountInString(key) > longestName {
			continue
		}
		places[key] = i
		others = append(others, key)
	}
	if n, ok := near.Name(c.keys[0], others); ok {
		message += "，" + columnName(places[n]) + " 列“" + n + "”是不是它？"
	}
	return message
}

// longestName is how long a text may be that is taken for the name of a column, in characters.
const longestName = 30

// owner returns which wanted column was found in a column of the sheet, -1 if none.
func (h *header) owner(column int) int {
	for i, at := range h.at {
		if at == column {
			return i
		}
	}
	return -1
}
