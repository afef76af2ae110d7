package dossier

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/mediation/dispute"
)

// An Archive is what the cover of the file says besides the dispute: who closed the file, when, and for how long it is kept. The
// zero value says nothing.
type Archive struct {
	Volume    string           `json:"volume,omitempty"`    // 卷号
	Number    string           `json:"number,omitempty"`    // 编号: （2024）某人调字第7号
	Keeper    fazhi.PersonName `json:"keeper,omitempty"`    // 立卷人
	Filed     fazhi.Date       `json:"filed,omitzero"`      // 立卷日期
	Checker   fazhi.PersonName `json:"checker,omitempty"`   // 检查人
	Retention string           `json:"retention,omitempty"` // 保管期限, by local rule: no law sets one
	Note      string           `json:"note,omitempty"`      // 备注
}

// Days returns from when to when a dispute was mediated (调解日期): from acceptance, or the first talk if that is not known, to the
// agreement or the end. What is not known is zero.
func Days(d *dispute.Dispute) fazhi.Period {
	days := fazhi.Period{From: d.Accepted, To: d.Ledger().Closed}
	if len(d.Talks) > 0 {
		days.From = cmp.Or(days.From, d.Talks[0].On)
	}
	return days
}

// duties returns what the archive lacks of what a cover has. 检查人 and 备注 may stay empty.
func (a Archive) duties() []found {
	var out []found
	for _, x := range []struct {
		field, name string
		there       bool
	}{
		{"volume", "卷号", a.Volume != ""},
		{"number", "编号", a.Number != ""},
		{"keeper", "立卷人", a.Keeper != ""},
		{"filed", "立卷日期", !a.Filed.IsZero()},
		{"retention", "保管期限", a.Retention != ""},
	} {
		if !x.there {
			out = append(out, found{fazhi.At("archive", x.field), "没有填写" + x.name})
		}
	}
	return out
}

// early finds a file that was closed before mediation ended.
func (a Archive) early(d *dispute.Dispute) []found {
	if end := Days(d).To; a.Filed.IsZero() || end.IsZero() || !a.Filed.Before(end) {
		return nil
	}
	return []found{{"/archive/filed", "立卷日期早于调解结束的日期"}}
}
