// Package dispute holds a dispute before a people's mediation committee (人民调解案件) in full, from referral (移送) to judicial
// confirmation (司法确认): who, what, when and how.
//
//	d, issues := dispute.FromJSON("纠纷.json", data) // or ReadBook, for a workbook that clerks fill in
//	checks, err := dispute.Checks(mediation.Profile{})
//	issues, err = fazhi.Validate(ctx, d, d.LawOn(today), today, checks)
//	effect := d.Effective()               // from when the agreement has effect, or what it wants
//	alerts := dispute.Alerts(d, today)    // what has to be done at once
//	machine, err := lifecycle.Compile(dispute.Flow(mediation.Profile{}))
//	entry := d.Ledger()                   // the ledger's entry, without names
//
// Checks holds those of package mediation, too; some of them see more here. A check judges what is recorded: a field that says
// nothing breaks no rule unless the law wants it, and a day that is still to come is for Flow and Alerts.
//
// A Dispute holds personal data. It hides itself when it is printed or logged, and issues hold no values. JSON and the sheets
// of Sheets have everything.
//
// Articles of 民事诉讼法 and of the court's rules on it are cited by today's number, with those of earlier texts behind it.
//
// Not judged, for want of a rule or of a fact: what 最高人民法院关于人民调解协议司法确认程序的若干规定（法释〔2011〕5号） had before the law of
// 2013; which court may confirm before 2022; what may not be accepted (人民调解工作若干规定第二十二条；医疗纠纷预防和处理条例第三十一条第四款);
// that the parties to a medical dispute are told of judicial confirmation, and that nothing of it is made public (第三十九条第二款、
// 第四十二条第二款); sham mediation (虚假调解; 最高人民法院关于人民法院特邀调解的规定第十八条); whether a danger that is not reported on the
// first days was reported in time (及时): that is a notice.
//
// The package does not judge whether an agreement is lawful or fair (民事诉讼法解释第三百五十八条): that is for people, and for the
// court. It knows no addresses, so it names the courts that may confirm by their kind. It does not count working days of years
// whose notice it does not have.
//
// Members of the JSON, columns and codes are only added.
package dispute
