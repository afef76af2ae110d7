//go:build tools

// These tests need poppler (pdftotext) and LibreOffice. They fail where one is missing; whoever asks for them wants them run.

package documents_test

import (
	"path/filepath"
	"testing"

	"github.com/fazhi-go/fazhi/internal/papertest"
)

// pages is how many pages each paper has at most.
func pages(name string) int {
	switch name {
	case "agreement":
		return 3
	case "cover", "catalogue", "back", "note", "registration-own", "application", "inquiry", "referral-refusal", "referral-result", "refusal", "refusal-one", "end", "visit":
		return 1
	}
	return 2
}

// Every paper as PDF says all that it should, on no more pages than it may have; none is empty.
func TestPapersAsPDF(t *testing.T) { papertest.Papers(papers(t)).AsPDF(t, pages) }

// LibreOffice opens every paper as Word file, with the same text.
func TestPapersAsWord(t *testing.T) {
	papertest.Papers(papers(t)).AsWord(t, filepath.Join("..", "..", "gongwen", "fonts"), pages)
}
