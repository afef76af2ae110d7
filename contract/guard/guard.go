package guard

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/contract"
	"github.com/fazhi-go/fazhi/internal/near"
	"github.com/fazhi-go/fazhi/register"
)

// Judge is how the Guard is named in entries that it judged.
const Judge = "contract/guard@1"

// Codes of what the Guard refuses.
const (
	CodeReviewed fazhi.Code = "contract/guard/reviewed" // the document differs from the one that was reviewed
	CodeSigned   fazhi.Code = "contract/guard/signed"   // it differs from the one that was signed, or changed
	CodeChange   fazhi.Code = "contract/guard/change"   // it differs from the one of the review of the change
)

// ErrSettings says, wrapped, what is wrong with Settings.
var ErrSettings = errors.New("guard: 设置有误")

// Settings are those of a Guard. The zero value compares all Fields.
type Settings struct {
	// Rule is the local rule that issues cite; empty: "本地政府合同管理规定".
	Rule string
	// Allow are the Paths of Fields that may differ.
	Allow []fazhi.Path
	// Correctors are the roles whose corrections (更正) are not compared: what they put right counts as reviewed and signed, as far as
	// the contract was. Empty: nobody's, so that a correction of a compared field takes a new review.
	Correctors []string
	// Next judges what the Guard lets pass, and all that is no contract; nil: nobody.
	Next func(context.Context, *register.Attempt) ([]string, error)
}

// A Guard compares contracts with their trail. Make one with New. It may be used by several goroutines.
type Guard struct {
	store  register.Store
	rule   string
	fields []Field
	roles  []string
	next   func(context.Context, *register.Attempt) ([]string, error)
}

// New returns a Guard that reads a store, that of the book. The error is ErrSettings and says everything that is wrong.
func New(store register.Store, s Settings) (*Guard, error) {
	g := &Guard{store: store, rule: cmp.Or(s.Rule, "本地政府合同管理规定"), roles: slices.Clone(s.Correctors), next: s.Next}
	var faults []error
	if store == nil {
		faults = append(faults, fmt.Errorf("%w：没有 Store", ErrSettings))
	}
	var known []string
	for _, f := range Fields() {
		known = append(known, string(f.Path))
		if !slices.Contains(s.Allow, f.Path) {
			g.fields = append(g.fields, f)
		}
	}
	for _, path := range s.Allow {
		if !slices.Contains(known, string(path)) {
			faults = append(faults, unknown(string(path), known))
		}
	}
	return g, errors.Join(faults...)
}

func unknown(path string, known []string) error {
	hint := ""
	if name, ok := near.Name(path, known); ok {
		hint = "，是不是“" + name + "”？"
	}
	return fmt.Errorf("%w：“%s”不是核对的字段%s", ErrSettings, path, hint)
}

// Before is for register.Hooks.Before. It refuses a contract that differs from what stands in its trail. It reads the entries of
// that contract; an error of the store fails the request.
func (g *Guard) Before(ctx context.Context, a *register.Attempt) (judged []string, err error) {
	if a.Ref.Kind == contract.Kind && a.Last != nil && g.compares(a) {
		refusal, asked, err := g.judge(ctx, a)
		if err != nil {
			return nil, err
		}
		if asked {
			judged = []string{Judge}
		}
		if refusal != nil {
			return judged, refusal
		}
	}
	if g.next == nil {
		return judged, nil
	}
	others, err := g.next(ctx, a)
	return append(judged, others...), err
}

func (g *Guard) compares(a *register.Attempt) bool {
	return a.Act == register.Stepped || a.Act == register.Corrected && !slices.Contains(g.roles, a.Scope.Role)
}

// judge compares the document of an attempt, or the last one where it brings none. Asked is false when the trail has nothing to
// compare it with.
func (g *Guard) judge(ctx context.Context, a *register.Attempt) (refusal *register.Refusal, asked bool, err error) {
	t, err := g.read(ctx, a)
	if err != nil {
		return nil, false, fmt.Errorf("guard: %w", err)
	}
	doc := t.last
	if a.Doc != nil {
		if doc, err = documentOf(a.Doc); err != nil {
			return nil, false, fmt.Errorf("guard: %w", err)
		}
	}
	m := t.measure(a)
	if m == nil || doc == nil {
		return nil, false, nil
	}
	return g.refuse(m, m.differences(g.fields, doc)), true, nil
}

// read goes through the trail of a contract up to the entry at which the attempt finds it.
func (g *Guard) read(ctx context.Context, a *register.Attempt) (*trail, error) {
	t := new(trail)
	for e, err := range g.store.Entries(ctx, register.Query{Scope: a.Scope, Ref: a.Ref, Upto: a.Last.Seq}) {
		if err == nil {
			err = t.take(&e, g.roles)
		}
		if err != nil {
			return nil, err
		}
	}
	return t, nil
}

// mostIssues bounds the issues of a refusal: their codes are kept in the book.
const mostIssues = 100

func (g *Guard) refuse(m *measure, found []difference) *register.Refusal {
	if len(found) == 0 {
		return nil
	}
	r := &register.Refusal{}
	var names []string
	for _, d := range found {
		if !slices.Contains(names, d.name) {
			names = append(names, d.name)
		}
		if len(r.Issues) < mostIssues {
			r.Issues = append(r.Issues, fazhi.Issue{
				Code: m.code, Path: d.path, Basis: g.rule, Message: "“" + d.name + "”与" + m.what + "的不一致" + m.advice,
			})
		}
	}
	r.Reason = "与" + m.what + "的不一致：" + strings.Join(names, "、") + m.advice
	return r
}
