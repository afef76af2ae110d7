package documents

import (
	"strconv"

	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/mediation/dispute"
	"github.com/fazhi-go/fazhi/mediation/dossier"
)

// CoverValues returns what is known for the fields of Cover.
func CoverValues(d *dispute.Dispute, a dossier.Archive) form.Values {
	days := dossier.Days(d)
	return form.Values{
		fieldNumber: a.Number, fieldCommittee: d.Committee, "卷名": Title(d), "卷号": a.Volume, fieldMediators: mediators(d),
		"调解起日": days.From, "调解止日": days.To, "立卷人": a.Keeper, "立卷日期": a.Filed, "保管期限": a.Retention, "备注": sentence(a.Note),
	}
}

// CatalogueValues returns the fields of Catalogue: the entries as package dossier has them.
func CatalogueValues(d *dispute.Dispute, a dossier.Archive, entries []dossier.Entry) form.Values {
	var lines []form.Values
	for _, e := range entries {
		lines = append(lines, form.Values{"材料名称": e.Name, "页次": e.Pages()})
	}
	return form.Values{fieldNumber: a.Number, fieldCommittee: d.Committee, "目录": lines}
}

// NoteValues returns what is known for the fields of Note; of the dispute, how it ended.
func NoteValues(d *dispute.Dispute, a dossier.Archive) form.Values {
	return form.Values{fieldNumber: a.Number, fieldCommittee: d.Committee, "情况": outcome(d), "说明人": a.Keeper, "说明日期": a.Filed}
}

// BackValues returns what is known for the fields of Back. Covers and contents are not counted.
func BackValues(d *dispute.Dispute, a dossier.Archive, entries []dossier.Entry) form.Values {
	v := form.Values{fieldNumber: a.Number, fieldCommittee: d.Committee, "立卷人": a.Keeper, "检查人": a.Checker, "立卷日期": a.Filed}
	papers := 0
	for _, e := range entries {
		if !e.Unpaged {
			papers++
		}
	}
	if papers > 0 {
		v["件数"] = strconv.Itoa(papers)
	}
	if last := dossier.LastPage(entries); last > 0 {
		v["页数"] = strconv.Itoa(last)
	}
	return v
}
