package bench

import (
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/gongwen/pdf"
)

// TestFirstPDF makes the first PDF of a process and, for BenchmarkFirstPDF, prints what it cost.
func TestFirstPDF(t *testing.T) {
	d := document(t)
	start := cpu(t)
	r, err := pdf.New(gongwen.GB9704(), embedded(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Render(io.Discard, d); err != nil {
		t.Fatal(err)
	}
	if os.Getenv("BENCH_FIRST_PDF") != "" {
		fmt.Println(cpu(t) - start)
	}
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
