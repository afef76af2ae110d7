// Package contract holds the government contract (政府合同): its ledger, its checks and the figures it gives to the
// annual report.
//
//	contracts, issues, err := contract.Read(workbook, contract.Sheet)
//	checks, err := contract.Checks(contract.Profile{})
//	issues, err = fazhi.Validate(ctx, contracts[0], contracts[0].LawOn(today), today, checks)
//	section, err := contract.Section(contracts, 2024)
//
// No national statute governs government contracts as such; whoever may sign, what is reviewed and when it is filed is
// local law, which comes in as a Profile. The checks that rest on national law carry the article and its dates.
//
// Columns of the ledger are only ever added, codes of issues never change.
package contract
