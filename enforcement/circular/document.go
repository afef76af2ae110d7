package circular

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/redact"
)

// A Letter is what a circular says besides its numbers.
type Letter struct {
	Issuer string       // 发文机关
	Mark   string       // 发文机关标志; empty: no head
	Number fazhi.Number // 发文字号
	To     string       // 主送机关; empty: 各有关单位
	Date   fazhi.Date   // 成文日期
	Basis  []string     // 依据: "《…》第七十五条"
	How    string       // how it was reviewed, one or more sentences: who drew, who scored
	Demand string       // what is asked besides putting right, one or more sentences
	Mask   redact.Options
}

// ErrIssuer is returned for a letter without an issuer.
var ErrIssuer = errors.New("circular: 没有发文机关")

// Document makes the official document. The issues are those of Check: with an error among them there is none. The error says
// that a chart cannot be drawn, or that the letter is wrong.
//
// Reasons, which reviewers wrote, are masked by Letter.Mask; who signs reads the copy first, as package redact says.
func (s *Summary) Document(l Letter) (*gongwen.Document, fazhi.Issues, error) {
	if l.Issuer == "" {
		return nil, nil, ErrIssuer
	}
	mask, err := redact.New(l.Mask)
	if err != nil {
		return nil, nil, fmt.Errorf("circular: %w", err)
	}
	issues := s.Check()
	if issues.Count(fazhi.Error) > 0 {
		return nil, issues, nil
	}
	w := &writing{s: s, letter: &l, mask: mask}
	body, err := w.body()
	if err != nil {
		return nil, nil, fmt.Errorf("circular: %w", err)
	}
	d := &gongwen.Document{
		Title: l.Issuer + "关于" + s.Name + "行政执法案卷评查情况的通报",
		To:    cmp.Or(l.To, "各有关单位"), Body: gongwen.NumberHeadings(body),
		Sign: gongwen.Signature{Organs: []string{l.Issuer}, Date: l.Date, Seal: l.Mark != ""},
	}
	if l.Mark != "" {
		d.Head = gongwen.Head{Mark: l.Mark, Number: l.Number}
	}
	if len(s.Rectify) > 0 {
		d.Attachments = []gongwen.Attachment{{Title: "行政执法案卷评查整改清单", Body: []gongwen.Block{w.rectifications()}}}
	}
	return d, issues, nil
}

// writing is the work on one document.
type writing struct {
	s      *Summary
	letter *Letter
	mask   *redact.Redactor
}

// body returns the parts that have something to say.
func (w *writing) body() ([]gongwen.Block, error) {
	var blocks []gongwen.Block
	for _, part := range []func() ([]gongwen.Block, error){w.opening, w.overview, w.grades, w.good, w.faults, w.demands} {
		more, err := part()
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, more...)
	}
	return blocks, nil
}

func (w *writing) opening() ([]gongwen.Block, error) {
	text := w.letter.Issuer + "组织开展了" + w.s.Name + "行政执法案卷评查。现将有关情况通报如下："
	if len(w.letter.Basis) > 0 {
		text = "根据" + strings.Join(w.letter.Basis, "、") + "，" + text
	}
	return []gongwen.Block{paragraph(text)}, nil
}

func (w *writing) overview() ([]gongwen.Block, error) {
	var sorts []string
	for _, r := range w.s.Sorts {
		if r.Reviewed > 0 {
			sorts = append(sorts, fmt.Sprintf("%s案卷%d件", r.Sort, r.Reviewed))
		}
	}
	text := fmt.Sprintf("本次评查%s%d个单位报送案卷%d件，评查%d件", w.span(), len(w.s.Units), w.s.Received, w.s.Reviewed)
	if len(sorts) > 0 {
		text += "，其中" + strings.Join(sorts, "、")
	}
	blocks := []gongwen.Block{heading("基本情况"), paragraph(text + "。" + w.letter.How)}
	return append(blocks, w.sorts()), nil
}

// span says which files were reviewed.
func (w *writing) span() string {
	if w.s.Period == (fazhi.Period{}) {
		return "中，"
	}
	return "的范围是" + w.s.Period.From.Chinese() + "至" + w.s.Period.To.Chinese() + "办结的案卷。"
}

