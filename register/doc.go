// Package register keeps books (登记簿): it gives documents their numbers, one after another without a gap, and keeps what
// happens to them in a trail that is only ever added to (统一登记、统一编号、全流程可追溯).
//
//	number, err := numbering.DocumentNumber("泉鲤司")
//	store, err := sqlite.Open(ctx, "登记簿.db", sqlite.Options{}) // also a SecretStore and Cursors
//	book, err := register.New(store, register.Options{
//		Now:    time.Now,
//		Series: []register.Series{{Name: "泉鲤司", Number: number.Number}},
//	})
//	entry, err := book.Add(ctx, register.Request{
//		Scope: register.Scope{Organ: "鲤城区司法局"}, Doc: doc, Series: []string{"泉鲤司"}, ReqID: id,
//	})
//	entry.Numbers[0].Text // 泉鲤司〔2024〕1号
//
// What it promises, of every store that passes the kit registertest:
//
//   - Number and entry are kept together or not at all, whichever process is killed when. In each series of an organ there
//     is no gap and no number twice; a void number stays in the book with the reason.
//   - A request with a ReqID may be repeated until it is answered; it gets one number.
//   - Entries of an organ are chained: each holds the digest of the one before. The package audit verifies a book and makes
//     the checkpoints that, kept elsewhere, show if it was rewritten; the package archive takes it out and brings it back.
//   - Nobody is waited for inside a transaction: a guard (Hooks) judges a snapshot, and is asked again if the document has
//     moved since. What is refused is kept too, without a number. The entry names who judged, with their versions.
//   - A Follower tells others, at least once and in order per document; the trail is its outbox.
//
// Stores: NewMemory here, and below, the package sql on any *sql.DB, with sqlite, postgres and mysql to open one. Personal
// data is taken out of documents by a Sealer, see the package seal.
//
// It does not keep documents for search and editing: that is the system's own database. It does not know what a document
// means; the steps that a kind may take come in as a lifecycle.Machine, number forms as numbering.Scheme.
//
// The written form of entries stays: see docs/trail.md.
package register
