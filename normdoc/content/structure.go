package content

import (
	"context"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/statute"
)

func structureChecks(p Profile) []fazhi.Check {
	if p.ChaptersFrom <= 0 {
		return nil
	}
	least := p.ChaptersFrom
	return []fazhi.Check{{
		Code: "normdoc/text/chapters", Kind: Kind, Basis: "参照规章制定程序条例第八条第三款", Severity: fazhi.Notice, From: fazhi.DateOf(2018, 5, 1),
		Doc: "除内容复杂的外，一般不分章、节",
		Run: fazhi.For(func(_ context.Context, p *fazhi.Pass, d *Draft) error {
			if chapters := d.parts[statute.Chapter]; len(chapters) > 0 && len(d.parts[statute.Article]) < least {
				p.Report(chapters[0].path, "条文不多，一般不分章")
			}
			return nil
		}),
	}}
}
