// Package casecode gives a case one code for its whole life (一案一码): made of organ, year, serial and check character, given
// by the register together with the case, carried by its suits, by the review of a normative document and by a mediation to
// which it was referred, and followed from the first paper to the last.
//
//	series, err := casecode.SeriesOf("99010201")                 // of register.Options
//	code, entry, err := casecode.Issue(ctx, book, request)       // 99010201-2024-000017-9, with the case, in one transaction
//	_, err = casecode.Connect(ctx, book, request, casecode.Link{Code: code, Stage: casecode.FirstInstance, Organ: organ, Of: suit})
//	course, err := casecode.Trace(ctx, store, scope, code)       // every step, in order of days; for officials
//	id, err := key.ID(code)                                      // for the QR code on papers; not the code
//	view := casecode.PublicView(course, nil)                     // what who scans it may see
//
// On a paper, the code stands in print and the id in the QR code: documents.Stamping{Code: code.String(), Link: address + id}.
//
// No national rule for such a code exists; the one here takes the alphabet and the check character of GB 32100-2015
// (统一社会信用代码), which officials know, and misses no single substitution and no swap of neighbours.
//
// What it does not do: a right check character says that a code was copied well, not that it was given; Trace asks the book.
// It does not decide who may see a course. It keeps nothing beside the book; Index is in memory and is filled from it.
//
// Compatible for ever: the written form of codes and of ids under a key, SeriesName, the names of stages, LinkKind and the
// JSON of links in the trail. Fields may be added to the JSON of a Course and a View. Words of the public view may change.
package casecode
