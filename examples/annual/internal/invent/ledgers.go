package invent

import (
	"errors"

	"github.com/fazhi-go/fazhi/activity"
	"github.com/fazhi-go/fazhi/table"
)

// Ledgers returns all sheets of the example, the same each time.
func Ledgers() ([]table.Sheet, error) {
	areas, err := activity.Standard()
	if err != nil {
		return nil, err
	}
	var sheets []table.Sheet
	var faults []error
	add := func(s table.Sheet, err error) {
		sheets = append(sheets, s)
		faults = append(faults, err)
	}
	for _, ledger := range []func() (table.Sheet, error){contracts, normdocs, items, reconsiderations, suits, disputes, files} {
		add(ledger())
	}
	for i, declared := range []struct {
		sheet string
		rows  func(maker) []row
	}{
		{"会议与议事", maker.meetings}, {"学习培训", maker.trainings}, {"述法", maker.dutyReports}, {"立法联系点", maker.legislation},
		{"执法监督", maker.supervisions}, {"普法", maker.publicity}, {"法治辅导员", maker.counsellors}, {"安置帮教", maker.resettlements},
		{"法律援助", maker.aid}, {"法律咨询", maker.consultations}, {"法治体检", maker.checkups}, {"公共法律服务热线", maker.hotline},
		{"律师服务", maker.lawyers}, {"社区法律顾问", maker.communityAdvisers}, {"法律顾问", maker.governmentAdvisers},
		{"物业顾问派驻", maker.postings}, {"物业法律服务", maker.propertyServices},
	} {
		add(area(areas, declared.sheet, declared.rows(newMaker(100+uint64(i)))))
	}
	return sheets, errors.Join(faults...)
}
