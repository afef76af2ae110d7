// Package guard sees to it that what is signed is what was reviewed, and what is performed is what was signed.
//
//	g, err := guard.New(store, guard.Settings{})
//	book, err := register.New(store, register.Options{Hooks: register.Hooks{Before: g.Before}, …})
//
// contract.Flow looks at one document and at where the contract stands. The Guard compares that document with the one that stands in
// the trail:
//
//   - 签订 and what comes before it, with the document of the last 审查 (CodeReviewed). 中标成交 settles who the other party is, and a
//     price that is not above the reviewed one, where the contract was reviewed as one of procurement or tender; from then on the
//     document of the award counts.
//   - 变更 and 解除 after 变更审查, with the document of that review (CodeChange).
//   - Every other step after 签订 with the document that was signed or that the last 变更 made (CodeSigned).
//
// Corrections (更正) are compared like the step at which they are made, but for those of Settings.Correctors.
//
// 送审, 变更送审 and the reviews themselves bring new content and are not compared; a review that was taken back counts no more. A
// contract that was signed without review, because the profile spares it, is compared from its signing on. Fields lists what is
// compared. What differs is refused, one issue for each place, and the attempt stands in the trail. Nothing is compared by the day:
// no article sets these rules; they follow from what a review is for, and Settings.Rule names the local rule.
//
// A book asks the Guard again when the contract has moved since it judged, so that nobody signs one document while another is being
// reviewed, from whichever process.
//
// # What it does not do
//
// It does not read texts. Files are compared by the digests of attachments, kind by kind, where both documents have them: a signed
// copy always differs from its draft, so that one is not compared with the other. Payments, deliveries and deposits move with
// performance and are left out. Of personal data that was sealed, the trail has commitments only; what has become one is not compared.
//
// Fields may be added; codes and Judge do not change their meaning.
package guard