func (w *writing) grades() ([]gongwen.Block, error) {
	text := w.counts()
	if w.s.Vetoed > 0 {
		text += fmt.Sprintf("；有一票否决情形的%d件", w.s.Vetoed)
	}
	if w.s.Scored > 0 {
		text += "；" + w.scored() + "平均得分" + w.s.Mean.Fixed() + "分"
	}
	if n := len(w.s.Objections); n > 0 {
		text += fmt.Sprintf("。评查结果反馈后收到异议%d件，复核后改变结果%d件", n, w.changed())
	}
	blocks := []gongwen.Block{heading("评查结果"), paragraph(text + "。")}
	if w.s.Reviewed == 0 {
		return blocks, nil
	}
	chart, err := w.gradeChart()
	if err != nil {
		return nil, err
	}
	return append(blocks, chart, w.units()), nil
}

// counts says how many files have which grade, and the rate of the best one (优秀率). Grades that no file has are in the
// table.
func (w *writing) counts() string {
	if w.s.Reviewed < 1 {
		return "没有评查的案卷"
	}
	var counts []string
	for i, g := range w.s.Policy.Grades {
		if n := w.s.Grades[i]; n > 0 {
			counts = append(counts, fmt.Sprintf("%s%d件", g.Name, n))
		}
	}
	percent, _ := fazhi.Rate{Num: int64(w.s.Grades[0]), Den: int64(w.s.Reviewed)}.Decimal(1)
	return strings.Join(counts, "、") + "；" + w.best() + "率" + percent + "%"
}

// best is the name of the best grade; a summary that somebody else wrote may have none.
func (w *writing) best() string {
	if len(w.s.Policy.Grades) == 0 {
		return ""
	}
	return w.s.Policy.Grades[0].Name
}

// scored says of how many files the mean is, where some have no score.
func (w *writing) scored() string {
	if w.s.Scored == w.s.Reviewed {
		return ""
	}
	return fmt.Sprintf("有得分的%d件，", w.s.Scored)
}

func (w *writing) changed() (n int) {
	for _, o := range w.s.Objections {
		if o.Changed {
			n++
		}
	}
	return n
}

func (w *writing) good() ([]gongwen.Block, error) {
	if len(w.s.Good) == 0 {
		return nil, nil
	}
	files := make([]string, len(w.s.Good))
	for i, g := range w.s.Good {
		files[i] = fmt.Sprintf("%s办理的%s案卷%s（%s分）", g.Unit, g.Sort, g.File, g.Score)
	}
	return []gongwen.Block{heading(w.best() + "案卷"), paragraph("下列案卷得分较高，供各单位学习借鉴：" + strings.Join(files, "；") + "。")}, nil
}

func (w *writing) faults() ([]gongwen.Block, error) {
	if len(w.s.Faults) == 0 {
		return nil, nil
	}
	var stages []string
	for _, r := range w.s.Stages {
		stages = append(stages, fmt.Sprintf("%s%d个，涉及案卷%d件", cmp.Or(r.Stage, "其他"), r.Faults, r.Files))
	}
	chart, err := w.faultChart()
	if err != nil {
		return nil, err
	}
	return []gongwen.Block{
		heading("主要问题"), paragraph("评查发现的问题，从环节看：" + strings.Join(stages, "；") + "。较为普遍的问题见下图和下表。"),
		chart, w.common(),
	}, nil
}

func (w *writing) demands() ([]gongwen.Block, error) {
	text := w.letter.Demand
	if files := w.s.filesToRectify(); files > 0 {
		text = fmt.Sprintf("需要整改的案卷%d件、问题%d个，见附件。有关单位应当于%s前逐项整改，并报送整改情况。", files, len(w.s.Rectify), w.s.Policy.Due.Chinese()) + text
	}
	if text == "" {
		return nil, nil
	}
	return []gongwen.Block{heading("工作要求"), paragraph(text)}, nil
}

// filesToRectify counts the files of the list.
func (s *Summary) filesToRectify() (n int) {
	for i, r := range s.Rectify {
		if i == 0 || r.File != s.Rectify[i-1].File {
			n++
		}
	}
	return n
}

func heading(text string) gongwen.Heading {
	return gongwen.Heading{Level: 1, Text: []gongwen.Span{gongwen.Text(text)}}
}

func paragraph(text string) gongwen.Paragraph {
	return gongwen.Paragraph{Text: []gongwen.Span{gongwen.Text(text)}}
}
