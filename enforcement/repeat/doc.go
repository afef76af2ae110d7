// Package repeat points out enforcement that may be repeated (重复执法预警): it compares records of penalties, inspections
// and coercive measures, and says which two of them a person should look at, and why. A warning is never a verdict.
//
//	tally, err := repeat.Scan(ctx, records, repeat.Options{Dir: dir}, func(w *repeat.Warning) error { … })
//	found, err := index.Check(record) // one new record, against those that an Index knows
//
// # Four things that the law keeps apart
//
//   - R1, CodeFine: two fines for one act (一事不再罚), 行政处罚法 art. 29; of two organs, art. 25 as well.
//   - R2, CodeOpen: two organs have a case open on one act, 行政处罚法 art. 25.
//   - R3, CodeFrequency and CodeOrgans: inspections of one enterprise above the yearly limit, or by several organs within
//     days of each other, 国办发〔2024〕54号.
//   - R4, CodeSeizure: another organ seals up what is sealed up already (重复查封), 行政强制法 art. 23 para. 2. That speaks of 查封
//     alone: where one of the two is 扣押, or Record.Measure is not known, the warning is amber.
//
// # What is one act
//
// One party; the same code of the act, or, where one of the two has none, the same cause; times that overlap; and no two
// places that differ. The time of an act ends with the order to put it right or with the decision: what is done after that
// is a new act. A record that names what it follows (Record.Follows) is no repeat of it where the law has it so: a new
// decision after one was quashed, daily fines (按日连续处罚), a check of what was put right (复查), a case that was handed over.
//
// What is not known never makes a warning stronger: it is named in Warning.Missing, takes its points away, and makes a red
// warning amber; without party, act and time there is none. Scan counts such records (Tally.Gaps). Placeholders ("——", "无",
// "不详", zeros and signs alone, anything with a star in it) are not known; neither are more than 200 matters of one inspection.
//
// # What is one inspection
//
// Records of one number or of one joint number (联合检查编号) are one inspection and counted once in a year.
//
// # Strength
//
// Strength is the sum of the points of what matches; Weights is the table. The points are this package's own choice, and
// so are the defaults of Policy: no published rule has any.
//
// # What it does not do
//
// It does not decide whether acts are one act, does not read free text, and does not know the names of parties. Warnings
// hold the numbers of records and the names of organs, and nothing else of a record.
//
// Codes of warnings, columns and the members of JSON are only ever added; points and wording may change with a note.
package repeat
