// Package contract holds the government contract (政府合同) from its draft to the archive: the document with its parties and
// schedules, the ledger, the checks, the steps that it takes, and the figures it gives to the annual report.
//
//	contracts, issues, err := contract.ReadBook(workbook)
//	checks, err := contract.Checks(contract.Profile{})
//	issues, err = fazhi.Validate(ctx, contracts[0], contracts[0].LawOn(today), today, checks)
//	section, err := contract.Section(contracts, 2024)
//
// No national statute governs government contracts as such; whoever may sign, what is reviewed and when it is filed is
// local law, which comes in as a Profile. The checks that rest on national law carry the article and its dates.
//
// # Steps and electronic supervision
//
// Flow is the way of a contract, for a register to hold it to (电子监管). A book that is given it keeps three promises:
//
//	machine, err := lifecycle.Compile(contract.Flow(profile))
//	book, err := register.New(store, register.Options{Now: time.Now, Flows: []*lifecycle.Machine{machine}, Calendar: calendar, Series: series})
//	entry, err := book.Add(ctx, register.Request{Scope: scope, Doc: c, Step: "送审"})
//	entry, err = book.Step(ctx, register.Request{Scope: scope, Doc: c, Step: "审查"})
//
// Every step leaves its entry in the trail in the moment in which it is taken, with its day and its account; step and entry
// are one. A step that is refused leaves one too, with the codes of what stood against it.
//
// What is overdue is found by one query: register.Query{Scope: scope, Kind: contract.Kind, DueBefore: today}. Each entry holds
// the limits that run after it, by the articles and the local rule, so that nothing has to be reckoned again. The package due
// makes reminders of them.
//
// Nothing is signed without a positive review but what the profile spares (Unreviewed, Exempt, ReviewFrom), whoever asks at the same
// time. That a contract was reviewed shows in where it stands, not in what the document of a request claims: 审查 is taken with a
// positive opinion only, 不属审查范围 among them, 中标成交 only follows it, and whoever submits it again (送审) or takes the opinion
// back (审查未通过) leads it away from 签订. A book takes steps on one contract one after another, in whichever process, so that of two
// who sign one is refused. An opinion is taken back by a step: a correction (更正) puts the document right and leaves the contract
// where it stands. Opinions are those of the request's document; that a reviewer gave them is for the roles to say: Flow's steps have
// none, and a bureau sets them before it compiles, flow.Steps[flow.Index("审查")].Roles = []string{"审查机构"}.
//
// A flow sees the document of one request. Whether a contract is spared, it reads there. That what is signed is what was reviewed,
// and what is performed is what was signed, package guard sees to; a book should have it among its hooks:
//
//	g, err := guard.New(store, guard.Settings{})
//	book, err := register.New(store, register.Options{Hooks: register.Hooks{Before: g.Before}, …})
//
// # What it does not do
//
// It does not read the text of a contract (see contract/clause), ask the reviewer (contract/review), or say what is to be
// delivered and paid (contract/due).
//
// Columns of the ledger and steps are only ever added, codes of issues never change.
package contract
