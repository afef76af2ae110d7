package inspect

import "fmt"

// A Verdict is the conclusion of a certificate. Its three values are those of the member verdict in JSON and stay.
type Verdict string

// The conclusions.
const (
	Conforms   Verdict = "conforms"   // 符合: no finding is an error
	Differs    Verdict = "differs"    // 不符
	Unmeasured Verdict = "unmeasured" // 无法检测: there is hardly any text that can be read
)

// leastReadable is how many readable characters the fullest page has at least, and so has a first page with pictures; fewer are
// the mark of a scanner's program or a page number.
const leastReadable = 20

// readable returns how many characters of a page can be read, without the page number.
func (l *leaf) readable() int {
	n := l.turned
	for _, p := range l.parts() {
		n += len(p.glyphs)
	}
	return n
}

// measurable reports whether there is enough text to judge a printed document: on any page, on the first where that is a
// picture, and not less than what has no meaning.
func (in *inspection) measurable(b *book) bool {
	most, all, unreadable := 0, 0, 0
	for i := range b.leaves {
		l := &b.leaves[i]
		n := l.readable()
		most, all, unreadable = max(most, n), all+n, unreadable+l.unreadable
	}
	switch {
	case unreadable > all:
		in.unmeasured(fmt.Sprintf("没有可读的文字，文件中 %d 个字符没有对应的文字", unreadable))
	case most < leastReadable:
		in.unmeasured("没有可读的文字，可能是扫描件")
	case b.leaves[0].images > 0 && b.leaves[0].readable() < leastReadable:
		in.unmeasured("首页没有可读的文字，可能是扫描件")
	}
	return in.cert.Verdict != Unmeasured
}

// measurable reports whether there is enough text to judge a Word document.
func (f *flow) measurable() bool {
	n := 0
	for i := range f.paragraphs {
		n += len([]rune(f.paragraphs[i].text))
	}
	return n >= leastReadable
}

// why returns why nothing can be judged.
func (c *Certificate) why() string {
	for _, f := range c.Findings {
		if f.Code == CodeUnmeasured {
			return f.Message
		}
	}
	return ""
}

// unmeasured notes why nothing can be judged.
func (in *inspection) unmeasured(why string) {
	in.cert.Verdict = Unmeasured
	in.find(CodeUnmeasured, place{}, "%s", why)
}
