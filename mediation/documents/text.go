package documents

import (
	"strings"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// sentence returns a text in one line, without the mark that ends it, which the paper puts.
func sentence(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		b.WriteString(strings.TrimSpace(line))
	}
	return strings.TrimRight(b.String(), "。.；;，, ")
}

// ended returns texts as sentences that end with a mark.
func ended(all []string) []string {
	var out []string
	for _, s := range all {
		if s = sentence(s); s != "" {
			out = append(out, s+"。")
		}
	}
	return out
}

// matter says what a dispute is about: in the words of the file, else its category as the ledger has it.
func matter(d *dispute.Dispute) string {
	if m := sentence(d.Matter); m != "" {
		return m
	}
	switch {
	case d.Sort == "" || d.Sort == "其他":
		return ""
	case strings.HasSuffix(d.Sort, "争议"):
		return d.Sort
	}
	return d.Sort + "纠纷"
}

// Title returns the title of a dispute's file (卷名): the parties and what the dispute is about. It holds names. It is empty as long as
// there are not two parties, or nobody says what it is about.
func Title(d *dispute.Dispute) string {
	names, what := partyNames(d), matter(d)
	switch {
	case len(names) < 2 || what == "":
		return ""
	case len(names) == 2:
		return names[0] + "与" + names[1] + what
	}
	return names[0] + "、" + names[1] + "等" + what
}

// Names returns the people whose names a public copy masks: parties and those who act for them, and those who were invited. They
// are for redact.Options; organisations and the mediators are not among them.
func Names(d *dispute.Dispute) []fazhi.PersonName {
	var out []fazhi.PersonName
	add := func(name fazhi.PersonName, there bool) {
		if there && name != "" {
			out = append(out, name)
		}
	}
	for _, p := range d.Parties {
		add(p.Name, !p.Organisation)
		add(p.Representative, true)
	}
	for _, m := range d.Mediators {
		add(m.Name, m.Invited != "")
	}
	return out
}

func partyNames(d *dispute.Dispute) []string {
	var out []string
	for _, p := range d.Parties {
		out = append(out, string(p.Name))
	}
	return out
}

// mediators returns the names of the mediators; invited, with what they were invited as, of those who were.
func mediators(d *dispute.Dispute) []string {
	var out []string
	for _, m := range d.Mediators {
		if m.Invited == "" {
			out = append(out, string(m.Name))
		}
	}
	return out
}

func invited(d *dispute.Dispute) []string {
	var out []string
	for _, m := range d.Mediators {
		if m.Invited != "" {
			out = append(out, string(m.Name)+"（"+m.Invited+"）")
		}
	}
	return out
}
