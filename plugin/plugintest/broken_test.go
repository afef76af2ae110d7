package plugintest_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/gongwen"
	"github.com/fazhi-go/fazhi/plugin"
	"github.com/fazhi-go/fazhi/plugin/plugintest"
	"github.com/fazhi-go/fazhi/register"
	"github.com/fazhi-go/fazhi/register/checkpoint"
	"github.com/fazhi-go/fazhi/register/numbering"
	"github.com/fazhi-go/fazhi/workday"
)

// A broken plug-in has one flaw, and exactly these cases find it.
type broken struct {
	flaw  string
	spoil func(*plugin.Plugin)
	cases []string
}

func by(flaw string, spoil func(*plugin.Plugin), cases ...string) broken {
	return broken{flaw, spoil, cases}
}

// checked spoils the answers of Check.
func checked(spoil func(ctx context.Context, d *lease, r *plugin.CheckResponse) error) func(*plugin.Plugin) {
	return func(p *plugin.Plugin) {
		p.Check = func(ctx context.Context, q *plugin.CheckRequest) (*plugin.CheckResponse, error) {
			r, err := check(ctx, q)
			if err == nil {
				err = spoil(ctx, q.Doc.(*lease), r)
			}
			return r, err
		}
	}
}

// says adds an issue to every answer about a lease that is not signed.
func says(i fazhi.Issue) func(*plugin.Plugin) {
	return checked(func(_ context.Context, d *lease, r *plugin.CheckResponse) error {
		if d.Signed.IsZero() && len(r.Issues) > 0 && r.Issues[0].Code == codeSigned {
			r.Issues[0] = i
		}
		return nil
	})
}

// guarded puts another guard in the place.
func guarded(guard func(a *plugin.GuardRequest) (*plugin.GuardResponse, error)) func(*plugin.Plugin) {
	return func(p *plugin.Plugin) {
		p.Guard = func(_ context.Context, a *plugin.GuardRequest) (*plugin.GuardResponse, error) { return guard(a) }
	}
}

// alone lets one call after the other in, so that what changes its arguments does not do it in two goroutines at once.
func alone(spoil func(*plugin.Plugin)) func(*plugin.Plugin) {
	var mu sync.Mutex
	return func(p *plugin.Plugin) {
		spoil(p)
		p.Check, p.Guard = locked(&mu, p.Check), locked(&mu, p.Guard)
		p.Provide.Renderers["txt"] = locked(&mu, p.Provide.Renderers["txt"])
	}
}

func locked[Q, R any](mu *sync.Mutex, f func(context.Context, *Q) (*R, error)) func(context.Context, *Q) (*R, error) {
	return func(ctx context.Context, q *Q) (*R, error) {
		mu.Lock()
		defer mu.Unlock()
		return f(ctx, q)
	}
}

func large(d *lease) bool { return len(d.Name)+len(d.Words) > 50_000 }

func brokenDeclarations() []broken {
	var starts atomic.Int64
	return []broken{
		by("no version", func(p *plugin.Plugin) { p.Version = "" }, "declaration"),
		by("a code of somebody else", func(p *plugin.Plugin) { p.Refuses = append(p.Refuses, "other/lease") }, "declaration"),
		by("another version each time", func(p *plugin.Plugin) { p.Version = fmt.Sprint("1.0.", starts.Add(1)) }, "declaration"),
	}
}

