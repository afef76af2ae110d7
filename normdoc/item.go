package normdoc

import (
	"cmp"

	"github.com/fazhi-go/fazhi"
	"github.com/fazhi-go/fazhi/table"
)

// ItemKind is the kind of council items.
const ItemKind fazhi.Kind = "council-item"

// ItemSheet is the name of the sheet of council items.
const ItemSheet = "常务会议题"

// An Item is one item of a council meeting (政府常务会议题) that was submitted for review of its legality (合法性审查).
// The zero value of a field means that the ledger says nothing.
type Item struct {
	table.Row `json:"-"`
	Serial    string     `json:"serial" table:"议题编号,required,unique" doc:"本单位的议题编号，不重复" validate:"required"`
	Name      string     `json:"name" table:"议题名称,required" validate:"required"`
	Submitter string     `json:"submitter" table:"送审单位,required" validate:"required"`
	Submitted fazhi.Date `json:"submitted" table:"送审日期"`
	Reviewed  fazhi.Date `json:"reviewed" table:"审查日期,expected" doc:"出具合法性审查意见之日"`
	Opinion   string     `json:"opinion" table:"审查意见,choices=合法|应当予以修改|不合法|不属审查范围"`
	Met       fazhi.Date `json:"met" table:"会议日期" doc:"提请会议审议之日；没有提请审议的不填"`
	Major     bool       `json:"major" table:"重大行政决策" doc:"是否属于重大行政决策"`
	Exploring bool       `json:"exploring" table:"探索性改革" doc:"是否属于国家尚无明确规定的探索性改革决策事项，并且已经明示法律风险"`
}

var _ fazhi.Located = (*Item)(nil)

// Kind returns "council-item".
func (*Item) Kind() fazhi.Kind { return ItemKind }

// ID returns the item's number.
func (i *Item) ID() string { return i.Serial }

// Title returns the item's name.
func (i *Item) Title() string { return i.Name }

// LawOn returns the day whose law decides: that of the meeting, else of the review, else today.
func (i *Item) LawOn(today fazhi.Date) fazhi.Date { return cmp.Or(i.Met, i.Reviewed, today) }

// ReadItems reads the ledger of council items from a sheet, as Read does.
func ReadItems(src table.Source, sheet string) ([]*Item, fazhi.Issues, error) {
	return table.All[Item](src, sheet)
}
