package statistics

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/internal/strict"
)

// ErrJSON says that a text is no grid.
var ErrJSON = errors.New("statistics: 不是统计表")

// ReadJSON reads what encoding/json writes of a Grid, and nothing else: unknown members, a member twice and numbers that are
// not whole are ErrJSON. At most 16 MiB are read. It does not compare numbers; that is Check.
func ReadJSON(data []byte) (*Grid, error) {
	if _, err := canon.Append(nil, data); err != nil {
		return nil, fmt.Errorf("%w：%w", ErrJSON, err)
	}
	var g Grid
	if json.Unmarshal(data, &g) != nil { // its error may quote a value
		return nil, fmt.Errorf("%w：有成员的类型不符", ErrJSON)
	}
	if path, found := strict.Key[Grid](data); found {
		return nil, fmt.Errorf("%w：%s 是不认识的成员", ErrJSON, path)
	}
	return &g, nil
}