func brokenChecks() []broken {
	var calls, inside atomic.Int64
	return []broken{
		by("no parties: panic", checked(func(_ context.Context, d *lease, _ *plugin.CheckResponse) error {
			_ = d.Parties[0]
			return nil
		}), "survives-documents"),
		by("brackets are cut without a look", checked(func(_ context.Context, d *lease, _ *plugin.CheckResponse) error {
			if i := strings.Index(d.Words, "〔"); i >= 0 {
				_ = d.Words[i : i+strings.Index(d.Words[i:], "〕")]
			}
			return nil
		}), "survives-documents"),
		by("hangs on a text that is not UTF-8", checked(func(_ context.Context, d *lease, _ *plugin.CheckResponse) error {
			if strings.ToValidUTF8(d.Name, "") != d.Name {
				time.Sleep(time.Hour)
			}
			return nil
		}), "survives-documents"),
		by("a far date is an error", checked(func(_ context.Context, d *lease, _ *plugin.CheckResponse) error {
			if d.Signed.Year() == 9999 {
				return errors.New("日期不能计算")
			}
			return nil
		}), "answers-documents"),
		by("the parties are sorted", alone(checked(func(_ context.Context, d *lease, _ *plugin.CheckResponse) error {
			slices.SortFunc(d.Parties, func(a, b party) int { return strings.Compare(a.Name, b.Name) })
			return nil
		})), "leaves-unchanged"),
		by("each second answer differs", checked(func(_ context.Context, _ *lease, r *plugin.CheckResponse) error {
			if calls.Add(1)%2 == 0 {
				r.Issues = append(r.Issues, fazhi.Issue{Code: codeRole, Path: "/parties", Message: "再问一次"})
			}
			return nil
		}), "repeats", "together", "issue-codes-asked"),
		by("two at once disturb each other", checked(func(_ context.Context, d *lease, _ *plugin.CheckResponse) error {
			defer inside.Add(-1)
			inside.Add(1)
			if time.Sleep(time.Millisecond); inside.Load() > 1 {
				return errors.New("另一请求在途")
			}
			return nil
		}), "together"),
		by("a context that is over is waited out", checked(func(ctx context.Context, _ *lease, _ *plugin.CheckResponse) error {
			if ctx.Err() != nil {
				time.Sleep(time.Hour)
			}
			return nil
		}), "cancelled"),
		by("a context that ends is not seen", checked(func(_ context.Context, d *lease, _ *plugin.CheckResponse) error {
			if large(d) {
				time.Sleep(9 * time.Second)
			}
			return nil
		}), "cancelled", "budget"),
		by("slow on large documents", checked(func(ctx context.Context, d *lease, _ *plugin.CheckResponse) error {
			if large(d) {
				select {
				case <-ctx.Done():
				case <-time.After(3 * time.Second):
				}
			}
			return nil
		}), "budget"),
		by("a goroutine is left", checked(func(context.Context, *lease, *plugin.CheckResponse) error {
			go time.Sleep(time.Hour)
			return nil
		}), "goroutines"),
	}
}

func brokenIssues() []broken {
	return []broken{
		by("a code that is not declared", says(fazhi.Issue{Code: "licheng/lease/date", Path: "/signed", Message: "没有签订日期"}),
			"issue-codes", "issue-codes-asked"),
		by("all checks are answered, whichever is asked", func(p *plugin.Plugin) {
			p.Check = func(ctx context.Context, q *plugin.CheckRequest) (*plugin.CheckResponse, error) {
				all := *q
				all.Codes = []fazhi.Code{codeSigned, codeRole}
				return check(ctx, &all)
			}
		}, "issue-codes-asked"),
		by("an empty message", says(fazhi.Issue{Code: codeSigned, Path: "/signed"}), "issue-messages"),
		by("an English message", says(fazhi.Issue{Code: codeSigned, Path: "/signed", Message: "no date"}), "issue-messages"),
		by("a name in a message", checked(func(_ context.Context, d *lease, r *plugin.CheckResponse) error {
			for i := range r.Issues {
				r.Issues[i].Message += "：" + d.Name
			}
			return nil
		}), "issue-values"),
		by("an amount in a message", checked(func(_ context.Context, d *lease, r *plugin.CheckResponse) error {
			for i := range r.Issues {
				r.Issues[i].Message += fmt.Sprintf("，租金%d元", d.Amount/100)
			}
			return nil
		}), "issue-values"),
		by("a path in another style", says(fazhi.Issue{Code: codeSigned, Path: "signed", Message: "没有签订日期"}), "issue-paths"),
		by("a path to a name within a text", says(fazhi.Issue{Code: codeSigned, Path: "/serial/year", Message: "没有签订日期"}), "issue-paths"),
		by("an index that is counted from 1", checked(func(_ context.Context, d *lease, r *plugin.CheckResponse) error {
			for i := range r.Issues {
				if r.Issues[i].Code == codeRole {
					r.Issues[i].Path = fazhi.At("parties", len(d.Parties), "role")
				}
			}
			return nil
		}), "issue-paths"),
	}
}

