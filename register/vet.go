package register

import "fmt"

// Vet reports whether the entry is one that a Book could have written: an act that is known, names and texts that every
// engine can keep, secrets that are labelled as its own. Anything else is ErrLine. It is for entries that come from
// outside, as in an archive; that they follow on each other is Prior.Check's matter.
func (e *Entry) Vet() error {
	bad := !e.Act.isKnown() || e.Seq < 1 ||
		!isName(e.Organ, maxName) || e.Organ == AllOrgans ||
		!isName(string(e.Ref.Kind), maxName) || !isName(e.Ref.ID, maxID) ||
		!isText(e.Step, maxName) || !isText(e.By, maxName) || !isText(e.Role, maxName) ||
		!isText(e.ReqID, maxID) || !isText(e.Reason, maxReason) ||
		len(e.With) > maxWith || len(e.Numbers) > maxWith || vetApplied(e.Applied) != nil || !e.ownsSecrets()
	for _, organ := range e.With {
		bad = bad || !isName(organ, maxName)
	}
	for _, n := range e.Numbers {
		bad = bad || !isName(n.Series, maxName) || !isName(n.Text, maxID) || n.Serial < 1 || n.Year < 0 || n.Year > 9999
	}
	if bad {
		return fmt.Errorf("register: %w：第%d条的内容不是登记簿写得出的", ErrLine, e.Seq)
	}
	return nil
}
