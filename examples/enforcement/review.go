package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/rules/rubric"
)

// A progress is the answer of review.
type progress struct {
	Round     string        `json:"round"`
	Files     int           `json:"files"`  // of the period
	Others    int           `json:"others"` // that were not closed in it
	Drawn     int           `json:"drawn"`
	Roster    string        `json:"roster"` // digest of what was drawn from
	Sheets    []sheetState  `json:"sheets"`
	Results   []result      `json:"results"` // of the files that are decided
	Waits     []string      `json:"waits"`   // what has to come before the round can go on
	Done      bool          `json:"done"`
	Written   []string      `json:"written"`
	Unchanged int           `json:"unchanged"` // files that were there already, byte for byte
	Digest    rubric.Digest `json:"digest"`    // of all results, when done
	Issues    fazhi.Issues  `json:"issues"`
	cli.Outcome
}

// A result is the score of one file.
type result struct {
	File   string       `json:"file"`
	Unit   string       `json:"unit"`
	Way    review.Way   `json:"way"`
	Score  rubric.Score `json:"score"`
	Grade  string       `json:"grade"`
	Vetoed bool         `json:"vetoed"`
	Why    string       `json:"why"`
}

func (p *progress) Prepare() {
	cli.Listed(&p.Sheets)
	cli.Listed(&p.Results)
	cli.Listed(&p.Waits)
	cli.Listed(&p.Written)
	cli.Listed(&p.Issues)
}

func (p *progress) Found() string {
	said := ""
	if len(p.Waits) > 0 {
		said = fmt.Sprintf("还缺 %d 项，补齐后再运行一次", len(p.Waits))
	}
	return joined("；", said, cli.Tally(p.Issues))
}

func (p *progress) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s：案卷 %d 件，抽取 %d 件", p.Round, p.Files, p.Drawn)
	if p.Others > 0 {
		fmt.Fprintf(&b, "；另有 %d 件不是在期间内结案的", p.Others)
	}
	b.WriteString("\n")
	if p.Roster != "" {
		b.WriteString("名册摘要：" + p.Roster + "\n")
	}
	for _, s := range p.Sheets {
		fmt.Fprintf(&b, "评分表：%s　案卷 %d 件　%s\n", s.File, s.Cases, s.State)
	}
	for _, r := range p.Results {
		veto := ""
		if r.Vetoed {
			veto = "（一票否决）"
		}
		fmt.Fprintf(&b, "%s　%s　%s　%s%s　%s\n", r.File, r.Unit, r.Score, r.Grade, veto, r.Way)
	}
	for _, w := range p.Waits {
		b.WriteString("还缺：" + w + "\n")
	}
	if p.Done {
		fmt.Fprintf(&b, "本轮评查已经办完，结果摘要：%s\n", p.Digest)
	}
	b.WriteString(cli.WrittenLines(p.Written))
	if p.Unchanged > 0 && len(p.Written) == 0 {
		fmt.Fprintf(&b, "%d 个文件没有变化\n", p.Unchanged)
	}
	return b.String() + issueLines(p.Issues)
}

// reviewing does of a round what can be done.
func (s *session) reviewing(ctx context.Context, args []string, out *progress) error {
	release, err := enter(args[0])
	if err != nil {
		return err
	}
	defer release()
	r, err := openRound(args[0])
	if err != nil {
		return err
	}
	for _, stage := range []func() error{r.draw, r.gather, r.recheck, r.publish} {
		if err = ctx.Err(); err != nil || r.bad() {
			break
		}
		if err = stage(); err != nil {
			break
		}
	}
	if err == nil && len(r.sheets) > 0 {
		err = r.strangers()
	}
	r.report(out)
	return err
}

// enter locks the folder of a round, and removes what a run that was killed left half-written.
func enter(dir string) (release func(), err error) {
	if err := isFolder(dir); err != nil {
		return nil, err
	}
	if release, err = lock(dir); err != nil {
		return nil, err
	}
	for _, name := range [...]string{"", sheetFolder, resultFolder} {
		if err := sweep(filepath.Join(dir, name)); err != nil {
			release()
			return nil, err
		}
	}
	return release, nil
}

func (r *round) report(out *progress) {
	d := &r.record.Drawn
	*out = progress{Round: r.batch.Name, Files: len(r.frame), Others: r.others, Drawn: len(d.Picks), Roster: d.Roster, Sheets: r.sheets,
		Waits: r.waits, Written: r.to.written, Unchanged: r.to.kept, Issues: r.issues}
	for i := range r.results {
		if x := &r.results[i]; x.Way != review.Undecided {
			out.Results = append(out.Results, result{x.File, x.Unit, x.Way, x.Final, x.Grade, x.Vetoed, x.Why})
		}
	}
	if out.Done = len(r.results) > 0 && len(r.waits) == 0 && !r.bad(); out.Done {
		out.Digest = r.record.ResultsAre
	}
}
