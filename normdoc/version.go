package normdoc

import (
	"fmt"
	"slices"
	"strings"

	"github.com/fazhi-go/fazhi"
)

// A Version is one text of a document (版本) and the days on which it is in force.
type Version struct {
	Ref   fazhi.Ref
	Title string
	// N counts the texts of the document from 1: each amendment that came into force makes the next one. A renewal (延续)
	// makes none.
	N int
	// Numbers are those under which the text is in force (登记号、发文字号): those of the last renewal, once there was one.
	Numbers []string
	// Period holds the first and the last day. A zero To is open.
	fazhi.Period
	// Why says why it ends, in a word: 修改, 延续, 废止, 失效, 代替, 有效期届满, 作废; empty while it is open.
	Why string
	// Partly says that the execution of some provision was stopped (停止执行条款) since the last amendment.
	Partly bool

	stopped fazhi.Date // since when Partly holds
}

// expiry is why most documents end.
const expiry = "有效期届满"

// String returns the version as a list has it: "GF-1 第2版 2024-06-01至2026-05-31 有效期届满".
func (v Version) String() string {
	return strings.TrimSpace(fmt.Sprintf("%s 第%d版 %s至%s %s", v.Ref.ID, v.N, v.From, v.To, v.Why))
}

// AsOf returns the versions that are in force on a day, in their order, each Partly as it was on that day. They come from
// LedgerVersions or TrailVersions.
func AsOf(versions []Version, on fazhi.Date) []Version {
	var in []Version
	for _, v := range versions {
		if v.Contains(on) {
			v.Numbers = slices.Clone(v.Numbers)
			v.Partly = v.Partly && !on.Before(v.stopped)
			in = append(in, v)
		}
	}
	return in
}

// Force says whether a document is in force on a day.
type Force int8

// The zero value says that it is not known: the ledger does not say when the document came into force.
const (
	Unclear Force = iota // 不明
	Pending              // 尚未施行
	InForce              // 有效
	Over                 // 不再有效: 废止、宣布失效、有效期届满
)

// String returns the state in Chinese.
func (f Force) String() string {
	names := [...]string{"不明", "尚未施行", "有效", "不再有效"}
	if f < 0 || int(f) >= len(names) {
		return ""
	}
	return names[f]
}

// Force returns whether the document is in force on a day, by its own dates: what other documents of the ledger did to it,
// LedgerVersions knows. The last day of its validity is a day on which it is in force. A draft that was not published is not,
// whatever day it is meant to come into force.
func (d *Doc) Force(on fazhi.Date) Force {
	switch {
	case !d.Expires.IsZero() && on.After(d.Expires), isEnded(d, on):
		return Over
	case d.Effective.IsZero():
		return Unclear
	case on.Before(d.Effective), d.isDraft() && d.Published.IsZero():
		return Pending
	}
	return InForce
}

// isDraft reports whether the ledger's state is one before issue.
func (d *Doc) isDraft() bool {
	switch d.State {
	case "起草", "征求意见", "审查", "审议":
		return true
	}
	return false
}