func brokenGuards() []broken {
	refuse := func(code fazhi.Code, reason string) func(*plugin.Plugin) {
		return guarded(func(a *plugin.GuardRequest) (*plugin.GuardResponse, error) {
			if a.Act == register.Voided {
				return plugin.Refuse(code, reason), nil
			}
			return nil, nil
		})
	}
	return []broken{
		by("the content is taken for granted", guarded(func(a *plugin.GuardRequest) (*plugin.GuardResponse, error) {
			_ = a.Doc.Title()
			return nil, nil
		}), "survives-documents"),
		by("no is said as an error", guarded(func(a *plugin.GuardRequest) (*plugin.GuardResponse, error) {
			if d, ok := a.Doc.(*lease); ok && d.Amount < 0 {
				return nil, errors.New("租金小于零")
			}
			return nil, nil
		}), "answers-documents"),
		by("the attempt is changed", alone(guarded(func(a *plugin.GuardRequest) (*plugin.GuardResponse, error) {
			a.Reason += "（已审）"
			return nil, nil
		})), "leaves-unchanged"),
		by("the last entry is changed", alone(guarded(func(a *plugin.GuardRequest) (*plugin.GuardResponse, error) {
			if a.Last != nil {
				a.Last.Step = "审查"
			}
			return nil, nil
		})), "leaves-unchanged"),
		by("a refusal that is not declared", refuse("licheng/lease/other", "租赁合同不得作废"), "refusal-codes"),
		by("a refusal without a reason", refuse(codeVoid, ""), "refusal-reasons"),
		by("a refusal with a name", guarded(func(a *plugin.GuardRequest) (*plugin.GuardResponse, error) {
			if a.Doc != nil {
				return plugin.Refuse(codeGuard, "不得登记"+a.Doc.Title()), nil
			}
			return nil, nil
		}), "refusal-values"),
	}
}

func brokenProviders() []broken {
	var calls atomic.Int64
	return []broken{
		by("a name that is not answered", func(p *plugin.Plugin) {
			p.Provide.Sections["租金"] = func(context.Context, *plugin.SectionRequest) (*plugin.SectionResponse, error) {
				return nil, errors.New("没有这一章节")
			}
		}, "answers-names"),
		by("a name that is answered with nothing", func(p *plugin.Plugin) {
			p.Provide.Numberers["收件"] = func(context.Context, *plugin.NumberRequest) (*plugin.NumberResponse, error) { return nil, nil }
		}, "answers-names"),
		by("a pattern without a serial", func(p *plugin.Plugin) {
			p.Provide.Numberers["租赁"] = func(context.Context, *plugin.NumberRequest) (*plugin.NumberResponse, error) {
				return &plugin.NumberResponse{Pattern: "泉租〔{year}〕号"}, nil
			}
		}, "answers-names"),
		by("a figure stands nowhere", sectioned(func(r *plugin.SectionResponse) { r.Section.Items = nil }), "sections"),
		by("a placeholder without a figure", sectioned(func(r *plugin.SectionResponse) { r.Section.Figures = nil }), "sections"),
		by("another section", sectioned(func(r *plugin.SectionResponse) { r.Section.Slot = "复议" }), "sections"),
		by("numbers without the year", numbered(func(s numbering.Slot) (string, error) {
			return fmt.Sprintf("泉租%d号", s.Serial), nil
		}), "numbers"),
		by("numbers of two digits", numbered(func(s numbering.Slot) (string, error) {
			return fmt.Sprintf("泉租〔%d〕%02d号", s.Year, s.Serial%100), nil
		}), "numbers"),
		by("no numbers", numbered(func(numbering.Slot) (string, error) { return "", errors.New("没有编号") }), "numbers"),
		by("numbers that go on", numbered(func(s numbering.Slot) (string, error) { return fmt.Sprintf("泉租%d号", calls.Add(1)), nil }),
			"numbers", "repeats", "together"),
		by("the time is written", rendered(func(q *plugin.RenderRequest) { fmt.Fprintln(q.To, calls.Add(1)) }),
			"renderers", "repeats", "together"),
		by("a full disk is not noticed", func(p *plugin.Plugin) {
			p.Provide.Renderers["txt"] = func(_ context.Context, q *plugin.RenderRequest) (*plugin.RenderResponse, error) {
				fmt.Fprintln(q.To, q.Document.Title)
				return &plugin.RenderResponse{}, nil
			}
		}, "renderers"),
		by("the document is changed", alone(rendered(func(q *plugin.RenderRequest) {
			q.Document.Body = append(q.Document.Body, gongwen.Paragraph{})
		})),
			"leaves-unchanged", "repeats", "together", "renderers"),
		by("an empty calendar", func(p *plugin.Plugin) {
			p.Provide.Calendars["泉源"] = func(context.Context, *plugin.CalendarRequest) (*plugin.CalendarResponse, error) {
				return &plugin.CalendarResponse{Calendar: &workday.Calendar{}}, nil
			}
		}, "calendars"),
		by("marks that do not add up", scored(func(r *plugin.ScoreResponse) { r.Result.Got++ }), "scores"),
		by("an item twice", scored(func(r *plugin.ScoreResponse) {
			r.Result.Marks, r.Result.Got, r.Result.Of = append(r.Result.Marks, r.Result.Marks[0]), 2*r.Result.Got, 1000
		}), "scores"),
		by("more than there is", scored(func(r *plugin.ScoreResponse) { r.Result.Of = 100 }), "scores"),
		by("the text is signed and changed", func(p *plugin.Plugin) {
			p.Provide.Signers["司"] = func(ctx context.Context, q *plugin.SignerRequest) (*plugin.SignerResponse, error) {
				r, err := signer(ctx, q)
				return &plugin.SignerResponse{Signer: scribbler{r.Signer}}, err
			}
		}, "signers"),
		by("an entry that comes again is an error", func(p *plugin.Plugin) {
			seen := make(map[int64]bool)
			p.Observe = func(_ context.Context, e *plugin.Event) error {
				if seen[e.Entry.Seq] {
					return errors.New("已经有了")
				}
				seen[e.Entry.Seq] = true
				return nil
			}
		}, "observes-again"),
		by("the entry is changed", func(p *plugin.Plugin) {
			p.Observe = func(_ context.Context, e *plugin.Event) error { e.Entry.Doc = nil; return nil }
		}, "observes-again"),
	}
}

