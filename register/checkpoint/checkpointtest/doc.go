// Package checkpointtest checks implementations of checkpoint.Signer and checkpoint.Verifier against the contracts in
// their comments: keys in a device (密码机, UKey), algorithms of one's own.
//
//	func TestDevice(t *testing.T) {
//		if err := checkpointtest.Pair(t.Context(), signer, verifier); err != nil {
//			t.Fatal(err)
//		}
//	}
//
// It has only the standard library in it. Sentences of errors may change, the rules do not.
package checkpointtest
