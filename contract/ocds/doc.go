// Package ocds publishes government contracts (政府合同) in the form of the Open Contracting Data Standard (开放合同数据标准, OCDS),
// version 1.2, and takes contracts over from it.
//
//	exporter, err := ocds.New(ocds.Settings{Prefix: "ocds-…"}) // the prefix is given out by the Open Contracting Partnership
//	releases, issues := exporter.Releases(c, ocds.Trail(entries))
//	record, err := ocds.RecordOf(releases)
//	w := exporter.ReleaseWriter(file)                          // one after the other, in flat memory
//	contracts, issues, err := ocds.Import("package.json", r)
//
// A release is what became known of a contract at one time. It is never changed: what happens later is a further release, and
// the compiled release is the latest value of each field. So a release holds only what is new in it. The first one holds what
// has no date of its own.
//
//	contract                              OCDS
//	合同编号                              contracts/id; ocid is the prefix with it
//	合同名称、标的、数量单价、履行地点    contracts/title, description, items/description, items/deliveryAddresses
//	合同类型                              items/classification/description; tender/mainProcurementCategory where it is sure
//	承办单位                              procuringEntity, or buyer if it is the government's party
//	政府一方、相对方                      parties with the roles buyer and supplier, identifier from CN-USCI
//	合同金额、币种                        contracts/value; less than nought if all the money comes in
//	预算科目、预算金额                    planning/budget
//	政府采购、招标投标、采购方式          tender/procurementMethodDetails, in this order; procurementMethod
//	中标通知日期                          awards/date                               tag award
//	送审、审查                            contracts/milestones of type approval     tag contract, contractUpdate
//	签订日期                              contracts/dateSigned                      tag contract, contractUpdate
//	公告日期                              contracts/documents, contractNotice       tag contractUpdate
//	采购备案日期、备案日期、备案号        contracts/milestones of type reporting, contracts/identifiers
//	收付款计划                            implementation/milestones of type payment; transactions once paid
//	交付验收                              implementation/milestones of type delivery and assessment; completionCertificate
//	变更补充                              contracts/amendments, and the new value   tag contractAmendment
//	履行完毕、解除、终止                  contracts/finalStatus                     tag contractTermination
//	附件                                  contracts/documents: drafts, what was signed, supplements, proofs of acceptance
//
// The standard is made for procurement. It wants an award of every contract, and names the supplier only there; so a contract
// that was not awarded has an award of its own, which says that it is none. Its initiationType can only be tender. The status
// of a contract is given in both ways, status of version 1.1 and finalStatus of 1.2. The days of a ledger have no hour: they
// are published as the beginning of the day in Beijing, and several releases of one day follow each other by a second.
//
// Import reads a time as its day in Beijing; the first and the last second of a day, by which publishers write days without an hour,
// as the day where they were written. Two things of one id in one release, or two releases of one id, that do not say the same are
// an error: none of them is taken over.
//
// Personal data (个人信息) is not published: nobody who represents a party or signed for it, and no natural person who is a
// party, unless Settings say so; their names are replaced in titles and reasons as well. Other names in free texts stay, if
// Settings.Text does not mask them. A contract that is secret (涉密) is never published.
//
// Version 1.2 of the standard is a draft. What is written here fits its schemas as they stood when finalStatus came in; if the final
// ones differ, this package follows them.
//
// Losses lists what an export does not hold. The package does not fetch and does not sign anything, does not write versioned
// releases, and knows no extensions of the standard. The ids of releases and the codes of issues never change; more fields may
// be written.
package ocds
