// Package registertest is the kit for whoever writes a register.Store, a register.SecretStore or register.Cursors. It
// turns the contracts in the comments of these interfaces into cases, one for each sentence, and runs them:
//
//	func TestContract(t *testing.T) {
//		file := filepath.Join(t.TempDir(), "book.db")
//		registertest.Run(t, registertest.Harness{
//			Open: func(ctx context.Context) (registertest.Stores, error) {
//				s, err := mystore.Open(ctx, file)
//				if err != nil {
//					return registertest.Stores{}, err
//				}
//				return registertest.Stores{Store: s, Secrets: s, Cursors: s.Cursors(), Close: s.Close}, nil
//			},
//		})
//	}
//
// Each case works on books and subscribers of its own, under names that no other case and no other run has. So one
// database serves all cases, again and again; nothing is deleted. Entries are invented, and they are chained with a digest
// that no book uses: a store must not depend on it.
//
// Names of cases are stable, so that a case can be run alone with -run. New cases may be added: they hold stores to the
// contract as it is written, and to what goes without saying in Go: an error is not kept back, a context that is over
// ends a call, a loop may be left, and its body may use the store.
//
// The kit cannot cut the power. That what is kept outlives a crash, it tries only by opening the data a second time, before
// and after the first handle is closed. It does not measure. It uses the standard library only.
package registertest
