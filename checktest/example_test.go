package checktest_test

import (
	"context"
	"os"
	"testing"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/checktest"
)

// A Petition is a document of a bureau of one's own.
type Petition struct {
	Serial   string     `json:"serial"`
	Answered fazhi.Date `json:"answered"`
}

func (*Petition) Kind() fazhi.Kind { return "licheng/petition" }
func (p *Petition) ID() string     { return p.Serial }
func (p *Petition) Title() string  { return "信访件" }

// The test of a list of checks is two lines; the cases lie in testdata/cases.
func Example() {
	checks := []fazhi.Check{{
		Code: "licheng/petition/answered", Kind: "licheng/petition", Doc: "信访件应当答复。", Basis: "本区信访办理规定第五条",
		Run: fazhi.For(func(_ context.Context, pass *fazhi.Pass, p *Petition) error {
			if p.Answered.IsZero() {
				pass.Report(fazhi.At("answered"), "没有答复日期")
			}
			return nil
		}),
	}}
	_ = func(t *testing.T) { // func TestChecks(t *testing.T)
		checktest.Run(t, os.DirFS("testdata/cases"), checks, checktest.Decode[Petition])
		checktest.Codes(t, "testdata/codes.txt", checks...)
	}
}
