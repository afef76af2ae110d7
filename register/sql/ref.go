package sql

import (
	"strings"

	"github.com/fazhi-go/fazhi"
)

// docOf writes a reference as the tables have it: Ref.String, with %3A for a colon in the kind, so that no two references
// are the same.
func docOf(r fazhi.Ref) string {
	kind := string(r.Kind)
	if strings.ContainsAny(kind, ":%") {
		kind = strings.NewReplacer("%", "%25", ":", "%3A").Replace(kind)
	}
	return kind + ":" + r.ID
}

// refOf reads what docOf writes.
func refOf(doc string) fazhi.Ref {
	kind, id, _ := strings.Cut(doc, ":")
	if strings.Contains(kind, "%") {
		kind = strings.NewReplacer("%25", "%", "%3A", ":").Replace(kind)
	}
	return fazhi.Ref{Kind: fazhi.Kind(kind), ID: id}
}
