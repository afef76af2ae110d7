package intake

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/fazhi-go/fazhi/internal/canon"
	"github.com/fazhi-go/fazhi/internal/strict"
)

// Limits of what Read and ReadService take.
const (
	MaxSize     = 64 << 10 // bytes
	MaxAttached = 100      // documents, and obstacles
)

// ErrJSON says that a text is no application, or no service.
var ErrJSON = errors.New("intake: 不是可以读的材料")

// Read reads what encoding/json writes of an Application, and nothing else: unknown members, a member twice, days that are
// none, and more than the limits are ErrJSON. Whether the values can be, Check says.
func Read(data []byte) (*Application, error) {
	a, err := read[Application](data)
	if err == nil && len(a.Attached)+len(a.Obstacles) > MaxAttached {
		return nil, fmt.Errorf("%w：附带审查的文件或者耽误的期间太多", ErrJSON)
	}
	return a, err
}

// ReadService reads a Service, as Read does an Application.
func ReadService(data []byte) (*Service, error) { return read[Service](data) }

func read[T any](data []byte) (*T, error) {
	if len(data) > MaxSize {
		return nil, fmt.Errorf("%w：超过64KiB", ErrJSON)
	}
	if _, err := canon.Append(nil, data); err != nil {
		return nil, fmt.Errorf("%w：%w", ErrJSON, err)
	}
	var v *T
	if json.Unmarshal(data, &v) != nil || v == nil { // its error may quote a value
		return nil, fmt.Errorf("%w：有成员的类型或者写法不符", ErrJSON)
	}
	if path, found := strict.Key[T](data); found {
		return nil, fmt.Errorf("%w：%s 是不认识的成员", ErrJSON, path)
	}
	return v, nil
}
