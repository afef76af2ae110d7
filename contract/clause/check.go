package clause

import (
	"errors"
	"fmt"
	"slices"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/internal/cue"
)

// A Profile is what a bureau wants otherwise. The zero Profile changes nothing.
type Profile struct {
	Off   []fazhi.Code // rules that are not to be applied
	Rules []Rule       // the bureau's own, after the others; their codes begin with their owner
}

// Checks returns the checks of drafts, in the order of Rules. The error says everything that is wrong with the profile: codes in Off
// that there are not, expressions that do not compile, and what fazhi.VetChecks finds.
func Checks(p Profile) ([]fazhi.Check, error) {
	lexicon := cue.NewLexicon()
	var checks []fazhi.Check
	var faults []error
	all := Rules()
	for _, off := range p.Off {
		if !slices.ContainsFunc(all, func(r Rule) bool { return r.Code == off }) {
			faults = append(faults, fmt.Errorf("clause: 没有规则 %s，不能停用", off))
		}
	}
	for _, r := range append(all, p.Rules...) {
		if slices.Contains(p.Off, r.Code) {
			continue
		}
		c, err := r.check(lexicon)
		faults = append(faults, err)
		checks = append(checks, c)
	}
	faults = append(faults, fazhi.VetChecks(checks))
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return checks, nil
}
