// Package intake judges an application for reconsideration (行政复议申请) when it comes in: the seven conditions of acceptance
// (受理条件), which organ is competent (管辖), who may act for the applicants, which procedure the case may take, whether it
// must be heard and put before the committee, which normative documents may be reviewed with it (附带审查), and when the
// service of a document takes effect (送达).
//
//	examiner, err := intake.New(calendar, intake.Profile{})
//	application, err := intake.Read(data)         // JSON: kinds, numbers, days and answers
//	opinion, err := examiner.Examine(application) // what is met, what is not, what nobody has said
//	opinion.Next                                  // 受理, 补正, 不予受理 …
//	service, err := intake.ReadService(data)
//	delivery, err := examiner.Deliver(service)    // the day on which it takes effect, or the fault
//
// Every answer names its article and its reasons. What a file does not say is unknown (未知), never taken for yes or no; the
// opinion then says what to ask, and whether the applicant can supply it (补正) or the organ must find it out itself (查明).
// A rule that the text in force on the day of acceptance does not have, or that this package does not hold for that text,
// is not judged (不判断). Package reconsideration/law says which text decides.
//
// Rules are tables: Facts, Acts, Competences, Modes and Rules list them. The articles are those of 行政复议法 as revised in
// 2023, of its 实施条例 of 2007 where the law does not differ, and of 民事诉讼法 of 2023 for service. The grounds for a
// hearing in 行政复议普通程序听证办法 (司规〔2024〕1号) were read in a reprint, 民事诉讼法解释 art. 135 in a digest.
//
// The package holds no names and no addresses, keeps nothing and decides nothing: an official does. Clocks of a case that is
// under way are in packages reconsideration and reconsideration/course.
//
// Names of facts, rules, states and codes stay; rules and facts are only ever added. The wording of reasons may get better.
package intake
