package indicators

import (
	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// ScreeningKind is the kind of screenings.
const ScreeningKind fazhi.Kind = "mediation-screening"

// ScreeningSheet is the name of the sheet of screenings.
const ScreeningSheet = "矛盾纠纷排查"

// A Screening is an entry of the ledger of visits in search of disputes (矛盾纠纷排查), without names: one visit, or what a committee
// reports of a month. The zero value of a field means that the ledger says nothing.
type Screening struct {
	table.Row     `json:"-"`
	Serial        string     `json:"serial" table:"编号,required,unique"`
	Committee     string     `json:"committee" table:"调解委员会,required"`
	On            fazhi.Date `json:"on" table:"排查日期,required" doc:"按月汇总的，填该月最后一日"`
	Times         int        `json:"times" table:"排查次数,required"`
	Found         int        `json:"found" table:"排查发现" doc:"发现的矛盾纠纷，单位：件"`
	Prevented     int        `json:"prevented" table:"预防" doc:"预防的矛盾纠纷，单位：件"`
	Street        string     `json:"street,omitempty" table:"乡镇街道"`
	CommitteeSort string     `json:"committeeSort,omitempty" table:"调委会类型,choices=村（社区）|乡镇街道|企事业单位|行业性专业性|其他"`
	County        string     `json:"county,omitempty" table:"行政区划代码"`
}

var _ fazhi.Document = (*Screening)(nil)

// Kind returns "mediation-screening".
func (*Screening) Kind() fazhi.Kind { return ScreeningKind }

// ID returns the number of the entry.
func (s *Screening) ID() string { return s.Serial }

// Title returns the number with what it is.
func (s *Screening) Title() string { return "矛盾纠纷排查" + s.Serial }

// ReadScreenings reads the ledger from a sheet, as mediation.Read does its own.
func ReadScreenings(src table.Source, sheet string) ([]*Screening, fazhi.Issues, error) {
	return table.All[Screening](src, sheet)
}