func sectioned(spoil func(*plugin.SectionResponse)) func(*plugin.Plugin) {
	return func(p *plugin.Plugin) {
		p.Provide.Sections["租赁"] = func(ctx context.Context, q *plugin.SectionRequest) (*plugin.SectionResponse, error) {
			r, err := section(ctx, q)
			spoil(r)
			return r, err
		}
	}
}

func numbered(rule numbering.Numberer) func(*plugin.Plugin) {
	return func(p *plugin.Plugin) {
		p.Provide.Numberers["租赁"] = func(context.Context, *plugin.NumberRequest) (*plugin.NumberResponse, error) {
			return &plugin.NumberResponse{Number: rule}, nil
		}
	}
}

func rendered(spoil func(*plugin.RenderRequest)) func(*plugin.Plugin) {
	return func(p *plugin.Plugin) {
		p.Provide.Renderers["txt"] = func(ctx context.Context, q *plugin.RenderRequest) (*plugin.RenderResponse, error) {
			spoil(q)
			return render(ctx, q)
		}
	}
}

func scored(spoil func(*plugin.ScoreResponse)) func(*plugin.Plugin) {
	return func(p *plugin.Plugin) {
		p.Provide.Rubrics["租赁"] = func(ctx context.Context, q *plugin.ScoreRequest) (*plugin.ScoreResponse, error) {
			r, err := score(ctx, q)
			if r.Result.Got > 0 {
				spoil(r)
			}
			return r, err
		}
	}
}

type scribbler struct{ checkpoint.Signer }

func (s scribbler) Sign(ctx context.Context, text []byte) ([]byte, error) {
	signature, err := s.Signer.Sign(ctx, text)
	text[0]++
	return signature, err
}

// The kit bites: each flaw is found by the cases that are meant for it, and by no other.
func TestBrokenPlugins(t *testing.T) {
	for _, group := range [][]broken{brokenDeclarations(), brokenChecks(), brokenIssues(), brokenGuards(), brokenProviders()} {
		for _, b := range group {
			t.Run(b.flaw, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					var found []string
					for _, f := range plugintest.Verify(t.Context(), config(b.spoil)) {
						t.Log(f)
						found = append(found, f.Case)
					}
					slices.Sort(found)
					want := slices.Sorted(slices.Values(b.cases))
					require.Equal(t, want, slices.Compact(found))
					time.Sleep(2 * time.Hour) // of the bubble: what hangs comes to its end
				})
			})
		}
	}
}

// Every case has a plug-in that it finds.
func TestEveryCaseBites(t *testing.T) {
	bite := []string{"golden"} // TestGoldenCases
	for _, group := range [][]broken{brokenDeclarations(), brokenChecks(), brokenIssues(), brokenGuards(), brokenProviders()} {
		for _, b := range group {
			bite = append(bite, b.cases...)
		}
	}
	for _, name := range plugintest.Names() {
		require.Contains(t, bite, name)
	}
}
