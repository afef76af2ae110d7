// Package due says what is to be done about government contracts, and what looks wrong: the four lists that officers ask for
// (待交付、待验收、待收付、可能异常), the limits that run beside them, and the reminders (提醒) that come of both.
//
//	finder, err := due.New(due.Options{Profile: profile})
//	for item := range finder.Items(slices.Values(contracts), today) {
//		fmt.Println(item.View, item.Contract, item.What, item.Day, item.Left, item.Basis)
//	}
//	for reminder := range finder.Reminders(slices.Values(contracts), today) { … }
//
// A list is what the contracts say on a day: what happened after it has not happened yet, so that a list of an earlier day can
// be made again. One contract is looked at after the other; a ledger of a million needs the memory of one.
//
// A reminder has an ID that stays as long as its matter does. A system keeps those of yesterday, and Diff says which are to be
// opened, which moved, and which are to be closed, because what they remind of is done. Book finds those of the limits that a
// register's flow has set, by one query.
//
// What the law or the parties count in days ends as package workday says. Where the notice of a year is missing, a day is
// provisional and the item names the year; limits of working days have no day then, and are reminded of at once.
//
// It renews nothing: a contract goes on when a change says so that was signed. It does not know whether a supplier is a small
// enterprise, whether a claim was asserted so that its limitation began anew (民法典第一百九十五条), or which part of a payment is
// in dispute: it asks the ledger. A payment on account is not dated in the ledger, so interest is reckoned on what is open today.
//
// Codes never change; views, fields and settings may be added.
package due
