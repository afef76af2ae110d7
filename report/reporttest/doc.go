// Package reporttest is the kit for whoever writes a subject package (业务领域): a ledger (台账) that is read into
// documents, and the figures (数据项) and the section that they give to the annual report. It turns what such a package
// promises into cases, one for each sentence:
//
//	func TestContract(t *testing.T) {
//		reporttest.Run(t, reporttest.Subject[*petition.Petition]{
//			Kind: petition.Kind, Sheet: petition.Sheet,
//			Read: petition.Read, Write: table.SheetOf[petition.Petition],
//			Figures: petition.Figures, Section: petition.Section,
//			Full:   &petition.Petition{Serial: "XF-1", Received: received, Sort: "投诉"}, // every column has a value
//			Faulty: reporttest.Ledger{Lines: lines, Issues: []string{"B3 table/cell/date /received"}, Kept: []string{"XF-1"}},
//			Year:   2024, Records: atTheBordersOfTheYear,
//		})
//	}
//
// The package that gives several ledgers runs the kit for each. Which records count in which figure is law, and stays in
// tests of one's own; Printed and Counting make them short. Checks have a kit of their own, checktest.
//
// Names of cases are stable, so that a case can be run alone with -run. New cases may be added: they hold subjects to
// the rules as they are written in the comments of this module, never to more. The kit uses the standard library only.
package reporttest
