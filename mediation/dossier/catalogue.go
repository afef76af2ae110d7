package dossier

import (
	"slices"

	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// MostPages is how many pages one paper may have; more are taken for a slip of the pen.
const MostPages = 10_000

// An Entry is one line of the table of contents (卷内目录). From and To are its pages; zero: not known, or Unpaged.
type Entry struct {
	No       int
	Part     int
	Name     string
	From, To int
	Unpaged  bool // its sheets carry no page number
}

// Catalogue returns the table of contents of a file: the papers by part, within a part in the order given, and their pages,
// counted from 1. Cover and contents carry no page numbers and are not listed. Behind a paper whose number of pages is not known
// no page is known.
func (p Profile) Catalogue(d *dispute.Dispute) []Entry {
	parts := p.parts()
	place := func(paper dispute.Paper) int {
		if at := indexOf(parts, paper.Part); at >= 0 {
			return at
		}
		return len(parts)
	}
	papers := slices.Clone(d.Papers)
	slices.SortStableFunc(papers, func(a, b dispute.Paper) int { return place(a) - place(b) })
	entries := make([]Entry, len(papers))
	next := 1
	for i, paper := range papers {
		entries[i] = Entry{No: i + 1, Part: paper.Part, Name: paper.Name}
		if at := indexOf(parts, paper.Part); at >= 0 && parts[at].Unpaged {
			entries[i].Unpaged = true
			continue
		}
		entries[i].From, entries[i].To, next = pages(next, paper.Pages)
	}
	return entries
}

// pages returns the pages of a paper and the one after them; next is zero when no page is known any more.
func pages(next, count int) (from, to, after int) {
	if next == 0 || badPages(count) {
		return 0, 0, 0
	}
	return next, next + count - 1, next + count
}

func badPages(n int) bool { return n < 1 || n > MostPages }

// indexOf returns where the part with a number stands, -1 if there is none.
func indexOf(parts []Part, no int) int {
	return slices.IndexFunc(parts, func(x Part) bool { return x.No == no })
}

// LastPage returns the last page of a table of contents, zero if it is not known.
func LastPage(entries []Entry) int {
	last := 0
	for _, e := range entries {
		if e.Unpaged {
			continue
		}
		if e.To == 0 {
			return 0
		}
		last = e.To
	}
	return last
}
