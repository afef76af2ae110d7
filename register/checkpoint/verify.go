package checkpoint

import (
	"fmt"
	"slices"
)

// A Verdict says who has signed.
type Verdict struct {
	By      []Key // the known keys, in the order of the signatures
	Unknown int   // signatures of keys that were not given
}

// Verify checks the signatures of the keys that the caller knows. At least one of them must have signed, else the error
// is ErrUnknown, wrapped; every one that has signed must have signed this very text, else it is ErrSignature, wrapped.
// Signatures of other keys are passed over and counted. So a line that was taken away, or whose name was altered, is no
// error while another known one is there: a caller who wants the signature of a certain witness looks for it in By.
func (s Signed) Verify(verifiers ...Verifier) (Verdict, error) {
	known, err := byKey(verifiers)
	if err != nil {
		return Verdict{}, err
	}
	if _, err := s.Format(); err != nil {
		return Verdict{}, err
	}
	text, err := s.Checkpoint.Text()
	if err != nil {
		return Verdict{}, err
	}
	var verdict Verdict
	for _, signature := range s.Signatures {
		v, ok := known[keyName{signature.Name, signature.KeyID}]
		switch {
		case !ok:
			verdict.Unknown++
		case !v.Verify(slices.Clone(text), slices.Clone(signature.Bytes)):
			return Verdict{}, fmt.Errorf("checkpoint: %w：%s", ErrSignature, signature.Name)
		default:
			verdict.By = append(verdict.By, v.Key())
		}
	}
	if len(verdict.By) == 0 {
		return Verdict{}, fmt.Errorf("checkpoint: %w", ErrUnknown)
	}
	return verdict, nil
}

// A keyName is what a signature says of its key.
type keyName struct {
	name string
	id   KeyID
}

func byKey(verifiers []Verifier) (map[keyName]Verifier, error) {
	known := make(map[keyName]Verifier, len(verifiers))
	for _, v := range verifiers {
		if v == nil {
			return nil, keyError("没有验证人")
		}
		key := v.Key()
		if err := key.Check(); err != nil {
			return nil, err
		}
		name := keyName{key.Name, key.ID()}
		if known[name] != nil {
			return nil, keyError("同一密钥给出两次：" + key.Name)
		}
		known[name] = v
	}
	return known, nil
}
