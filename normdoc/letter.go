package normdoc

import (
	"github.com/fazhi-go/fazhi/gongwen/form"
	"github.com/fazhi-go/fazhi/internal/quote"
)

// Letter returns what the ledger knows of the opinion on a document (合法性审查意见书), for the fields of
// form.LegalityOpinion; the rest, above all 文号, 审查单位, 审查依据 and 审查情况, is put in by whoever writes the opinion:
//
//	values := doc.Letter()
//	values["审查单位"] = "清源市司法局"
//	letter, issues, err := opinion.Fill(values)
//
// What the ledger does not say has no value, so that the form asks for it.
func (d *Doc) Letter() form.Values {
	v := letter(d.Drafter, d.Name, d.review())
	v["收到日期"] = d.Submitted
	if len(d.Materials) > 0 {
		v["送审材料"] = d.Materials
	}
	return v
}

// Letter returns what the ledger knows of the opinion on a council item, as that of Doc does. An item that is not to be
// reviewed (不属审查范围) has no conclusion.
func (i *Item) Letter() form.Values {
	v := letter(i.Submitter, i.Name, i.review())
	v["收到日期"] = i.Submitted
	return v
}

// Letter returns what the ledger knows of the opinion on a major decision, as that of Doc does.
func (d *Decision) Letter() form.Values {
	v := letter(d.Drafter, d.Name, d.review())
	v["收到日期"] = d.Submitted
	return v
}

func letter(to, name string, r review) form.Values {
	v := form.Values{"送审单位": to, "送审事项": quote.Title(name), "落款日期": r.on}
	if r.opinion != "不属审查范围" {
		v["结论"] = r.opinion
	}
	return v
}
