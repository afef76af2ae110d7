package statistics

import (
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/internal/strict"
)

// ErrJSON says that a text is no grid.
var ErrJSON = errors.New("statistics: 不是统计表")

// ReadJSON reads what encoding/json writes of a Grid, and nothing else: unknown members, a member twice and numbers that are
// not whole are ErrJSON. At most 16 MiB are read. It does not compare numbers; that is Check.
func ReadJSON(data []byte) (*Grid, error) {
	g, fault := strict.Read[Grid](data)
	if fault != nil {
		return nil, fmt.Errorf("%w：%w", ErrJSON, fault)
	}
	return g, nil
}
