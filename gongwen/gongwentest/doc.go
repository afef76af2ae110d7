// Package gongwentest is the kit for whoever writes a gongwen.Renderer. It turns the contract in that interface's
// comment into cases, one for each sentence, and runs them:
//
//	func TestContract(t *testing.T) {
//		gongwentest.Run(t, gongwentest.Config{
//			New:  func() (gongwen.Renderer, error) { return pdf.New(gongwen.GB9704(), fonts) },
//			Text: textOfFile, // optional: what a reader of the file can select and copy
//		})
//	}
//
// Names of cases are stable, so that a case can be run alone with -run. New cases may be added: they hold renderers to
// the contract as it is written, never to more.
//
// The kit does not judge how a page looks, knows no format, and uses the standard library only. Its documents are
// invented.
package gongwentest
