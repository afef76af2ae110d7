//go:build tools

// These tests need poppler (pdftotext) and LibreOffice. They fail where one is missing; whoever asks for them wants them run.

package review_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi/contract/law"
	"github.com/fazhi-go/fazhi/contract/review"
	"github.com/fazhi-go/fazhi/internal/papertest"
)

// pages is how many pages each paper has at most.
func pages(name string) int {
	switch {
	case strings.HasPrefix(name, "opinion"), name == "change-opinion":
		return 5
	case strings.HasPrefix(name, "sheet"), name == "filing":
		return 1
	}
	return 2
}

// allPapers adds an opinion by the items of package law: all is well but for the first three questions, and the fourth is pending.
func allPapers(t *testing.T) papertest.Papers {
	t.Helper()
	m, r := matter(), sampleReview()
	m.Items, r.Answers = law.Items(), nil
	for n, q := range m.Questions() {
		a := review.Answer{Code: q.Code, Reply: review.Yes, Role: "审查人员"}
		switch {
		case n < 3:
			a.Reply, a.Reason, a.Clause = review.No, "所附文件不能证明", "第"+[]string{"六", "九", "十二"}[n]+"条"
		case n == 3:
			a.Reply, a.Reason = review.Pending, "等待承办单位说明"
		}
		r.Answers = append(r.Answers, a)
	}
	all := papers(t)
	all["opinion-law"] = filled(t, review.Opinion(), m.OpinionValues(r), sender())
	return all
}

// Every paper as PDF says all that it should, on no more pages than it may have; none is empty.
func TestPapersAsPDF(t *testing.T) { allPapers(t).AsPDF(t, pages) }

// LibreOffice opens every paper as Word file, with the same text.
func TestPapersAsWord(t *testing.T) {
	allPapers(t).AsWord(t, filepath.Join("..", "..", "gongwen", "fonts"), pages)
}
