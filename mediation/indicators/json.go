package indicators

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/internal/strict"
)

// ErrJSON says that a text is no grid or no policy.
var ErrJSON = errors.New("indicators: 不是统计表或者以案定补标准")

// ReadJSON reads what encoding/json writes of a Grid, and nothing else: unknown members, a member twice and numbers that are
// not whole are ErrJSON. At most 16 MiB are read. It does not compare numbers; that is Check.
func ReadJSON(data []byte) (*Grid, error) { return read[Grid](data) }

// ReadPolicy reads what encoding/json writes of a Policy, amounts in fen, as strictly as ReadJSON. The error is ErrJSON, or
// ErrPolicy for one that cannot be.
func ReadPolicy(data []byte) (*Policy, error) {
	p, err := read[Policy](data)
	if err == nil {
		err = p.Vet()
	}
	if err != nil {
		return nil, err
	}
	return p, nil
}

func read[T any](data []byte) (*T, error) {
	v, fault := strict.Read[T](data)
	if fault != nil {
		return nil, fmt.Errorf("%w：%w", ErrJSON, fault)
	}
	return v, nil
}
