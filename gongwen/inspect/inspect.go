package inspect

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/internal/ooxml"
)

// ErrFormat is returned, wrapped, for a file that is none of the formats or cannot be read.
var ErrFormat = errors.New("不是可以检测的 PDF、OFD 或 DOCX 文件")

// Options say against what a file is measured.
type Options struct {
	Profile gongwen.Profile // zero: gongwen.GB9704
	Name    string          // of the file, for the certificate and the origin of findings
}

// File recognises a file by its content and measures it. What is wrong with the document is in the certificate; an error
// means that the file could not be measured: it wraps ErrFormat for files that are not of the formats, or what package
// pdfread or ooxml says of encrypted, damaged and oversized ones. No input makes it panic.
func File(data []byte, opts Options) (*Certificate, error) {
	profile := opts.Profile
	if profile == (gongwen.Profile{}) {
		profile = gongwen.GB9704()
	}
	if err := usable(&profile); err != nil {
		return nil, err
	}
	in := &inspection{profile: profile, cert: &Certificate{
		Name: opts.Name, Edition: profile.Edition, Form: "公文", Findings: fazhi.Issues{}, Elements: []Element{},
	}}
	var err error
	switch {
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		in.cert.Format = PDF
		err = in.pdf(data)
	case bytes.HasPrefix(data, []byte("PK")):
		err = in.zip(data)
	case len(data) == 0 || ooxml.IsOld(data):
		err = unopened(data)
	default:
		err = ErrFormat
	}
	if err != nil {
		return nil, fmt.Errorf("inspect: %w", err)
	}
	in.finish()
	return in.cert, nil
}

// usable refuses a profile against which nothing can be measured.
func usable(p *gongwen.Profile) error {
	if p.TextWidth <= 0 || p.TextHeight <= 0 || p.BodySize <= 0 || p.Lines <= 0 || p.Chars <= 0 || p.LinePitch <= 0 {
		return errors.New("inspect: 版面参数不完整")
	}
	return nil
}

// An inspection is one file that is being measured.
type inspection struct {
	profile  gongwen.Profile
	cert     *Certificate
	counts   map[fazhi.Code]int // findings of each code
	faults   map[int]int        // lines that begin or end wrongly, by page
	overhang map[int]int
	unknown  []string // fonts whose names say nothing
	folios   []folioFinding
}

// mostFindings is how many findings of one code are listed; of the others only the number.
const mostFindings = 20

// find adds a finding. The place is at.String().
func (in *inspection) find(code fazhi.Code, at place, format string, args ...any) {
	in.grave(code, ruleOf(code).severity, at, format, args...)
}

// grave adds a finding of a severity that is not the usual one of its code.
func (in *inspection) grave(code fazhi.Code, severity fazhi.Severity, at place, format string, args ...any) {
	if in.counts == nil {
		in.counts = map[fazhi.Code]int{}
	}
	if in.counts[code]++; in.counts[code] > mostFindings {
		return
	}
	in.cert.Findings = append(in.cert.Findings, fazhi.Issue{
		Code: code, Severity: severity, Origin: fazhi.Origin{File: in.cert.Name},
		Message: at.String() + message(format, args), Basis: ruleOf(code).basis,
	})
}

// message writes a message without -0.0.
func message(format string, args []any) string {
	args = slices.Clone(args)
	for i, a := range args {
		if v, ok := a.(float64); ok {
			args[i] = unsigned(v)
		}
	}
	return fmt.Sprintf(format, args...)
}

// finish adds what was not listed, and the verdict.
func (in *inspection) finish() {
	for _, r := range rules() {
		if more := in.counts[r.code] - mostFindings; more > 0 {
			in.cert.Findings = append(in.cert.Findings, fazhi.Issue{
				Code: r.code, Severity: fazhi.Notice, Origin: fazhi.Origin{File: in.cert.Name},
				Message: fmt.Sprintf("同类问题另有 %d 处，未一一列出", more), Basis: r.basis,
			})
		}
	}
	switch {
	case in.cert.Verdict == Unmeasured:
	case in.cert.Findings.Count(fazhi.Error) > 0:
		in.cert.Verdict = Differs
	default:
		in.cert.Verdict = Conforms
	}
	in.cert.Conforms = in.cert.Verdict == Conforms
}

// A place is where a finding is; zero numbers are left out. pages is on how many pages the same is found.
type place struct{ page, line, paragraph, pages int }

// String returns 第3页第5行：, or nothing for the whole file.
func (p place) String() string {
	switch {
	case p.pages > 1:
		return fmt.Sprintf("第%d页等%d页：", p.page, p.pages)
	case p.paragraph > 0:
		return fmt.Sprintf("第%d段：", p.paragraph)
	case p.page > 0 && p.line > 0:
		return fmt.Sprintf("第%d页第%d行：", p.page, p.line)
	case p.page > 0:
		return fmt.Sprintf("第%d页：", p.page)
	}
	return ""
}
