package normdoc

import (
	"context"
	"slices"

	"github.com/fazhi-go/fazhi"
)

const ledgerForm = "行政规范性文件台账填写说明"

// recordChecks are those of the record itself, which need no local rule.
func recordChecks() []fazhi.Check {
	return []fazhi.Check{
		{
			Code: "normdoc/opinions/adopted", Kind: Kind, Basis: ledgerForm, Doc: "采纳的意见不多于收到的意见",
			Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Doc) error {
				reportAdopted(p, d.Received, d.Adopted)
				return nil
			}),
		},
		{
			Code: "normdoc/opinions/answered", Kind: Kind, Basis: "优化营商环境条例第六十二条第二款", From: fazhi.DateOf(2020, 1, 1), Severity: fazhi.Warning,
			Doc: "与市场主体生产经营活动密切相关的文件，意见没有采纳的应当反馈，台账写明理由",
			Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Doc) error {
				if d.Business && !d.Issued.IsZero() && d.Adopted.N < d.Received.N && d.Unadopted == "" {
					p.Report("/unadopted", "有意见没有采纳，没有理由")
				}
				return nil
			}),
		},
		{
			Code: "normdoc/filing/receipts", Kind: Kind, Basis: ledgerForm, Doc: "回执来自报送过的备案机关",
			Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Doc) error {
				for _, organ := range d.Receipts {
					if !slices.Contains(d.FiledWith, organ) {
						p.Report("/receipts", "备案回执中的机关，没有列在备案机关一栏")
						return nil
					}
				}
				return nil
			}),
		},
		{
			Code: stateDatesCode, Kind: Kind, Basis: ledgerForm, Doc: "状态与施行、失效、废止的日期相符",
			Run: fazhi.For(stateDates),
		},
		{
			Code: "normdoc/relation/related", Kind: Kind, Basis: ledgerForm, Doc: "与相关文件的关系和相关文件编号都填，或者都不填；不是文件本身",
			Run: fazhi.For(relationRelated),
		},
	}
}

func reportAdopted(p *fazhi.Pass, received, adopted fazhi.Count) {
	if adopted.N > received.N && !received.More {
		p.Report("/adopted", "采纳的意见多于收到的意见")
	}
}

// What a check and the versions of a ledger both say.
const (
	stateDatesCode fazhi.Code = "normdoc/state/dates"
	endWithoutDay  string     = "状态为废止或者失效，没有填失效废止日期"
)

func stateDates(_ context.Context, p *fazhi.Pass, d *Doc) error {
	force := d.Force(p.Today)
	switch {
	case d.isDraft() && !d.Published.IsZero():
		p.Report("/state", "已经公布，状态应当更新")
	case (d.State == "有效" || d.State == "已修改") && force == Over:
		p.Report("/state", "按日期已经终止，状态应当改为废止或者失效")
	case (d.State == "废止" || d.State == "失效") && force == InForce && d.Ended.IsZero():
		p.Report("/ended", endWithoutDay)
	}
	return nil
}

func relationRelated(_ context.Context, p *fazhi.Pass, d *Doc) error {
	switch {
	case (d.Relation == "") != (len(d.Related) == 0):
		p.Report("/related", "与相关文件的关系、相关文件编号只填了一项，应当都填或者都不填")
	case slices.Contains(d.Related, d.Serial):
		p.Report("/related", "相关文件是文件本身")
	}
	return nil
}
