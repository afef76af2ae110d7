package inspect

import (
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// Text returns the certificate in Chinese, for a person: the verdict, the findings, the measures.
func (c *Certificate) Text() string {
	var b strings.Builder
	if c.Name != "" {
		fmt.Fprintf(&b, "文件：%s\n", c.Name)
	}
	fmt.Fprintf(&b, "格式：%s，按%s检测\n结论：%s\n", strings.ToUpper(string(c.Format)), c.Form, c.verdict())
	c.writeFindings(&b)
	c.writeMeasures(&b)
	c.writeElements(&b)
	return b.String()
}

// verdict returns 符合, or how much does not agree, or 无法检测.
func (c *Certificate) verdict() string {
	wrong, doubtful := c.Findings.Count(fazhi.Error), c.Findings.Count(fazhi.Warning)
	if c.Verdict == Unmeasured {
		return "无法检测：" + c.why()
	}
	out := "符合 " + c.Edition
	if wrong > 0 {
		out = fmt.Sprintf("有 %d 处不符 %s", wrong, c.Edition)
	}
	if doubtful > 0 {
		out += fmt.Sprintf("，另有 %d 处请核对", doubtful)
	}
	return out
}

func (c *Certificate) writeFindings(b *strings.Builder) {
	names := [...]string{"不符", "核对", "提示"}
	for i, f := range c.Findings {
		if i == 0 {
			b.WriteString("\n发现的问题\n")
		}
		name := names[f.Severity]
		if f.Code == CodeUnmeasured {
			name = "无法检测"
		}
		fmt.Fprintf(b, "%3d. [%s] %s", i+1, name, f.Message)
		if f.Basis != "" {
			fmt.Fprintf(b, "（%s）", f.Basis)
		}
		b.WriteByte('\n')
	}
}

// known returns a measure, or that there is none.
func known(v float64) string {
	if v == 0 {
		return "（未测得）"
	}
	return fmt.Sprintf("%g", v)
}

// measured returns a measure with its unit, or that there is none.
func measured(v float64, unit string) string {
	if v == 0 {
		return "未测得"
	}
	return fmt.Sprintf("%g %s", v, unit)
}

// bodyName returns font and size of running text.
func (m *Measures) bodyName() string {
	switch {
	case m.BodySize == 0:
		return "未测得"
	case m.BodyFont == "":
		return "字体未测得，" + sizeName(m.BodySize)
	}
	return m.BodyFont + "，" + sizeName(m.BodySize)
}

func (c *Certificate) writeMeasures(b *strings.Builder) {
	m := &c.Measures
	b.WriteString("\n测量结果\n")
	fmt.Fprintf(b, "  纸张 %g×%g mm", m.Width, m.Height)
	if m.Pages > 0 {
		fmt.Fprintf(b, "，共 %d 页", m.Pages)
	}
	fmt.Fprintf(b, "\n  版心边缘 上 %s 左 %s 右 %s 下 %s mm\n", known(m.Top), known(m.Left), known(m.Right), known(m.Bottom))
	fmt.Fprintf(b, "  每面 %s，行距 %s；每行 %s，字距 %s", measured(float64(m.Lines), "行"), measured(m.Pitch, "磅"),
		measured(float64(m.Chars), "字"), measured(m.CharPitch, "磅"))
	if m.FullLines > 0 {
		fmt.Fprintf(b, "（满行 %d 行，其中标准字数 %d 行）", m.FullLines, m.Exact)
	}
	fmt.Fprintf(b, "\n  正文 %s\n", m.bodyName())
	if c.Format != DOCX {
		fmt.Fprintf(b, "  避头尾差错 %d 处，超出版心 %d 行\n", m.Faults, m.Overhang)
	}
	b.WriteString("  字体")
	for _, f := range c.Fonts {
		fmt.Fprintf(b, " %s %.1f%%", f.Font, 100*f.Share)
	}
	b.WriteString("\n  字号")
	for _, s := range c.Sizes {
		fmt.Fprintf(b, " %s %.1f%%", sizeName(s.Size), 100*s.Share)
	}
	b.WriteByte('\n')
}

// mostNumbers is how many page numbers Text shows: an odd one and an even one.
const mostNumbers = 2

func (c *Certificate) writeElements(b *strings.Builder) {
	numbers := 0
	for i, e := range c.Elements {
		if e.Kind == "page-number" {
			if numbers++; numbers > mostNumbers {
				continue
			}
		}
		if i == 0 {
			b.WriteString("\n各要素\n")
		}
		at := place{page: e.Page, line: e.Line}
		if c.Format == DOCX {
			at = place{paragraph: e.Line}
		}
		fmt.Fprintf(b, "  %s%s", at, e.Name)
		if e.Size > 0 {
			fmt.Fprintf(b, "，%s", sizeName(e.Size))
		}
		if e.Font != "" {
			fmt.Fprintf(b, "，%s", e.Font)
		}
		for _, d := range e.Distances {
			fmt.Fprintf(b, "，%s %g %s", d.Name, d.Value, d.Unit)
			if d.Want > 0 {
				fmt.Fprintf(b, "（应为 %g）", d.Want)
			}
		}
		b.WriteByte('\n')
	}
}
