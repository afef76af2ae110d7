// Package mediation holds people's mediation (人民调解): its ledger, its checks, its flow from referral to the file, and the
// figures it gives to the annual report. The ledger needs no names of persons.
//
//	cases, issues, err := mediation.Read(workbook, mediation.Sheet)
//	checks, err := mediation.Checks(mediation.Profile{})
//	issues, err = fazhi.Validate(ctx, cases[0], cases[0].LawOn(today), today, checks)
//	section, err := mediation.Section(cases, 2024)
//	machine, err := lifecycle.Compile(mediation.Flow(mediation.Profile{}))
//
// What local rules say is in a Profile; what it does not set is not checked. Checks and Flow take every Record: a Case, or a
// dispute in full, which is in package mediation/dispute.
//
// The package knows no parties and no signatures, so it takes the ledger's word that an agreement is signed and sealed. It does
// not write letters or files (卷宗).
//
// Not judged: whether a dispute may be mediated at all (人民调解工作若干规定第二十二条；医疗纠纷预防和处理条例第三十一条第四款, where a
// court or the health authority has it already). The ledger's form asks for a day of acceptance, so that a referral which was
// refused is no row of it; package mediation/dispute reads one from JSON.
//
// Columns of the ledger are only ever added, codes of issues never change.
package mediation
