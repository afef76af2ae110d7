package main

import (
	"context"
	"embed"
	"errors"
	"hash/fnv"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi/enforcement/review"
	"github.com/fazhi-go/fazhi/examples/internal/cli"
	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/table"
)

//go:embed sample
var sampleFiles embed.FS

// A sampling is the answer of sample.
type sampling struct {
	Files []string `json:"files"`
	cli.Outcome
}

func (s *sampling) Prepare()       { cli.Listed(&s.Files) }
func (s *sampling) String() string { return cli.WrittenLines(s.Files) }

// samples writes the invented files into a folder, and fills the score sheets of the round in. It never overwrites a file.
func (s *session) samples(_ context.Context, args []string, out *sampling) error {
	files, err := fs.Sub(sampleFiles, "sample")
	if err != nil {
		return err
	}
	if out.Files, err = cli.WriteSamples(files, args[0]); err != nil || s.blank {
		return err
	}
	r, err := openRound(filepath.Join(args[0], "评查"))
	if err != nil {
		return err
	}
	if err = r.draw(); err == nil && !r.bad() {
		err = r.fillIn()
	}
	out.Files = append(out.Files, r.to.written...)
	return errors.Join(err, r.issues.Err())
}

// fillIn plays the reviewers: all sheets of the two sides, then the talks, then the third opinions.
func (r *round) fillIn() error {
	if err := r.play(r.record.Tasks(r.assigned), sheetName); err != nil {
		return err
	}
	if err := r.play(r.record.TalkTasks(r.assigned, r.results), caseName); err != nil {
		return err
	}
	return r.play(single(r.record.ThirdTasks(r.assigned, r.results)), caseName)
}

// play fills workbooks in, and settles with them.
func (r *round) play(tasks []review.Task, name func(review.Task) string) error {
	for _, t := range tasks {
		sheets, err := review.Sheets(t)
		if err != nil {
			return err
		}
		for i := range t.Files {
			fill(&sheets[i+1], &t, i)
		}
		if err := r.to.book(sheetFolder+fileName(name(t))+".xlsx", sheets...); err != nil {
			return err
		}
	}
	if err := r.takeAll(tasks, name); err != nil {
		return err
	}
	return r.settle()
}

// fill writes a verdict into each row that has none.
func fill(sheet *table.Sheet, t *review.Task, file int) {
	at := map[string]int{}
	for i, c := range sheet.Columns {
		at[c.Name] = i
	}
	a := &t.Files[file]
	for i, row := range sheet.Rows {
		if v, _ := table.Plain(row[at["评定"]]); v != nil && v != "" {
			continue
		}
		v := imagined(&a.Rubric.Items[i], a.Case.File, t.Role)
		row[at["评定"]], row[at["扣分"]], row[at["处数"]], row[at["理由"]] = v.verdict.String(), v.taken, v.times, v.reason
	}
}

// A verdict is what an invented reviewer writes.
type verdict struct {
	verdict              rubric.Verdict
	taken, times, reason string
}

// imagined judges an item: what is wrong with a file is the same for all, but now and then one overlooks it, or sees more.
func imagined(item *rubric.Item, file, role string) verdict {
	bad, hard := chance(file, "瑕疵"), chance(file, "分歧")
	wrong := chance(file, item.ID) < 20+bad*bad/4500
	if chance(file, item.ID, role) < 10+hard*hard/10000 {
		wrong = !wrong
	}
	if item.Veto {
		wrong = chance(file, item.ID) < 6
	}
	v := verdict{verdict: rubric.NotMet, reason: "卷内第" + string('1'+rune(chance(file, item.ID)%9)) + "页不符合要求"}
	switch {
	case item.Role == rubric.Adds:
		return verdict{verdict: rubric.NotApplicable}
	case !wrong:
		return verdict{verdict: rubric.Met}
	case item.Each > 0:
		v.times = "1"
	case item.Most > 0:
		v.taken = item.Most.String()
	case !item.Whole && item.Points > 0:
		v.taken = (item.Points / 2).String()
	}
	return v
}

// chance is a number from 0 to 999 that depends on the words alone.
func chance(words ...string) int {
	h := fnv.New64a()
	_, _ = h.Write([]byte(strings.Join(words, "|")))
	return int(h.Sum64()>>7) % 1000
}
